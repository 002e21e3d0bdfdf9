import type { Estimate, Summary } from '$lib/comparison/summary.ts';
import { acrossScenarios } from '$lib/words/across-scenarios.ts';
import { figure } from '$lib/words/figures.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { differenceOf, estimateOf, stepOfRow, whichServicesOf, type Key } from './look-up.ts';

/**
 * Say what one measure does across scenarios: how it is now, then the scenarios that differ
 * clearly, then that the others do not or cannot be told. Of results that have not settled only how
 * it is now is said.
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
  return acrossScenarios(
    start,
    settled.map((scenario) => ({
      title: scenario.title,
      figure: said(scenario),
      difference: differenceOf(summary, scenario.id, key),
    })),
  );
}
