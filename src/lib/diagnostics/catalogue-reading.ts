import { entry } from './entry.ts';

/** Findings about files as text: before anything in them has a meaning. */
export const READING_FINDINGS = {
  'file-too-large': entry<{ limit: string }>({
    severity: 'error',
    what: ({ limit }) => `The file is larger than ${limit}.`,
    why: 'No portfolio needs this much, and reading it would hold up everybody else.',
    mend: () => 'Check that it is the right file, or take out what is not needed.',
  }),
  'file-not-text': entry<{ found: string }>({
    severity: 'error',
    what: ({ found }) => `The file is not plain text: it holds ${found}.`,
    why: 'A model is a text file in UTF-8, so that people and programs read the same.',
    mend: () => 'Save it as plain text in UTF-8, without what is named here.',
  }),
  'text-not-plain': entry<{ found: string }>({
    severity: 'error',
    what: ({ found }) => `An escape in this text stands for ${found}.`,
    why: 'Pages, pictures and downloads cannot show it, and some cannot be made at all.',
    mend: () => 'Take out the backslash and what follows it.',
  }),
  'file-empty': entry<object>({
    severity: 'error',
    what: () => 'The file is empty.',
    why: 'There is nothing to read.',
    mend: () => 'Start from a shipped model, or from the tutorial.',
  }),
  'not-yaml': entry<{ message: string }>({
    severity: 'error',
    what: ({ message }) => `This is not YAML that can be read: ${message}.`,
    why: 'What follows could be taken for something else than was meant.',
    mend: () => 'Check indentation, brackets and quotes on this line and the one before.',
  }),
  'tab-indents': entry<object>({
    severity: 'error',
    what: () => 'A tab is used to indent.',
    why: 'YAML allows spaces only, because tabs are as wide as each program likes.',
    mend: () => 'Replace the tab with spaces.',
  }),
  'nested-too-deep': entry<{ limit: number }>({
    severity: 'error',
    what: ({ limit }) => `The file nests more than ${limit} levels deep.`,
    why: 'No model needs this, and some programs could not read it.',
    mend: () => 'Check for brackets that are never closed.',
  }),
  'too-many-entries': entry<{ limit: number }>({
    severity: 'error',
    what: ({ limit }) => `The file holds more than ${limit} entries.`,
    why: 'No model needs this many, and reading them would hold up everybody else.',
    mend: () => 'Check for entries that refer to each other over and over.',
  }),
  'too-many-aliases': entry<{ limit: number }>({
    severity: 'error',
    what: ({ limit }) => `The file uses more than ${limit} aliases (“*name”).`,
    why: 'A few aliases can unfold to more than a computer holds.',
    mend: () => 'Write the values out.',
  }),
  'alias-unknown': entry<{ name: string }>({
    severity: 'error',
    what: ({ name }) => `The alias “*${name}” refers to nothing above it.`,
    why: 'The value it stands for is missing.',
    mend: ({ name }) => `Mark the value with “&${name}” before, or write it out.`,
  }),
  'alias-circular': entry<{ name: string }>({
    severity: 'error',
    what: ({ name }) => `The alias “*${name}” contains itself.`,
    why: 'It would unfold for ever.',
    mend: () => 'Write the values out.',
  }),
  'key-twice': entry<{ key: string; line: number }>({
    severity: 'error',
    atKey: true,
    what: ({ key, line }) => `“${key}” stands here a second time; the first is on line ${line}.`,
    why: 'Programs disagree about which of the two counts.',
    mend: () => 'Keep one of them.',
  }),
  'key-not-text': entry<object>({
    severity: 'error',
    atKey: true,
    what: () => 'A key must be a word.',
    why: 'Keys name things; lists, numbers and blanks cannot.',
    mend: () => 'Use a word, or put the key in quotes.',
  }),
  'key-forbidden': entry<{ key: string }>({
    severity: 'error',
    atKey: true,
    what: ({ key }) => `“${key}” cannot be used as a key.`,
    why: 'The word has a special meaning to computers and could be used to break in.',
    mend: () => 'Use another word.',
  }),
  'tag-not-allowed': entry<{ tag: string }>({
    severity: 'error',
    what: ({ tag }) => `The tag “${tag}” is not allowed.`,
    why: 'Tags can ask a reader to make things that are not plain text and numbers.',
    mend: () => 'Take the tag away.',
  }),
  'read-differently': entry<{ written: string; as: string }>({
    severity: 'warning',
    what: ({ written, as }) => `${written} is read by some programs as ${as}.`,
    why: 'Every program should read the same model.',
    mend: ({ written }) => `Put it in quotes: "${written}".`,
  }),
  'too-many-findings': entry<{ left: number }>({
    severity: 'note',
    what: ({ left }) => `${left} more findings are not shown.`,
    why: 'Mending the first ones often mends the rest.',
    mend: () => 'Mend those above and check again.',
  }),
};
