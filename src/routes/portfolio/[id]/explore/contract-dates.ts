import type { Summary } from '$lib/comparison/summary.ts';
import { contractDatesSentence } from '$lib/words/contract-dates-sentence.ts';
import { isMuch } from '$lib/words/how-sure.ts';
import type { Names } from '$lib/words/names.ts';
import { differenceOf, fullTitle, headlinesOf } from '../compare/look-up.ts';

/**
 * What a scenario does without assumed effects to the first main measure that changes by something that counts, or
 * to the first of all where none does; null until that is worked out.
 */
export function contractDatesOf(
  summary: Summary,
  id: string,
  names: Names,
): { title: string; said: string } | null {
  const told = headlinesOf(summary)
    .filter(({ better }) => better !== 'neither')
    .flatMap((headline) => {
      const by = differenceOf(summary, id, headline);
      return by?.contractDatesAlone ? [{ headline, by }] : [];
    });
  const first = told.find(({ by }) => isMuch(by)) ?? told[0];
  if (!first) return null;
  return {
    title: fullTitle(summary, first.headline, names),
    said: contractDatesSentence(first.by),
  };
}
