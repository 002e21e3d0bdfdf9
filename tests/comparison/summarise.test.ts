import { describe, expect, it } from 'vitest';
import { armsOfComparison } from '../../src/lib/comparison/effect-arms.ts';
import { summarise } from '../../src/lib/comparison/summarise.ts';
import type { ArmResult } from '../../src/lib/experiment/merge.ts';
import { armOfRows } from './arm-of-rows.ts';

const portfolio = {
  id: 'a-model',
  title: 'A model',
  hash: 'abc',
  notice: 'A sketch.',
  start: '2027-04-01',
  horizonDays: 3652.5,
};
const texts = ['as-it-is', 'longer'].map((id) => ({ id, title: id.toUpperCase(), story: '' }));

function resultOf(ids: string[], notes: Record<string, string[]> = {}) {
  const arms: ArmResult[] = ids.map((id, i) => ({
    ...armOfRows([
      [1 + i, 1, 4],
      [2 + i * i, 2, 4],
    ]),
    id,
    notes: notes[id] ?? [],
  }));
  return { seed: 7, replications: 2, arms };
}

function summaryOf(ids: string[], baseline: string | null, notes = {}) {
  const result = resultOf(ids, notes);
  return summarise({ engine: '1', portfolio, result, scenarios: texts, baseline });
}

describe('a summary', () => {
  const ids = armsOfComparison(texts.map(({ id }) => ({ id, changes: [] }))).map(({ id }) => id);

  it('shows each scenario and compares the others with the baseline', () => {
    const summary = summaryOf(ids, 'as-it-is');
    expect(summary).toMatchObject({ engine: '1', seed: 7, replications: 2, portfolio });
    expect(summary.scenarios.map(({ title, measures }) => [title, measures[0].mean])).toEqual([
      ['AS-IT-IS', 1.5],
      ['LONGER', 2.5],
    ]);
    expect(summary.comparisons).toHaveLength(1);
    expect(summary.comparisons[0]).toMatchObject({ scenario: 'longer', baseline: 'as-it-is' });
    const [waits] = summary.comparisons[0].differences;
    expect(waits.difference).toBe(1);
    expect(waits.contractDatesAlone?.difference).toBe(3);
  });

  it('compares nothing without a baseline, and says nothing of effects that were not run', () => {
    expect(summaryOf(['as-it-is', 'longer'], null).comparisons).toEqual([]);
    const [comparison] = summaryOf(['as-it-is', 'longer'], 'as-it-is').comparisons;
    expect(comparison.differences[0].contractDatesAlone).toBeNull();
  });

  it('says a note of all once and of one with its title', () => {
    const notes = { 'as-it-is': ['Not steady.', 'Full.'], longer: ['Not steady.'] };
    expect(summaryOf(ids, null, notes).notes).toEqual(['Not steady.', 'AS-IT-IS: Full.']);
  });

  it('refuses a result without the arm of a scenario', () => {
    expect(() => summaryOf(['as-it-is'], null)).toThrow('no arm longer');
  });
});

describe('what a summary says over time', () => {
  const month = 365.25 / 12;

  it('gives means and ratios by month, and null where there is nothing', () => {
    const series = (shape: 'mean' | 'ratio', numerator: number, denominator: number) => ({
      id: 'list',
      by: null,
      unit: 'people' as const,
      shape,
      numerator,
      denominator,
      scale: 1,
    });
    const arm = armOfRows([[1], [1]], { series: [series('mean', 0, -1), series('ratio', 0, 2)] });
    arm.series.set([3, 5, 6, 0]);
    const result = { seed: 1, replications: 2, arms: [{ ...arm, id: 'as-it-is' }] };
    const scenarios = texts.slice(0, 1);
    arm.plan.measures = [];
    const summary = summarise({ engine: '1', portfolio, result, scenarios, baseline: null });
    expect(summary.scenarios[0].series.map(({ values }) => values)).toEqual([
      [1.5, 2.5],
      [0.5, null],
    ]);
  });

  it('draws endings from day 0, month by month, as far as anybody was watched', () => {
    const quarters = Array.from({ length: 96 }, (_, i) => ((i + 1) * month) / 4);
    const endings = {
      strata: [null, { kind: 'service' as const, id: 'empty' }],
      binEnds: quarters,
      reasons: ['left-early', 'worker-left', 'still-going'],
    };
    const arm = { ...armOfRows([[1], [1]], { endings, measures: [] }), id: 'as-it-is' };
    // Of four: one leaves in the first quarter month, one loses the worker in the fifth,
    // one is last seen in the ninth, one leaves in the tenth.
    for (const at of [0, 4 * 3 + 1, 8 * 3 + 2, 9 * 3]) arm.endings[at] = 1;
    const result = { seed: 1, replications: 2, arms: [arm] };
    const scenarios = texts.slice(0, 1);
    const summary = summarise({ engine: '1', portfolio, result, scenarios, baseline: null });
    expect(summary.scenarios[0].endings).toEqual([
      {
        by: null,
        days: [0, month, 2 * month, 3 * month],
        reasons: ['left-early', 'worker-left'],
        shares: [
          [0, 0.25, 0.25, 0.75],
          [0, 0, 0.25, 0.25],
        ],
      },
    ]);
  });
});
