import type { Measure } from '$lib/measures/measure.ts';
import { isOfAwards } from '$lib/words/which-services.ts';
import { Misuse } from './outcome.ts';

/** Relationships cut short: the first headline. */
const USUAL = 'cut-short-per-100';

/**
 * Return the measure that a person asks for: its id, or id and what it is split
 * by as in "criterion-reached:housing". Of an id alone, the one that counts
 * services paid by awards that end comes first, since terms reach those.
 *
 * Throws `Misuse` with the headlines there are.
 */
export function chooseMeasure(measures: readonly Measure[], asked = USUAL): Measure {
  const [id, of] = asked.split(':');
  const among = measures.filter((measure) => measure.id === id);
  const found =
    of === undefined
      ? (among.find((measure) => isOfAwards(measure) && measure.headline) ??
        among.find(({ by }) => by === null))
      : among.find(({ by }) => by?.id === of && !by.within);
  if (found) return found;
  const known = measures
    .filter(({ headline }) => headline)
    .map((measure) => (measure.by ? `${measure.id}:${measure.by.id}` : measure.id));
  const reason = among.length > 0 ? ' That one is counted by parts: say which.' : '';
  throw new Misuse(
    `There is no measure ${asked}.${reason} The headlines are: ${known.join(', ')}.`,
  );
}
