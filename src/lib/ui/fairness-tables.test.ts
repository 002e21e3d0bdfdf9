import { render } from 'svelte/server';
import { expect, it } from 'vitest';
import type { Fairness, PartShown } from '../comparison/fairness.ts';
import type { Difference, Estimate } from '../comparison/summary.ts';
import FairnessByDeprivation from './FairnessByDeprivation.svelte';
import FairnessByPart from './FairnessByPart.svelte';

const CUT = { id: 'cut-short-per-100', by: null, unit: 'per 100', better: 'lower' } as const;

const figure = (mean: number, margin: number): Estimate => ({
  ...{ ...CUT, mean, low: mean - margin, high: mean + margin, headline: false },
});

const part = (mean: number, change: number): PartShown => ({
  estimate: figure(mean, 1.2),
  apart:
    change === 0
      ? null
      : ({ ...CUT, difference: change, low: change - 0.2, high: change + 0.2 } as Difference),
});

const scenario = (id: string, mean: number, change: number) => ({
  id,
  everybody: part(mean, change),
  deprivation: {
    ...{ most: figure(mean, 1.2), others: figure(mean - 0.6, 1.2), gap: figure(0.6, 0.3) },
    ...{ ratio: null, gapApart: null, ratioApart: null, wider: null },
    ...{ worseOff: 'most' as const, change: null },
  },
  localities: [part(mean, change)],
  groups: [],
});

const fairness: Fairness = {
  scenarios: ['now', 'longer'].map((id) => ({ id, title: id })),
  localities: [{ id: 'ayr', name: 'Ayr', peopleAYear: 90 }],
  groups: [],
  knowsDeprivation: true,
  measures: [
    {
      ...{ id: CUT.id, criterion: null, unit: CUT.unit, better: CUT.better },
      isAgainstNeed: true,
      scenarios: [scenario('now', 10.4, 0), scenario('longer', 9.8, -0.6)],
    },
  ],
};

const textOf = ({ body }: { body: string }) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

it('says both sides so finely that they do not look alike beside their gap', () => {
  const props = { fairness, names: {}, isFull: true };
  expect(textOf(render(FairnessByDeprivation, { props }))).toContain(
    '10.4 of 100 (between 9.2 and 11.6) 9.8 of 100 (between 8.6 and 11) 0.6 more',
  );
});

it('says a place in all scenarios as finely as their difference needs, once all runs are done', () => {
  const text = (isFull: boolean) =>
    textOf(render(FairnessByPart, { props: { fairness, by: 'localities', names: {}, isFull } }));
  expect(text(true)).toMatch(/10\.4 of 100 .* 9\.8 of 100 \(between [^)]*\) 0\.6 fewer/);
  expect(text(false)).not.toContain('9.8 of 100');
});
