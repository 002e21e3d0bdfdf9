import type { Finding } from '$lib/diagnostics/finding.ts';
import { CHECKS } from '$lib/snapshot/checklist.ts';

/** A field of the form of a draft: what it is called there, and its id on the page. */
export interface Field {
  label: string;
  id: string;
}

/** What is wrong with a draft, in the words of its form. */
export interface FieldFinding {
  /** Null where it is about the model. */
  field: Field | null;
  /** The file of the model, where it is about that. */
  file: string;
  isError: boolean;
  says: string;
}

const FIELDS: Record<string, Field> = {
  slug: { label: 'Its address', id: 'slug' },
  title: { label: 'Title', id: 'title' },
  question: { label: 'The question it answers', id: 'question' },
  summary: { label: 'Summary in plain words', id: 'summary' },
  'ranked-first': { label: 'What a panel ranked first', id: 'ranked-first-says-0' },
  narrative: { label: 'The longer story', id: 'narrative' },
  decision: { label: 'What is the board asked to decide?', id: 'decision' },
  limits: { label: 'Limits on its use', id: 'limits' },
  charts: { label: 'Which charts are shown', id: 'chart-cut-short-per-100' },
  'review-by': { label: 'Look at it again by', id: 'review-by' },
  'checks-done': { label: 'Checks done', id: 'checks-done' },
  'not-personal-data': {
    label: 'What looks like personal data, and is none',
    id: 'not-personal-data',
  },
  'not-chosen': { label: 'Options that were not chosen', id: 'not-chosen-option-0' },
  dissent: { label: 'Who disagrees', id: 'dissent-says-0' },
  'cannot-show': { label: 'What numbers cannot show', id: 'cannot-show-says-0' },
  roles: { label: 'Who stands for it', id: 'commissioner-role' },
  checklist: { label: 'Checks', id: `check-${CHECKS[0].id}` },
};

/** Both halves of a row, as the form calls them. */
const ROWS: Record<string, Record<string, string>> = {
  'not-chosen': { option: 'Option', why: 'Why not' },
  'ranked-first': { says: 'What they say', from: 'Who' },
  dissent: { says: 'What they say', from: 'Who' },
  'cannot-show': { says: 'What they say', from: 'Who' },
};

const POSTS: Record<string, string> = { commissioner: 'Commissioner', analyst: 'Analyst' };

const PANELS: Field = { label: 'What panels said', id: 'panels' };

const STATEMENTS: Field = { label: 'Assured and approved', id: 'statements' };

/**
 * Return findings of a draft as its form says them. `text` is what was read, for findings that know
 * their line alone, and `path` what it is called. What is found in the words of a panel, as `isOfPanel`
 * tells, is in no field.
 */
export function fieldFindings(
  findings: readonly Finding[],
  { text, path }: { text: string; path: string },
  isOfPanel: (finding: Finding) => boolean = () => false,
): FieldFinding[] {
  return findings.map((finding) => {
    const isOfText = finding.file === path;
    if (isOfText && isOfPanel(finding)) {
      const says = `${finding.what} Hold it back on the page of the workshop. ${NO_PERSONAL_DATA}`;
      return { field: PANELS, file: '', isError: finding.severity === 'error', says };
    }
    return {
      field: isOfText ? fieldOf(finding.path || keyAt(text, finding.line)) : null,
      file: isOfText ? '' : finding.file,
      isError: finding.severity === 'error',
      says: isOfText ? inWords(finding) : `${finding.what} ${finding.mend}`,
    };
  });
}

/** The field that an address in the text stands for. */
export function fieldOf(path: string): Field {
  const [top, second = '', third = ''] = path.split('.');
  if (top === 'roles' && POSTS[second]) {
    const label = third === 'organisation' ? 'organisation' : 'job';
    return { label: `${POSTS[second]}: ${label}`, id: `${second}-${third || 'role'}` };
  }
  if (['assurance', 'approval', 'roles'].includes(top)) return STATEMENTS;
  const half = ROWS[top]?.[third];
  if (half) {
    const { label } = FIELDS[top];
    return { label: `${label}: ${half} ${Number(second) + 1}`, id: `${top}-${third}-${second}` };
  }
  const check = CHECKS.find(({ id }) => top === 'checklist' && id === second);
  if (check) return { label: check.asks, id: `check-${check.id}` };
  return FIELDS[top] ?? STATEMENTS;
}

const OTHER_PARTS: Record<string, string> = {
  scenarios: 'Which scenarios are compared',
  commissioner: 'Commissioner',
  analyst: 'Analyst',
  change: 'What changed since the version before',
  panels: PANELS.label,
};

/** What the form calls a part of a draft's content, such as `notChosen`. */
export function nameOfPart(part: string): string {
  const key = part.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return OTHER_PARTS[part] ?? fieldOf(key).label;
}

const NO_PERSONAL_DATA = `If somebody looked at it and it is none, copy it to “${FIELDS['not-personal-data'].label}”.`;

/** What to do about it, without a word of the format that nobody sees here. */
function inWords({ code, what, mend }: Finding): string {
  switch (code) {
    case 'value-blank':
    case 'key-missing':
      return 'Nothing is written here yet.';
    case 'id-not-allowed':
      return 'Use small letters, digits and hyphens, beginning with a letter, and at most 60 of them.';
    case 'date-not-readable':
      return `${what} Write year, month and day, as in 2028-04-01.`;
    case 'file-not-text':
      return 'It holds marks that nobody sees. Save the draft again: they are left out then.';
    case 'personal-data':
      return `${what} Take it out. ${NO_PERSONAL_DATA}`;
    default:
      return `${what} ${mend}`;
  }
}

/** The key at the top of the text that a line stands under. */
function keyAt(text: string, line: number): string {
  const above = text.split('\n').slice(0, line).reverse();
  return above.map((one) => /^ {2}"([\w-]+)":/.exec(one)?.[1]).find(Boolean) ?? '';
}
