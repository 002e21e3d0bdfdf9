import { entry } from './entry.ts';

/** Findings about the text of a snapshot, and about what may be published. */
export const SNAPSHOT_FINDINGS = {
  'assurer-is-analyst': entry<object>({
    severity: 'error',
    what: () => 'The assurer is the analyst.',
    why: 'Nobody assures their own analysis: the AQuA Book asks for another person.',
    mend: () => 'Name another post, or take the assurance away and publish a draft.',
  }),
  'approver-is-analyst': entry<object>({
    severity: 'error',
    what: () => 'The approver is the analyst.',
    why: 'Nobody approves their own analysis.',
    mend: () => 'Name another post, or take the approval away and publish a draft.',
  }),
  'approval-without-assurance': entry<object>({
    severity: 'error',
    what: () => 'It is approved, but nobody has assured it.',
    why: 'What is approved must have been checked before by somebody else.',
    mend: () => 'Add the assurance, or take the approval away and publish a draft.',
  }),
  'statement-without-role': entry<{ of: string; role: string }>({
    severity: 'error',
    what: ({ of, role }) => `There is an ${of}, but no ${role} among the roles.`,
    why: 'A statement counts for something only when it says whose it is.',
    mend: ({ role }) => `Add “${role}” under “roles”, with a role and an organisation.`,
  }),
  'narrative-too-marked': entry<{ found: string }>({
    severity: 'error',
    what: ({ found }) => `The longer story has ${found}.`,
    why: 'Reading so much of it as Markdown would hold up everybody else.',
    mend: () => 'Leave out what is not needed, or put blank lines between paragraphs.',
  }),
  'personal-data': entry<{ kind: string; text: string }>({
    severity: 'error',
    what: ({ kind, text }) => `This looks like ${kind}: “${text}”.`,
    why: 'A snapshot is never changed and never forgotten, so no person may be in it.',
    mend: () =>
      'Take it out. If it is no personal data, add it to “not-personal-data” of the snapshot’s text.',
  }),
  'small-role-shown': entry<{ scenario: string; role: string; what: string }>({
    severity: 'error',
    what: ({ scenario, role, what }) =>
      `The scenario “${scenario}” says ${what} of ${role}, which has fewer than five posts.`,
    why: 'In a small team it would tell what one person earns or has lived through.',
    mend: () => 'Leave that scenario out, or let it say this only of roles of five posts or more.',
  }),
  'small-role-acts': entry<{ scenario: string; role: string }>({
    severity: 'error',
    what: ({ scenario, role }) =>
      `In the scenario “${scenario}” people feel safe sooner or later beside ${role}, where somebody has lived experience. That is not published of fewer than five posts.`,
    why: 'The results would be those of another model, in which nobody there has it.',
    mend: () =>
      'Leave that scenario out, or let “feeling-safe-with-lived-experience” be 1 in it, which changes nothing.',
  }),
  'small-role-kept': entry<{ what: string }>({
    severity: 'error',
    what: ({ what }) =>
      `A role here has fewer than five posts, and ${what} cannot be taken out by itself.`,
    why: 'In a small team it would tell what one person earns or has lived through.',
    mend: () => 'Round the pay to £1,000 and take the mark of lived experience away by hand.',
  }),
};
