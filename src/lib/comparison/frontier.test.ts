import { describe, expect, it } from 'vitest';
import { frontierOf } from './frontier.ts';
import type { Difference, Estimate, Summary } from './summary.ts';

type Told = Record<string, [value: number, half: number]>;

const USUAL: Told = {
  spend: [100, 1],
  'relationships-begun': [50, 1],
  'cut-short': [20, 1],
  'stopped-waiting': [10, 1],
};

/** Scenarios whose measures differ from the baseline's by what is told. */
function summary(scenarios: Record<string, Told>): Summary {
  const ids = ['now', ...Object.keys(scenarios)];
  const measures = (told: Told) =>
    Object.entries(USUAL).map(([id, [value, half]]) => {
      const mean = value + (told[id]?.[0] ?? 0);
      return { id, by: null, mean, low: mean - half, high: mean + half } as unknown as Estimate;
    });
  const differences = (told: Told) =>
    Object.keys(USUAL).map((id) => {
      const [difference, half] = told[id] ?? [0, 0];
      const range = { low: difference - half, high: difference + half };
      return { id, by: null, difference, ...range } as unknown as Difference;
    });
  return {
    scenarios: ids.map((id) => ({ id, title: id, measures: measures(scenarios[id] ?? {}) })),
    comparisons: Object.entries(scenarios).map(([scenario, told]) => ({
      ...{ scenario, baseline: 'now', differences: differences(told) },
    })),
  } as unknown as Summary;
}

const standings = (of: Summary, kind: 'kept' | 'unmet' = 'kept') =>
  Object.fromEntries(frontierOf(of, kind).map(({ id, standing }) => [id, standing]));

describe('money against what people get', () => {
  it('sums measures with their signs, and their ranges as if all luck went one way', () => {
    const [now] = frontierOf(summary({}), 'kept');
    expect(now.outcome).toEqual({ value: 30, low: 28, high: 32 });
    expect(now.money).toEqual({ value: 100, low: 99, high: 101 });
  });

  it('calls clear what each other one clearly costs more than or does less than', () => {
    const of = summary({
      dearer: { spend: [10, 2], 'cut-short': [-5, 1] },
      worse: { spend: [5, 2], 'cut-short': [5, 1] },
    });
    expect(standings(of)).toEqual({ now: 'clear', dearer: 'clear', worse: 'behind' });
    expect(frontierOf(of, 'kept').map(({ costsLeast }) => costsLeast)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('cannot tell what luck could make look better', () => {
    const of = summary({ alike: { spend: [1, 3], 'cut-short': [-1, 3] } });
    expect(standings(of)).toEqual({ now: 'cannot tell', alike: 'cannot tell' });
  });

  it('takes the same money in every run for the same', () => {
    const of = summary({ better: { 'cut-short': [-5, 1] } });
    expect(standings(of)).toEqual({ now: 'behind', better: 'clear' });
  });

  it('takes less unmet need for better', () => {
    const of = summary({ fewer: { 'stopped-waiting': [-4, 1] } });
    expect(standings(of, 'unmet')).toEqual({ now: 'behind', fewer: 'clear' });
  });

  it('compares two scenarios through the baseline, no more surely than that allows', () => {
    const near = summary({
      a: { spend: [10, 4], 'cut-short': [-5, 1] },
      b: { spend: [15, 4], 'cut-short': [-5, 1] },
    });
    // 5 apart with half-widths of 4 each: it cannot be told which is cheaper.
    expect(standings(near)).toMatchObject({ a: 'cannot tell', b: 'cannot tell' });
  });
});
