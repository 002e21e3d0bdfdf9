import type { Estimate } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';
import { CANNOT_TELL, cell, unitHeading } from '$lib/words/figures.ts';
import { measureTitle, measureWords } from '$lib/words/measure-words.ts';
import { money } from '$lib/words/money.ts';
import type { Names } from '$lib/words/names.ts';
import { nameOf } from '$lib/words/names.ts';
import { capitalised } from '$lib/words/numbers.ts';

/** "Relationships cut short, of 100 relationships begun": what a row counts, and in what. */
export function rowLabel(
  { id, by }: { id: string; by: By | null },
  like: Estimate | undefined,
  names: Names,
): string {
  const { who } = measureWords(id);
  const isPromise = id === 'criterion-reached' && by !== null;
  const title = isPromise ? capitalised(nameOf(by, names)) : measureTitle(id, by, names);
  if (!like || like.unit === 'GBP' || like.unit === 'GBP each') return title;
  return `${title}, ${unitHeading(like.unit)}${who ? ` ${who}` : ''}`;
}

/** A figure over its range: "37" and below it "(35 to 39)". */
export function figureCell(figure: Estimate | undefined): string {
  if (!figure) return '–';
  const { mean, low, high, unit } = figure;
  if (mean === null) return CANNOT_TELL;
  const say = (value: number) =>
    unit === 'GBP' || unit === 'GBP each' ? money(value) : cell(value, unit);
  return low === null || high === null ? say(mean) : `${say(mean)}\n(${say(low)} to ${say(high)})`;
}
