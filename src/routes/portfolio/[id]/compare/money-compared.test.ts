import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Difference, Estimate, Summary } from '$lib/comparison/summary.ts';
import MoneyCompared from './MoneyCompared.svelte';

const LOST = { id: 'capacity-lost', by: null, unit: 'per cent', better: 'lower' } as const;

const scenario = (id: string, mean: number) => ({
  ...{ id, title: id, story: '', series: [], endings: [], threads: [] },
  measures: [{ ...LOST, mean, low: mean - 1, high: mean + 1, headline: true } as Estimate],
});

const difference = (scenario: string, by: number, margin: number) => ({
  ...{ scenario, baseline: 'as-it-is' },
  differences: [{ ...LOST, difference: by, low: by - margin, high: by + margin } as Difference],
});

it('says shares that differ clearly as far apart as they are', () => {
  const summary = {
    scenarios: [scenario('as-it-is', 9.36), scenario('longer', 7.86), scenario('hub', 9.9)],
    comparisons: [difference('longer', -1.5, 0.4), difference('hub', 0.54, 0.3)],
  } as unknown as Summary;
  const textOf = (isSettled: () => boolean) =>
    render(MoneyCompared, { props: { summary, prices: '', isSettled } })
      .body.replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
  expect(textOf(() => true)).toContain(
    '9.4% 7.9% 1.5 percentage points lower 9.9% 0.5 percentage points higher',
  );
  expect(textOf(() => false)).toContain('9% 8% 10%');
});
