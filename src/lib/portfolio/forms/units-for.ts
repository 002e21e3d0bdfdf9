import { makeFinding } from '../../diagnostics/make-finding.ts';
import { exampleOf, readQuantity, type Expected } from '../../formula/read-quantity.ts';
import type { PortfolioFile } from '../portfolio-file.ts';
import { resolve } from '../resolve.ts';
import { valueAt } from './references.ts';
import { withValue } from './with-value.ts';

/** Units that are offered, the most usual first; others may be typed. */
const UNITS: Record<Expected, readonly string[]> = {
  number: [''],
  share: ['%'],
  time: ['days', 'weeks', 'months', 'years'],
  rate: ['% per month', '% per year', '% within a month', '% within a year'],
  money: ['GBP'],
  'money-rate': ['GBP per year', 'GBP per month', 'GBP per financial year'],
  'money-each': ['GBP each'],
  'people-rate': ['per month', 'per week', 'per quarter', 'per year'],
  'yearly-chance': ['% within a year', '% within a month'],
  'yearly-rise': ['% per year'],
  'calendar-months': ['months', 'years'],
  any: [],
};

const ALL = Object.keys(UNITS) as Expected[];

/** What a place takes: in words with an example, and its units. */
export interface Asked {
  example: string;
  units: string[];
  /** How it reads what is written there. */
  expected: Expected;
  /** True for what is decided, not estimated: without a range the model takes it as it stands. */
  isDecided: boolean;
}

/** What nobody would write: reading it says what was asked for. */
const NOTHING_READABLE = '?';

/**
 * Return what the place of a figure asks for. Reading the model with something
 * unreadable there tells: so the help and the check cannot disagree.
 *
 * `unit` is the one that is written there; an assumption of any kind offers
 * others of the same kind.
 */
export function askedAt(raw: PortfolioFile, path: string, id: string, unit: string): Asked {
  const probe = withValue(raw, path, NOTHING_READABLE) as PortfolioFile;
  const finding = resolve(probe, { id }).findings.find(
    ({ code, path: at }) => code === 'figure-not-readable' && at === path,
  );
  const expected = ALL.find((one) => finding?.mend === mendOf(one, path)) ?? 'any';
  const like = expected === 'any' ? likeUnit(unit) : expected;
  const units = [...new Set([...(unit === '' ? [] : [unit]), ...UNITS[like]])];
  return {
    ...{ example: exampleOf(like), units: units.length > 0 ? units : [''], expected },
    isDecided: finding !== undefined && isDecidedAt(raw, path, id),
  };
}

/**
 * Whether the figure at a path is decided. Reading it without any source tells: only of what is
 * estimated is one missed.
 */
function isDecidedAt(raw: PortfolioFile, path: string, id: string): boolean {
  const keys = path.split('.');
  let probe: unknown = raw;
  for (let length = 0; length <= keys.length; length++) {
    const at = [...keys.slice(0, length), 'source'].join('.');
    if (valueAt(probe, at) !== undefined) probe = withValue(probe, at, undefined);
  }
  return !resolve(probe as PortfolioFile, { id }).findings.some(
    ({ code, severity, path: at = '' }) =>
      (at === path && code === 'source-missing') ||
      (severity === 'error' && (at === path || at.startsWith(`${path}.`))),
  );
}

function mendOf(expected: Expected, path: string): string {
  const details = { written: NOTHING_READABLE, expected: exampleOf(expected), is: '' };
  return makeFinding('figure-not-readable', path, details).mend;
}

/** What a unit by itself measures. */
function likeUnit(unit: string): Expected {
  const one = unit.startsWith('%') ? `1${unit}` : `1 ${unit}`;
  return readQuantity(one, 'any', '').value?.dimension ?? 'any';
}
