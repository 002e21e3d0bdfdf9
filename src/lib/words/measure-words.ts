import type { By } from '../measures/measure.ts';
import { capitalised } from './numbers.ts';
import { nameOf, type Names } from './names.ts';
import { words, type MeasureWords } from './measure-wording.ts';
import { relationshipWords } from './measure-words-relationships.ts';
import { supportWords } from './measure-words-support.ts';
import { waitingWords } from './measure-words-waiting.ts';

export type { MeasureWords } from './measure-wording.ts';

/** Every measure that runs report, with the titles of the catalogue of measures. */
const WORDS: Record<string, MeasureWords> = {
  ...waitingWords,
  ...relationshipWords,
  ...supportWords,
};

/** The words for a measure; an unknown id speaks for itself. */
export function measureWords(id: string): MeasureWords {
  const known = WORDS[id];
  if (known) return known;
  const title = capitalised(id.replaceAll('-', ' '));
  return words(title, `${title}: {}`);
}

/** Ids of all measures that have words. */
export function measuresWithWords(): string[] {
  return Object.keys(WORDS);
}

/**
 * "Relationships cut short, ROADS"; "Reached in time: Help with a safe place to
 * live"; "Relationships cut short, in services paid by awards that end".
 *
 * `which` is added where the whole must be told from a part: "in all services".
 */
export function measureTitle(id: string, by: By | null, names: Names, which = ''): string {
  const { title } = measureWords(id);
  return [title + splitTitle(by, names), which].filter((part) => part !== '').join(', ');
}

/** What a split is called; of a gap, the measure that it is of. */
export function splitName(by: By, names: Names): string {
  if (by.kind === 'measure') return measureWords(by.id).title;
  if (by.within?.kind !== 'measure') return nameOf(by, names);
  const promise = nameOf({ kind: by.kind, id: by.id }, names);
  return `${promise} (${measureWords(by.within.id).title.toLowerCase()})`;
}

function splitTitle(by: By | null, names: Names): string {
  if (by === null) return '';
  if (by.kind === 'funding') return `, in ${nameOf(by, names)}`;
  const funding = by.within?.kind === 'funding' ? by.within : null;
  const isGap = by.kind === 'measure' || by.within?.kind === 'measure';
  const own = funding ? { kind: by.kind, id: by.id } : by;
  const ofFunding = funding ? `, in ${nameOf({ kind: 'funding', id: funding.id }, names)}` : '';
  const isNamed = by.kind === 'criterion' || by.kind === 'reason' || isGap;
  return `${isNamed ? ': ' : ', '}${splitName(own, names)}${ofFunding}`;
}
