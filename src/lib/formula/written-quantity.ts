import { daysIn, monthsIn, timeUnit } from './units.ts';

/** A quantity as its words say it, before a place asks for a dimension. */
export type WrittenQuantity =
  /** `12`, `1.6 times as long`. */
  | { kind: 'number'; value: number }
  /** `45%`. */
  | { kind: 'share'; value: number }
  /** `12 weeks`; `months` where calendar months can be counted. */
  | { kind: 'time'; days: number; months: number | null }
  /** `11 per month`. */
  | { kind: 'per'; aDay: number }
  /** `9% per month`: a rate. */
  | { kind: 'share-per'; aDay: number }
  /** `9% within a month`: a chance. */
  | { kind: 'chance'; share: number; days: number }
  /** `24000 GBP`, `13500 GBP each`, `46000 GBP per year`. */
  | { kind: 'money'; pounds: number }
  | { kind: 'money-each'; pounds: number }
  | { kind: 'money-per'; aDay: number };

const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,3})?/;
const LONGEST = 120;

/**
 * Return what the words of a quantity say, or null when they are not one.
 *
 * `tail` lists endings that belong to the place and say nothing new, such as
 * “before it ends”. Letters are small except GBP; spaces may be any number.
 */
export function readWords(text: string, tail: readonly string[] = []): WrittenQuantity | null {
  if (text.length > LONGEST) return null;
  let words = text.trim().replace(/\s+/g, ' ');
  for (const end of tail) if (words.endsWith(` ${end}`)) words = words.slice(0, -end.length - 1);
  const found = NUMBER.exec(words);
  if (!found) return null;
  const value = Number(found[0]);
  if (!Number.isFinite(value)) return null;
  const rest = words.slice(found[0].length);
  if (/^ ?%/.test(rest)) return readShare(value / 100, rest.replace(/^ ?%/, '').trim());
  if (rest !== '' && !rest.startsWith(' ')) return null;
  return readUnit(value, rest.trim());
}

function readShare(share: number, rest: string): WrittenQuantity | null {
  if (rest === '') return { kind: 'share', value: share };
  if (rest.startsWith('per ')) {
    const days = readPeriod(rest.slice(4));
    return days === null ? null : { kind: 'share-per', aDay: share / days };
  }
  if (rest.startsWith('within ')) {
    const days = readSpan(rest.slice(7));
    return days === null ? null : { kind: 'chance', share, days };
  }
  return null;
}

function readUnit(value: number, rest: string): WrittenQuantity | null {
  if (rest === '' || rest === 'times' || rest === 'times as long') return { kind: 'number', value };
  if (rest === 'GBP') return { kind: 'money', pounds: value };
  if (rest === 'GBP each') return { kind: 'money-each', pounds: value };
  if (rest.startsWith('GBP per ')) {
    const days = readPeriod(rest.slice(8));
    return days === null ? null : { kind: 'money-per', aDay: value / days };
  }
  if (rest.startsWith('per ')) {
    const days = readPeriod(rest.slice(4));
    return days === null ? null : { kind: 'per', aDay: value / days };
  }
  const unit = timeUnit(rest);
  if (unit === null) return null;
  const months = monthsIn(unit);
  return {
    kind: 'time',
    days: value * daysIn(unit),
    months: months === null ? null : value * months,
  };
}

/** “month”: the singular after “per”. */
function readPeriod(word: string): number | null {
  const unit = timeUnit(word);
  return unit === null || word !== unit ? null : daysIn(unit);
}

/** “a month”, “one year”, “6 months”: what follows “within”. */
function readSpan(words: string): number | null {
  const single = /^(?:a|an|one) (.+)$/.exec(words);
  if (single) return readPeriod(single[1]);
  const several = /^(\d+(?:\.\d+)?) (.+)$/.exec(words);
  if (!several) return null;
  const unit = timeUnit(several[2]);
  const count = Number(several[1]);
  return unit === null || count <= 0 ? null : count * daysIn(unit);
}
