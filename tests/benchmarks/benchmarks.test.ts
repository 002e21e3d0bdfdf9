import { describe, expect, it } from 'vitest';
import { resolve } from '$lib/portfolio/resolve.ts';
import { runBare } from './bare-engine.ts';
import { larger } from './larger.ts';
import { CounterLuck, SequentialLuck } from './luck.ts';
import { ModelRuns, readPortfolio } from './models.ts';
import { queueCases } from './queue-case.ts';
import { median } from './sitting.ts';
import { table, type Row } from './table.ts';

/** Nothing here is timed: it is only seen that what is measured is what it is said to be. */
describe('what the benchmarks run', () => {
  it.each([
    ['counter', new CounterLuck(7)],
    ['sequential', new SequentialLuck(7)],
  ])('is the queue that theory knows, on %s draws', (_name, luck) => {
    const customers = 100_000;
    const { served, gaveUp, waitOfServed } = runBare(queueCases.W2, customers, luck);
    expect(served + gaveUp).toBe(customers);
    expect(waitOfServed / served / queueCases.W2.wait).toBeCloseTo(1, 1);
    // Chance of giving up 0.20399, from the literature; four standard errors of so many.
    expect(Math.abs(gaveUp / customers - 0.20399)).toBeLessThan(0.01);
  });

  it('is a partnership as many times as large', () => {
    const { raw, id } = readPortfolio('models/south-ayrshire');
    const [once, thrice] = [1, 3].map((times) => {
      const { value } = resolve(larger(raw, times, '1 year'), { id, changes: [] });
      return value!;
    });
    const posts = (one: typeof once) =>
      one.services.flatMap(({ roles }) => roles).reduce((sum, role) => sum + role.posts.value, 0);
    const arrive = (one: typeof once) =>
      one.groups.reduce((sum, group) => sum + group.arrive.value, 0);
    expect(posts(thrice)).toBeCloseTo(3 * posts(once), 6);
    expect(arrive(thrice)).toBeCloseTo(3 * arrive(once), 6);
  });

  it('runs a model to its measures', () => {
    const { raw, id } = readPortfolio('tests/known-answers/models/erlanga-8-overload');
    const runs = new ModelRuns(raw, id);
    expect(runs.run(7, 0)).toBeGreaterThan(40_000);
    expect(runs.measure('wait-mean') / queueCases.W2.wait).toBeCloseTo(1, 0);
    expect(runs.meanWaiting(7, 0)).toBeGreaterThan(8);
  });
});

describe('the table of ratios', () => {
  it('says of each whether its goal is met', () => {
    const row = (ratio: number, goal: Row['goal']): Row => ({
      what: 'x',
      ratio,
      spread: [ratio, ratio],
      goal,
      remark: '',
    });
    const met = (ratio: number, goal: Row['goal']) =>
      table([row(ratio, goal)])
        .split('\n')[2]
        .split('|')[5]
        .trim();
    expect(met(5, { atLeast: 5, aim: 8 })).toBe('yes');
    expect(met(8, { atLeast: 5, aim: 8 })).toBe('yes, aim too');
    expect(met(4.99, { atLeast: 5, aim: 8 })).toBe('no');
    expect(met(3.01, { atMost: 3, aim: 2 })).toBe('no');
    expect(met(1.9, { atMost: 3, aim: 2 })).toBe('yes, aim too');
    expect(met(7, undefined)).toBe('');
  });

  it('takes the middle one, or halfway between two', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});
