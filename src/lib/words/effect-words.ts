import type { MeasureExplained } from '../comparison/explanation.ts';
import { apartSize } from './apart-words.ts';

/**
 * What each assumption that was looked at closely does to the difference between two scenarios, by
 * its id: "from 3 fewer at the low end of its range to 9 fewer at the high end".
 */
export function effectsOnAnswer({ measure, inputs }: MeasureExplained): Record<string, string> {
  return Object.fromEntries(
    inputs.flatMap(({ key, atLow, atHigh, swing }) => {
      if (!key.startsWith('assumptions.')) return [];
      const moved =
        swing.low !== null && swing.high !== null && swing.low <= 0 && swing.high >= 0
          ? 'no clear effect: '
          : '';
      const ends = [atLow, atHigh].map((apart) => apartSize(apart, measure));
      const words = `${moved}${ends[0]} at the low end of its range, ${ends[1]} at the high end`;
      return [[key.slice('assumptions.'.length), words]];
    }),
  );
}

/** What such effects are of; `title` is the measure's. */
export function effectsOf({ inputs }: MeasureExplained, title: string, scenario: string): string {
  return (
    `Effect on the answer: what becomes of the difference between “${scenario}” and how it is now in ` +
    `“${title}”, with the assumption at either end of its range. ` +
    `${inputs.length} figures were looked at closely, the others were not.`
  );
}
