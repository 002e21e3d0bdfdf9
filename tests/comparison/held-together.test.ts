import { describe, expect, it } from 'vitest';
import { heldTogether, levelTogether } from '../../src/lib/comparison/held-together.ts';
import { summarise } from '../../src/lib/comparison/summarise.ts';
import type { Difference } from '../../src/lib/comparison/summary.ts';
import { joinSummaries } from '../../src/lib/server/join-summaries.ts';
import { withDrafts } from '../../src/lib/state/shown-summary.ts';
import { armOfRows, shares } from './arm-of-rows.ts';

const rows = [4, 6, 5, 9, 3, 8, 7, 4, 6, 5, 7, 8];
const ids = ['now', 'a', 'b', 'c'];
const result = {
  seed: 1,
  replications: rows.length,
  arms: ids.map((id, i) => ({
    ...armOfRows(rows.map((value, r) => [value + i * (1 + ((r * 7) % 5)), 1 + (r % 3), 4])),
    id,
  })),
};
const portfolio = {
  ...{ id: 'a-model', title: 'A model', hash: 'abc', notice: '' },
  ...{ start: '2027-04-01', horizonDays: 3652.5 },
};

/** What is said of some scenarios beside how it is now. */
function said(others: string[], isSimultaneous: boolean) {
  const scenarios = ['now', ...others].map((id) => ({ id, title: id, story: '' }));
  const what = { engine: '1', portfolio, result, scenarios, baseline: 'now' };
  return summarise({ ...what, isSimultaneous });
}

function ends({ low, high }: Difference): [number, number] {
  return [low ?? NaN, high ?? NaN];
}

describe('ranges of several scenarios', () => {
  it('are the same whether the scenarios were summed up together or each by itself', () => {
    const together = said(['a', 'b', 'c'], true);
    const apart = ['a', 'b', 'c'].map((id) => heldTogether(said([id], false), 3));
    const joined = joinSummaries(apart);
    expect(joined.comparisons).toEqual(together.comparisons);
    expect(joined.simultaneous).toEqual({ comparisons: 3, level: levelTogether(3) });
    const draft = withDrafts(said(['a', 'b'], true), said(['c'], true), ['c']);
    draft.comparisons.forEach(({ differences }, i) => {
      const others = together.comparisons[i].differences;
      differences.forEach((one, j) => {
        const [low, high] = ends(others[j]);
        expect(one.low).toBeCloseTo(low, 10);
        expect(one.high).toBeCloseTo(high, 10);
      });
    });
    expect(draft.simultaneous).toEqual(together.simultaneous);
  });

  it('are wider than of one alone by Student’s t, about the same difference', () => {
    const [alone] = said(['a'], true).comparisons[0].differences;
    const [beside] = said(['a', 'b', 'c'], true).comparisons[0].differences;
    expect(beside.difference).toBe(alone.difference);
    const [wide, narrow] = [beside, alone].map((one) => ends(one)[1] - ends(one)[0]);
    // t with 11 degrees of freedom: 2.8200 at 1 − 0.05 / 3, 2.2010 at 95%.
    expect(wide / narrow).toBeCloseTo(2.82 / 2.201, 3);
  });

  it('are as they were for one scenario, and never narrower than they were', () => {
    const one = said(['a'], false);
    expect(heldTogether(one)).toBe(one);
    const three = said(['a', 'b', 'c'], true);
    expect(heldTogether(three, 2)).toBe(three);
  });

  it('end where shares do, and stay there', () => {
    const measures = [{ ...shares, id: 'ended-by' }];
    const few = [
      [0, 1, 1],
      [0, 0, 1],
      [0, 1, 2],
    ];
    const arms = [few, [...few].reverse(), few.map(([, over, under]) => [0, under - over, under])];
    const run = {
      ...{ seed: 1, replications: 3 },
      arms: arms.map((own, i) => ({ ...armOfRows(own, { measures }), id: ids[i] })),
    };
    const scenarios = ids.slice(0, 3).map((id) => ({ id, title: id, story: '' }));
    const summary = summarise({ engine: '1', portfolio, result: run, scenarios, baseline: 'now' });
    const [before, after] = [summary, heldTogether(summary, 5)].map(({ comparisons }) =>
      comparisons.map(({ differences: [one] }) => one),
    );
    expect(before.some((one) => ends(one)[1] < 100)).toBe(true);
    for (const [i, one] of after.entries()) {
      expect(ends(one)[0]).toBeGreaterThanOrEqual(-100);
      expect(ends(one)[1]).toBeLessThanOrEqual(100);
      expect(ends(one)[1]).toBeGreaterThanOrEqual(ends(before[i])[1]);
    }
  });
});
