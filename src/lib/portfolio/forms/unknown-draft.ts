import { readQuantity, type Expected, type ReadQuantity } from '../../formula/read-quantity.ts';
import { assumedRange } from '../read-figure.ts';
import { partsOf, writtenOf, type FigureDraft } from './figure-draft.ts';
import { TAILS } from './written-figures.ts';

/**
 * Return a draft of an estimated figure that nobody here knows: its best value stays, and its source
 * says that it waits for somebody who knows. Each end is the assumed one, 30 per cent away, or its
 * own where that is wider, whatever its unit.
 *
 * What cannot be read stays as typed: it is for the check to say so. `expected` is how the place
 * reads what is written there.
 */
export function unknownDraft(draft: FigureDraft, source: string, expected: Expected): FigureDraft {
  const read = (typed: string): ReadQuantity | null => {
    const written = writtenOf(typed, draft.unit);
    return written === null ? null : readQuantity(written, expected, '', TAILS).value;
  };
  const best = read(draft.best);
  if (!best || best.value <= 0) return { ...draft, source };
  const assumed = assumedRange(best);
  const [low, high] = [read(draft.low), read(draft.high)];
  const keepsLow = low ? low.value < assumed.low : draft.low.trim() !== '';
  const keepsHigh = high ? high.value > assumed.high : draft.high.trim() !== '';
  if (!keepsLow && !keepsHigh) return { ...draft, low: '', high: '', source };
  const ends = {
    low: keepsLow ? draft.low : timesBest(draft, 0.7, best),
    high: keepsHigh ? draft.high : timesBest(draft, 1.3, best),
  };
  return { ...draft, ...ends, source };
}

/** The best value of a draft times a factor, as an end of its range is typed. */
function timesBest(draft: FigureDraft, factor: number, { dimension }: ReadQuantity): string {
  const { number, unit } = partsOf(String(writtenOf(draft.best, draft.unit)));
  const whole = unit.startsWith('%') ? 100 : Infinity;
  let end = Number(number) * factor;
  if (dimension === 'share') end = Math.min(end, Math.max(Number(number), whole));
  else if (unit.includes('within') && end >= whole) {
    // A rate under which all leave within a time is none: half as high again as the best one.
    const others = 1 - Number(number) / whole;
    end = whole * (1 - others * Math.sqrt(others));
  }
  const rounded = String(Number(end.toPrecision(4)));
  return unit === draft.unit ? rounded : String(writtenOf(rounded, unit));
}
