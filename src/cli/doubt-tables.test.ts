import { describe, expect, it } from 'vitest';
import type { Difference, DifferenceOverFigures, Summary } from '$lib/comparison/summary.ts';
import type { Names } from '$lib/words/names.ts';
import { differenceDoubtTables } from './doubt-tables.ts';

const over: DifferenceOverFigures = {
  ...{ draws: 40, mean: 0.1, low: -1, high: 1, shareFromFigures: 0, shareBetter: 0.48 },
  ...{ figures: { low: -0.8, high: 0.9 }, oneFuture: { low: -4, high: 4 } },
  shareFuturesBetter: 0.51,
};

function table(more: Partial<Difference>): string {
  const difference = {
    ...{ id: 'spend', by: null, unit: 'per 100', difference: 0.1, low: -1, high: 1 },
    ...{ shareBetter: 0.55, headline: true, better: 'lower', overFigures: over, ...more },
  };
  const summary = {
    replications: 200,
    drawn: { inputs: 3, draws: 40, each: 2 },
    scenarios: [{ id: 'other', title: 'Other', measures: [difference] }],
    comparisons: [{ scenario: 'other', baseline: 'first', differences: [difference] }],
  } as unknown as Summary;
  return differenceDoubtTables(summary, {} as Names, 200).join('\n');
}

it('gives no size of a difference without a range: it cannot be told', () => {
  const text = table({ difference: -20.8, low: null, high: null, shareBetter: null });
  expect(text).toMatch(/cannot tell/i);
  expect(text).not.toContain('20.8');
});

describe('how often a difference is for the better', () => {
  it('is said beside the range that it is of: runs by luck, sets of figures, single futures', () => {
    expect(table({})).toContain('better in 55 of 100 runs');
    // The shares over drawn figures stand under their own ranges, in this order.
    expect(table({})).toMatch(/\(−4\.0 to \+4\.0\)\n/);
    expect(table({})).toMatch(/better in 48 of 100 sets +better in 51 of 100 futures\n/);
  });

  it('says of which runs, sets and futures it is where some tell nothing', () => {
    const text = table({ runsTold: 40, overFigures: { ...over, draws: 30, futuresTold: 50 } });
    expect(text).toContain('better in 22 of 40 runs in which both');
    expect(text).toContain('better in 48 of 100 sets in which both');
    expect(text).toContain('better in 51 of 100 futures in which both');
    expect(table({})).not.toContain('in which');
  });

  it('is “cannot tell” where there is no share, and is not said where neither is better', () => {
    expect(table({ shareBetter: null })).toMatch(/better in how many runs: cannot tell/i);
    expect(table({ overFigures: { ...over, shareBetter: null } })).toMatch(
      /better in how many sets: cannot tell/i,
    );
    expect(table({ overFigures: { ...over, shareFuturesBetter: null } })).toMatch(
      /better in how many futures: cannot tell/i,
    );
    expect(table({ overFigures: null }).match(/cannot tell/gi)).toHaveLength(2);
    expect(table({ better: 'neither' })).not.toContain('better in');
  });
});

it('says money so finely that a range that holds less than nothing shows it', () => {
  const drawn = {
    ...over,
    figures: { low: -423, high: 2_948 },
    oneFuture: { low: -9e3, high: 8e3 },
  };
  const text = table({
    unit: 'GBP',
    difference: 2_483,
    low: -480,
    high: 5_445,
    overFigures: drawn,
  });
  expect(text).toContain('(−480 to +5,445)');
  expect(text).toContain('(−423 to +2,948)');
  expect(text).toMatch(/Spent, a year, pounds/);
});
