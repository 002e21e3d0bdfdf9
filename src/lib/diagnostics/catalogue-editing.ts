import { entry } from './entry.ts';

/** Findings about edits of a model's text that cannot be made. */
export const EDITING_FINDINGS = {
  'edit-path-unknown': entry<{ path: string; missing: string; nearest: string | null }>({
    severity: 'error',
    what: ({ path, missing, nearest }) =>
      `“${path}” is not in the model: “${missing}” is not there.${nearest ? ` Did you mean “${nearest}”?` : ''}`,
    why: 'There is nothing to edit there, so the text stays as it was.',
    mend: () => 'Check whether it was removed or renamed meanwhile.',
  }),
  'edit-in-two-places': entry<{ path: string; name: string }>({
    severity: 'error',
    what: ({ path, name }) =>
      `“${path}” is written once (“&${name}”) and used in other places (“*${name}”).`,
    why: 'Editing it here would change those places too, so the text stays as it was.',
    mend: () => 'Edit it in the text of the model, where all its places can be seen.',
  }),
  'edit-not-possible': entry<{ path: string }>({
    severity: 'error',
    what: ({ path }) => `“${path}” cannot be edited without touching what stands around it.`,
    why: 'An edit changes its own place and nothing else, so the text stays as it was.',
    mend: () => 'Edit it in the text of the model.',
  }),
  'edit-value-unknown': entry<{ path: string }>({
    severity: 'error',
    what: ({ path }) => `What was given for “${path}” cannot be written in a model.`,
    why: 'A model holds text, numbers, true, false, lists and mappings.',
    mend: () => 'Give one of those.',
  }),
  'edit-key-missing': entry<{ path: string }>({
    severity: 'error',
    what: ({ path }) => `What is added to “${path}” needs a name of its own.`,
    why: 'Entries of a mapping are found by their names.',
    mend: () => 'Give it a name that is not in use there.',
  }),
  'edit-cut-short': entry<{ why: string }>({
    severity: 'error',
    what: ({ why }) => `This could not be put into the model. ${why}`,
    why: 'An edit is made whole or not at all, so the text stays as it was; what was typed is still here.',
    mend: () => 'Change it again to try again. Where that does not help, download the model first.',
  }),
};
