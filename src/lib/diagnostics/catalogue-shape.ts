import { entry } from './entry.ts';

/** Findings about the shape of a file: keys, lists, words and dates. */
export const SHAPE_FINDINGS = {
  'format-missing': entry<{ newest: number }>({
    severity: 'error',
    what: () => 'The file does not say which version of the format it uses.',
    why: 'A model must still be read the same in ten years.',
    mend: ({ newest }) => `Begin the file with “bide: ${newest}”.`,
  }),
  'format-newer': entry<{ found: string; newest: number }>({
    severity: 'error',
    what: ({ found, newest }) =>
      `The file uses format ${found}; this version of Bide knows formats up to ${newest}.`,
    why: 'Parts of it might be read wrongly or not at all.',
    mend: () => 'Open it with a newer version of Bide.',
  }),
  'format-unknown': entry<{ found: string; newest: number }>({
    severity: 'error',
    what: ({ found }) => `“${found}” is not a version of the format.`,
    why: 'The version says how to read the rest.',
    mend: ({ newest }) => `Write “bide: ${newest}”.`,
  }),
  'key-unknown': entry<{ key: string; nearest: string | null; known: string }>({
    severity: 'error',
    atKey: true,
    what: ({ key, nearest }) =>
      `“${key}” is not known here.${nearest ? ` Did you mean “${nearest}”?` : ''}`,
    why: 'What it says would be ignored, and nobody would notice.',
    mend: ({ known }) => `Known here: ${known}.`,
  }),
  'key-missing': entry<{ key: string; of: string }>({
    severity: 'error',
    atKey: true,
    what: ({ key, of }) => `${of} lacks “${key}”.`,
    why: 'It is needed, and Bide does not make figures up.',
    mend: ({ key }) => `Add “${key}”.`,
  }),
  'value-blank': entry<{ key: string }>({
    severity: 'error',
    what: ({ key }) => `“${key}” is left blank.`,
    why: 'A blank could mean nothing, or not yet known.',
    mend: ({ key }) => `Give “${key}” a value, or take the key away.`,
  }),
  'shape-wrong': entry<{ is: string; expected: string }>({
    severity: 'error',
    what: ({ is, expected }) => `Found ${is}, expected ${expected}.`,
    why: 'It cannot be read as what it should say.',
    mend: ({ expected }) => `Write ${expected}.`,
  }),
  'choice-unknown': entry<{ written: string; nearest: string | null; known: string }>({
    severity: 'error',
    what: ({ written, nearest }) =>
      `“${written}” is not one of the choices here.${nearest ? ` Did you mean “${nearest}”?` : ''}`,
    why: 'Each choice has its own rule in the model; others have none.',
    mend: ({ known }) => `Choose one of: ${known}.`,
  }),
  'id-not-allowed': entry<{ id: string }>({
    severity: 'error',
    atKey: true,
    what: ({ id }) => `“${id}” cannot be used as an id.`,
    why: 'Ids stand in formulas, paths and file names.',
    mend: () => 'Use up to 60 small letters, digits and hyphens, beginning with a letter.',
  }),
  'id-reserved': entry<{ id: string }>({
    severity: 'error',
    atKey: true,
    what: ({ id }) => `“${id}” has a meaning of its own already.`,
    why: 'A formula could not tell the two apart.',
    mend: () => 'Choose another id.',
  }),
  'model-id-reserved': entry<{ id: string }>({
    severity: 'error',
    what: ({ id }) => `A model cannot be called “${id}”: the address of its pages is taken.`,
    why: 'Pages for people’s own models stand at that address, and this model could not be reached.',
    mend: () => 'Give the folder or file of the model another name.',
  }),
  'id-twice': entry<{ id: string }>({
    severity: 'error',
    what: ({ id }) => `“${id}” names two things here.`,
    why: 'Nobody could say which of the two is meant.',
    mend: () => 'Give one of them another name.',
  }),
  'text-too-long': entry<{ limit: number }>({
    severity: 'error',
    what: ({ limit }) => `The text is longer than ${limit} characters.`,
    why: 'It would push everything else off the page.',
    mend: () => 'Shorten it.',
  }),
  'too-many-of': entry<{ of: string; limit: number }>({
    severity: 'error',
    what: ({ of, limit }) => `There are more than ${limit} ${of}.`,
    why: 'Bide is built and tested up to this size.',
    mend: () => 'Join some of them, or leave some out.',
  }),
  'date-not-readable': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” is not a date.`,
    why: 'Dates are written the same way everywhere, so that no program reads them otherwise.',
    mend: () => 'Write year, month and day in quotes: "2027-04-01".',
  }),
  'opening-not-readable': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” does not say when it is open.`,
    why: 'People can only come when somebody is there.',
    mend: () => 'Write days and hours: Monday to Friday 10:00-16:00.',
  }),
  'presence-not-readable': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” does not say where and on which days.`,
    why: 'A visit meets only those who are there on that day.',
    mend: () => 'Write place and days: hub on Tuesday and Thursday; girvan-spoke on Friday.',
  }),
  'schema-mismatch': entry<{ message: string }>({
    severity: 'error',
    what: ({ message }) => `This does not fit the format: ${message}.`,
    why: 'It might be read as something else than was meant.',
    mend: () => 'See the reference of keys in the guide.',
  }),
};
