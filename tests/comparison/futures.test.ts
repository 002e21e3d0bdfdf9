import { describe, expect, it } from 'vitest';
import { DOTS, futuresApart, futuresOf } from '$lib/comparison/futures.ts';
import { seriesEstimate } from '$lib/comparison/series-estimate.ts';
import { armOfRows, shares, waits } from './arm-of-rows.ts';

const count = 200;
/** Waits 0 to 199 in a muddled order; one event in two, and in every tenth replication none. */
const rows = Array.from({ length: count }, (_, r) => [
  (r * 77) % count,
  r % 10 === 0 ? 0 : 1,
  r % 10 === 0 ? 0 : 2,
]);

describe('single futures of a headline', () => {
  it('stand at the quantiles (i − 0.5) / n of the replications', () => {
    const futures = futuresOf({ arm: armOfRows(rows), measure: waits });
    expect(futures).toHaveLength(DOTS);
    // The 2.5th percentile of 0 … 199 is 199 × 0.025.
    futures?.forEach((value, i) => expect(value).toBeCloseTo(199 * ((i + 0.5) / DOTS), 4));
  });

  it('leave out replications in which a ratio has nothing under it', () => {
    const futures = futuresOf({ arm: armOfRows(rows), measure: shares });
    expect(new Set(futures)).toEqual(new Set([50]));
  });

  it('cannot be told from fewer replications than there are dots', () => {
    const few = armOfRows(rows.slice(0, DOTS - 1));
    expect(futuresOf({ arm: few, measure: waits })).toBeNull();
    const half = armOfRows(rows.slice(0, 22));
    // Two of the 22 and then three have nothing under the ratio.
    expect(futuresOf({ arm: half, measure: shares })).toBeNull();
  });

  it('are compared in the same replication', () => {
    const later = armOfRows(rows.map(([wait, ...rest]) => [wait - 3, ...rest]));
    const apart = futuresApart(
      { arm: later, measure: waits },
      { arm: armOfRows(rows), measure: waits },
    );
    expect(new Set(apart)).toEqual(new Set([-3]));
  });
});

describe('the band of a series', () => {
  const series = {
    ...({ id: 'list', by: null, unit: 'people', shape: 'mean' } as const),
    ...{ numerator: 0, denominator: -1, scale: 1 },
  };
  const bands = [{ id: 'list', by: null, months: 3, first: 0, count: 1 }];

  it('holds the middle eight in ten of the replications', () => {
    const { band } = seriesEstimate(armOfRows(rows, { bands }), series);
    expect(band).toEqual({ months: 3, low: [19.9], high: [179.1] });
  });

  it('is not told from a few replications, nor where none were kept', () => {
    expect(seriesEstimate(armOfRows(rows.slice(0, 19), { bands }), series)).not.toHaveProperty(
      'band',
    );
    expect(seriesEstimate(armOfRows(rows), series)).not.toHaveProperty('band');
  });
});
