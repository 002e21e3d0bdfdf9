import { entry } from './entry.ts';

/** Findings about formulas. */
export const FORMULA_FINDINGS = {
  'formula-too-long': entry<{ limit: number }>({
    severity: 'error',
    what: ({ limit }) => `The formula is longer than ${limit} characters.`,
    why: 'A formula nobody can read cannot be checked by anybody.',
    mend: () => 'Name its parts as assumptions, or make it simpler.',
  }),
  'formula-too-deep': entry<{ limit: number }>({
    severity: 'error',
    what: ({ limit }) => `The formula nests more than ${limit} levels deep.`,
    why: 'A formula nobody can read cannot be checked by anybody.',
    mend: () => 'Make it simpler.',
  }),
  'formula-not-readable': entry<{ message: string }>({
    severity: 'error',
    what: ({ message }) => `The formula cannot be read: ${message}.`,
    why: 'Only sums, products, powers, comparisons, “a ? b : c” and a few functions are known.',
    mend: () => 'Check its brackets and signs; put spaces round a minus.',
  }),
  'formula-not-allowed': entry<{ part: string }>({
    severity: 'error',
    what: ({ part }) => `${part} is not allowed in a formula.`,
    why: 'Formulas come with files from others, so they can compute and nothing else.',
    mend: () => 'Use + - * / ^, comparisons, “a ? b : c”, exp, log, sqrt, min and max.',
  }),
  'formula-name-unknown': entry<{ name: string; nearest: string | null; known: string }>({
    severity: 'error',
    what: ({ name, nearest }) =>
      `The formula uses “${name}”, which is not known here.${nearest ? ` Did you mean “${nearest}”?` : ''}`,
    why: 'Every name in a formula is a figure of the rule or an assumption of this model.',
    mend: ({ known }) => `Add it to the assumptions, or use one of: ${known}.`,
  }),
  'formula-dimension': entry<{ what: string }>({
    severity: 'error',
    what: ({ what }) => what,
    why: 'Adding weeks to pounds, or taking exp of months, has no meaning.',
    mend: () => 'Divide by a figure of the same kind to get a plain number.',
  }),
  'formula-result': entry<{ is: string; expected: string }>({
    severity: 'error',
    what: ({ is, expected }) => `The formula gives ${is}, but ${expected} is needed here.`,
    why: 'The rule would use the result as something it is not.',
    mend: ({ expected }) => `Change it so that it gives ${expected}.`,
  }),
  'formula-no-number': entry<{ at: string }>({
    severity: 'error',
    what: ({ at }) => `The formula gives no number at ${at}.`,
    why: 'It divides by zero, or takes what has no logarithm or root; a run could not go on.',
    mend: () => 'Change the formula, or narrow the range of the figure.',
  }),
  'formula-negative': entry<{ at: string }>({
    severity: 'warning',
    what: ({ at }) => `The formula gives less than nothing at ${at}.`,
    why: 'There is no such rate or share: a run takes 0 instead, which may not be what was meant.',
    mend: () => 'Change the formula, or write max(0, …) around it if 0 is meant there.',
  }),
  'formula-two-clocks': entry<{ first: string; second: string }>({
    severity: 'error',
    what: ({ first, second }) => `The formula uses both “${first}” and “${second}”.`,
    why: 'Leaving follows one clock: time with this worker, or time in this service.',
    mend: () => 'Keep one of the two.',
  }),
};
