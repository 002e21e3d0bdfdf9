import type { Estimate, Summary } from '$lib/comparison/summary.ts';
import { figure } from '$lib/words/figures.ts';
import { verdict } from '$lib/words/how-sure.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { listOf } from '$lib/words/numbers.ts';
import { differenceOf, estimateOf, stepOfRow, whichServicesOf, type Key } from './look-up.ts';

/**
 * Say what one measure does across scenarios: how it is now, then the scenarios that differ
 * clearly, then that the others do not. Of results that have not settled only how it is now is
 * said.
 */
export function findingOf(
  summary: Summary,
  key: Key & Pick<Estimate, 'unit'>,
  isSettled: (scenario: string) => boolean,
): string {
  const [now, ...others] = summary.scenarios;
  const step = stepOfRow(summary, key, isSettled);
  const said = (scenario: typeof now) =>
    figure(estimateOf(scenario, key)?.mean ?? null, key.unit, '', step);
  const start = `${measureTitle(key.id, key.by, {}, whichServicesOf(summary, key))}: ${said(now)} as it is now`;
  const settled = others.filter(({ id }) => isSettled(id));
  if (settled.length === 0) return `${start}.`;
  const clear = settled.filter(({ id }) => {
    const difference = differenceOf(summary, id, key);
    const judged = difference && verdict(difference);
    return judged && judged !== 'no clear difference' && judged !== 'cannot tell';
  });
  if (clear.length === 0) {
    const which = settled.length === 1 ? `under “${settled[0].title}”` : 'under any other scenario';
    return `${start}, and no clear difference ${which}.`;
  }
  const figures = clear.map((scenario) => `${said(scenario)} under “${scenario.title}”`);
  const rest = settled.length - clear.length;
  const end =
    rest === 0 ? '' : `; no clear difference under the ${rest === 1 ? 'other' : 'others'}`;
  return `${start}, ${listOf(figures)}${end}.`;
}
