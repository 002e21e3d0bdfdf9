import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Difference, Estimate, Summary } from '$lib/comparison/summary.ts';
import InShort from './InShort.svelte';

const measure = { id: 'cut-short-per-100', by: null, unit: 'per 100', better: 'lower' } as const;
const estimate = (mean: number): Estimate => ({
  ...{ ...measure, mean, low: mean - 1, high: mean + 1, headline: true },
});
const difference: Difference = {
  ...{ ...measure, difference: -9, low: -12, high: -6, shareBetter: 1, headline: true },
  ...{ contractDatesAlone: null, assumedEffects: null },
};
const scenario = (id: string, mean: number) => ({
  ...{ id, title: id, story: '', measures: [estimate(mean)], series: [], endings: [], threads: [] },
});

it('says which other reading of renewal was not run, and where it is', () => {
  const summary = {
    replications: 200,
    scenarios: [scenario('as-it-is', 23), scenario('longer', 14)],
    comparisons: [{ scenario: 'longer', baseline: 'as-it-is', differences: [difference] }],
  } as unknown as Summary;
  const said = (renewal: 'per year' | 'per decision') =>
    render(InShort, {
      props: {
        ...{ summary, names: {}, figures: { known: 9, weak: 3 }, isSettled: () => true },
        ...{ renewal, why: '/portfolio/town/why?scenarios=longer' },
      },
    })
      .body.replace(/<!--.*?-->/g, '')
      .replace(/\s+/g, ' ');
  expect(said('per year')).toContain('renewal read per decision and not per year');
  expect(said('per decision')).toContain('renewal read per year and not per decision');
  expect(said('per year')).toMatch(
    /<a [^>]*href="\/portfolio\/town\/why\?scenarios=longer"[^>]*>Why do they differ\?<\/a> tries both/,
  );
});
