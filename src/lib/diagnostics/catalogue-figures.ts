import { entry } from './entry.ts';

/** Findings about figures: numbers, units, ranges and sources. */
export const FIGURE_FINDINGS = {
  'figure-not-readable': entry<{ written: string; expected: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” cannot be read as a figure.`,
    why: 'A figure is a number and its unit; nothing is guessed.',
    mend: ({ expected }) => `Write ${expected}.`,
  }),
  'unit-missing': entry<{ written: string; expected: string }>({
    severity: 'error',
    what: ({ written }) => `${written} has no unit.`,
    why: 'A number without a unit could be a day or a year, a person or a pound.',
    mend: ({ expected }) => `Write ${expected}.`,
  }),
  'unit-wrong': entry<{ written: string; is: string; expected: string }>({
    severity: 'error',
    what: ({ written, is }) => `“${written}” is ${is}, which does not fit here.`,
    why: 'Figures of different kinds cannot stand for each other.',
    mend: ({ expected }) => `Write ${expected}.`,
  }),
  'figure-negative': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” is less than nothing.`,
    why: 'People, posts, money and time here cannot be negative.',
    mend: () => 'Write a figure of zero or more.',
  }),
  'figure-too-large': entry<{ written: string; limit: string }>({
    severity: 'error',
    what: ({ written, limit }) => `“${written}” is more than ${limit}.`,
    why: 'Figures beyond this are slips of the pen or would never finish computing.',
    mend: () => 'Check the figure and its unit.',
  }),
  'chance-without-rate': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” cannot be a rate.`,
    why: 'Where all have left within a time, there is no rate at which they left before.',
    mend: () => 'Write a chance below 100%, or a rate, such as 30% per month.',
  }),
  'share-above-all': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” is more than everybody.`,
    why: 'A share of people runs from 0% to 100%.',
    mend: () => 'Write a share from 0% to 100%.',
  }),
  'figure-zero': entry<{ written: string }>({
    severity: 'error',
    what: ({ written }) => `“${written}” must be more than zero.`,
    why: 'Nothing can last, or cost, or be measured by, no time at all here.',
    mend: () => 'Write a figure above zero.',
  }),
  'figure-not-whole': entry<{ written: string; of: string }>({
    severity: 'error',
    what: ({ written, of }) => `“${written}” is not a whole number of ${of}.`,
    why: 'Only whole ones can be counted here.',
    mend: ({ of }) => `Write a whole number of ${of}.`,
  }),
  'range-order': entry<{ low: string; best: string; high: string }>({
    severity: 'error',
    what: ({ low, best, high }) => `The range ${low} … ${best} … ${high} is not in order.`,
    why: 'The best figure must lie between the low and the high one.',
    mend: () => 'Put low, best and high in rising order.',
  }),
  'range-half': entry<{ has: string; lacks: string }>({
    severity: 'error',
    what: ({ has, lacks }) => `The figure has “${has}” but no “${lacks}”.`,
    why: 'A range needs both ends.',
    mend: ({ lacks }) => `Add “${lacks}”, or leave out both.`,
  }),
  'source-missing': entry<{ written: string }>({
    severity: 'note',
    what: ({ written }) => `“${written}” names no source.`,
    why: 'It counts as an assumption until it names one, and readers will see that.',
    mend: () => 'Add a source, as in { best: 12, source: our-records }.',
  }),
  'law-not-known': entry<{ keys: string }>({
    severity: 'error',
    what: ({ keys }) => `How long this lasts cannot be told from: ${keys}.`,
    why: 'A length is drawn from a law, and its keys say which.',
    mend: () =>
      'Write “12 weeks”, { mean: … }, { median: … }, { mean: …, spread: … }, { median: …, ninety-percent-under: … }, { mean: …, shape: … }, { mix: [ … ] } or “open-ended”.',
  }),
  'length-out-of-order': entry<{ median: string; ninety: string }>({
    severity: 'error',
    what: ({ median, ninety }) =>
      `Ninety percent under ${ninety} cannot go with half under ${median}.`,
    why: 'The time that nine in ten stay under is longer than the time that half stay under.',
    mend: () => 'Make ninety-percent-under longer than median.',
  }),
};
