import { directionOf } from '../../words/changes.ts';
import { figure } from '../../words/figures.ts';
import { isClear, verdict } from '../../words/how-sure.ts';
import { measureWords } from '../../words/measure-words.ts';
import { listOf } from '../../words/numbers.ts';
import { differenceOf, estimateOf, type Key, type PeopleSource } from './people-source.ts';

/**
 * Say in a few words what a measure does across scenarios: "Relationships cut
 * short: clearly fewer under 2 of 3 other scenarios." Which ones, and by how
 * much, the picture says. Of a first look only how it is now is said.
 */
export function shortFinding(
  { summary, isFull }: Pick<PeopleSource, 'summary' | 'isFull'>,
  key: Key,
  title = measureWords(key.id).title,
): string {
  const [now, ...others] = summary.scenarios;
  const unit = estimateOf(now, key)?.unit ?? 'people';
  const said = figure(estimateOf(now, key)?.mean ?? null, unit);
  if (!isFull || others.length === 0) return `${title}: ${said} as it is now.`;
  const differences = others.map(({ id }) => differenceOf(summary, id, key));
  const clear = differences.flatMap((one) =>
    one && isClear(one) ? [(one.difference ?? 0) > 0 ? 1 : -1] : [],
  );
  const untold = differences.filter((one) => !one || verdict(one) === 'cannot tell').length;
  if (clear.length === 0) {
    if (untold === 0) return `${title}: no clear difference between these scenarios.`;
    if (untold === others.length) return `${title}: whether these scenarios differ cannot be told.`;
    return `${title}: no clear difference under ${others.length - untold} of ${others.length} other scenarios, and cannot be told under ${untold}.`;
  }
  const { less, more } = measureWords(key.id).direction ?? directionOf(unit);
  const of = (sign: number) => clear.filter((one) => one === sign).length;
  if (others.length === 1) {
    return `${title}: clearly ${of(1) > 0 ? more : less} under the other scenario.`;
  }
  const parts = [
    { word: less, count: of(-1) },
    { word: more, count: of(1) },
  ].filter(({ count }) => count > 0);
  const clauses = parts.map(({ word, count }, index) =>
    index === 0 ? `clearly ${word} under ${count}` : `${word} under ${count}`,
  );
  return `${title}: ${listOf(clauses)} of ${others.length} other scenarios.`;
}
