import type { SaidShown } from '../comparison/said-shown.ts';
import type { SaidBy } from '../portfolio/said.ts';
import { dateInWords, monthInWords } from './dates.ts';
import { outOf } from './frequencies.ts';

/** "Workers", "A panel": who said it. */
export function saidByInWords(who: SaidBy): string {
  switch (who) {
    case 'panel':
      return 'A panel of people with lived experience';
    case 'people supported':
      return 'People who were supported';
    case 'families':
      return 'Families';
    case 'workers':
      return 'Workers';
  }
}

/** "2022", "November 2022", "4 November 2022": a date as fully as it is known. */
export function whenInWords(when: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return dateInWords(when);
  return /^\d{4}-\d{2}$/.test(when) ? monthInWords(`${when}-01`) : when;
}

/** Under what was said: where it is known from, when, and who agreed. */
export function saidFrom({ agree, when, source }: SaidShown): string {
  const from = source
    ? [source.title, source.by, when === '' ? source.year : undefined].filter(Boolean).join(', ')
    : 'no source named';
  const date = when === '' ? '' : `, ${whenInWords(when)}`;
  return `${from}${date}${agree === null ? '' : `; ${outOf(agree * 100, 'agreed')}`}`;
}
