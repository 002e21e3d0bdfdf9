import { describe, expect, it } from 'vitest';
import { NO_BOUNDS } from '../../src/lib/comparison/bounds.ts';
import { drawnDifference, drawnValues } from '../../src/lib/comparison/drawn-values.ts';
import {
  differenceOver,
  overFigures,
  shareForTheBetter,
} from '../../src/lib/comparison/over-figures.ts';
import { summarise } from '../../src/lib/comparison/summarise.ts';
import { normalQuantile } from '../../src/lib/engine/elementary.ts';
import { Draws } from '../../src/lib/engine/random.ts';
import { armOfRows, shares, waits } from './arm-of-rows.ts';

/** The nested case of the validation notes: 4 draws of 3 futures (Law). */
const NESTED = [10.2, 9.7, 10.5, 12.1, 11.4, 12.6, 8.9, 9.3, 8.4, 11.0, 10.1, 10.7];
const nested = armOfRows(NESTED.map((value) => [value, 1, 1]));

describe('a result over plausible figures', () => {
  it('splits the variance of the known case without bias', () => {
    const { over } = overFigures(drawnValues({ arm: nested, measure: waits }, 3))!;
    const [within, between] = [0.235, 1.6315740740740734];
    expect(over.draws).toBe(4);
    expect(over.mean).toBeCloseTo(10.408333333333333, 12);
    expect(over.shareFromFigures).toBeCloseTo(between / (between + within), 12);
    // Student's t with 3 degrees times the error of four means.
    const half = 3.182446305284263 * Math.sqrt(1.7099074074074068 / 4);
    expect(over.high - over.mean).toBeCloseTo(half, 9);
    // The range over figures goes beyond the four means, drawn in: four say little of where the
    // mean lies.
    const kept = Math.sqrt(between / 1.7099074074074068);
    const means = [26.6 / 3, 30.4 / 3, 31.8 / 3, 36.1 / 3];
    const low = means[0] + 0.3 * (means[1] - means[0]);
    expect(over.figures.low).toBeLessThan(over.mean + kept * (low - over.mean));
    expect(over.oneFuture.low).toBeLessThan(means[1]);
  });

  it('finds the ranges of figures and of one future apart, where both are known', () => {
    // Figures normal with deviation 2, chance with deviation 3: 10 + a + e.
    const draws = new Draws(5, 0);
    const rows = Array.from({ length: 8000 }, (_, r) => {
      const a = 2 * normalQuantile(draws.uniform(Math.floor(r / 2), 1));
      const e = 3 * normalQuantile(draws.uniform(r, 2));
      return [10 + a + e, 1, 1];
    });
    const { over } = overFigures(drawnValues({ arm: armOfRows(rows), measure: waits }, 2))!;
    const z = 1.2815515655446004;
    expect(Math.abs(over.figures.low - (10 - 2 * z))).toBeLessThan(0.25);
    expect(Math.abs(over.figures.high - (10 + 2 * z))).toBeLessThan(0.25);
    const width = over.oneFuture.high - over.oneFuture.low;
    expect(Math.abs(width - 2 * z * Math.sqrt(13))).toBeLessThan(0.35);
    expect(Math.abs((over.shareFromFigures ?? NaN) - 4 / 13)).toBeLessThan(0.05);
  });

  /** Draws of two futures: figures with this deviation, chance with deviation 1. */
  const world = (seed: number, draws: number, mean: number, deviation: number) => {
    const luck = new Draws(seed, 0);
    const rows = Array.from({ length: 2 * draws }, (_, r) => {
      const a = deviation * normalQuantile(luck.uniform(Math.floor(r / 2), 1));
      return [mean + a + normalQuantile(luck.uniform(r, 2)), 1, 1];
    });
    const values = drawnValues({ arm: armOfRows(rows), measure: waits }, 2);
    // Taken as a difference, which may be less than nothing.
    const { over, steadied } = overFigures({ ...values, bounds: NO_BOUNDS })!;
    return { over, share: shareForTheBetter(steadied, 'higher')! };
  };

  it('says neither “always” nor “never” where only chance is at work', () => {
    let sum = 0;
    let nothing = 0;
    let far = 0;
    for (let seed = 1; seed <= 100; seed++) {
      const { over, share } = world(seed, 40, 0, 0);
      if (over.shareFromFigures === 0) nothing += 1;
      expect(share).toBeGreaterThan(0.02);
      expect(share).toBeLessThan(0.98);
      if (Math.abs(share - 0.5) > 0.35) far += 1;
      // Never narrower than what is known of the centre: eight in ten, not 95%.
      const { low, high } = over.figures;
      expect(high - low).toBeGreaterThan(0.63 * (over.high - over.low));
      sum += share / 100;
    }
    expect(nothing).toBeGreaterThan(30);
    expect(far).toBeLessThanOrEqual(5);
    expect(Math.abs(sum - 0.5)).toBeLessThan(0.05);
  });

  it('tells the share of sets where figures decide, and one where the mean is clear', () => {
    // Of figures around 1 with deviation 1, 84 of 100 lie above nothing.
    expect(Math.abs(world(1, 2000, 1, 1).share - 0.84)).toBeLessThan(0.03);
    const clear = world(2, 100, 2, 0);
    expect(clear.share).toBe(1);
    expect(clear.over.figures.low).toBeGreaterThan(0);
  });

  it('counts ties half, and gives a share of what has a better side alone', () => {
    expect(shareForTheBetter(Float64Array.of(0, 0, -1), 'lower')).toBeCloseTo(2 / 3, 12);
    expect(shareForTheBetter(Float64Array.of(0, 0, -1), 'neither')).toBeNull();
  });

  it('takes for a tie what rounding alone keeps from being one', () => {
    expect(shareForTheBetter(Float64Array.of(4e-18, 1e-12, -1), 'lower')).toBeCloseTo(2 / 3, 12);
    // One set is better by half a day, one worse by as much, and all others are as they were: as
    // often better as worse, though the mean, added up one by one, is not quite nothing.
    const draws = [-0.5, 0, 0, 0, 0, 0.5, ...Array<number>(14).fill(0)];
    const rows = draws.flatMap((value) => [
      [value - 0.125, 1, 1],
      [value + 0.125, 1, 1],
    ]);
    const values = drawnValues({ arm: armOfRows(rows), measure: waits }, 2);
    const spread = overFigures({ ...values, bounds: NO_BOUNDS })!;
    expect(spread.over.mean).not.toBe(0);
    expect(differenceOver(spread, 'lower').shareBetter).toBe(0.5);
  });

  it('gives no share of figures where all that differs between runs is rounding', () => {
    const share = (by: number) => {
      const rows = Array.from({ length: 40 }, (_, r) => [200_000 + by * ((r * 7) % 5), 1, 1]);
      return overFigures(drawnValues({ arm: armOfRows(rows), measure: waits }, 2))!.over
        .shareFromFigures;
    };
    expect(share(3e-11)).toBeNull();
    expect(share(3)).not.toBeNull();
  });

  it('counts single futures for what is said of one future', () => {
    // Figures around 1 with deviation 1, chance with deviation 2: of sets 84 in 100 lie above
    // nothing, of futures Φ(1 / √5) = 67.
    const luck = new Draws(4, 0);
    const rows = Array.from({ length: 4000 }, (_, r) => {
      const a = normalQuantile(luck.uniform(Math.floor(r / 2), 1));
      return [1 + a + 2 * normalQuantile(luck.uniform(r, 2)), 1, 1];
    });
    const values = drawnValues({ arm: armOfRows(rows), measure: waits }, 2);
    const spread = overFigures({ ...values, bounds: NO_BOUNDS })!;
    const { shareBetter, shareFuturesBetter } = differenceOver(spread, 'higher');
    expect(Math.abs(shareBetter! - 0.84)).toBeLessThan(0.04);
    expect(Math.abs(shareFuturesBetter! - 0.673)).toBeLessThan(0.03);
    expect(differenceOver(spread, 'lower').shareFuturesBetter).toBeCloseTo(
      1 - shareFuturesBetter!,
      12,
    );
    expect(differenceOver(spread, 'neither').shareFuturesBetter).toBeNull();
  });

  it('is no surer of one future than of the figures, where only they bring 0 into its range', () => {
    // So few draws, every future above nothing: where the mean lies is not known.
    const rows = [0.1, 0.2, 0.1, 0.2, 3, 3.1].map((value) => [value, 1, 1]);
    const values = drawnValues({ arm: armOfRows(rows), measure: waits }, 2);
    const spread = overFigures({ ...values, bounds: NO_BOUNDS })!;
    const { oneFuture, shareBetter, shareFuturesBetter } = differenceOver(spread, 'higher');
    expect(oneFuture.low).toBeLessThan(0);
    expect(shareBetter).toBeLessThan(1);
    expect(shareFuturesBetter).toBe(shareBetter);
  });

  it('gives a range in which the figure can lie', () => {
    const few = armOfRows([0, 0, 0, 1, 0, 0].map((value) => [value, 1, 1]));
    expect(overFigures(drawnValues({ arm: few, measure: waits }, 2))!.over.figures.low).toBe(0);
  });

  it('takes a ratio as total over total within a draw, and leaves out what cannot be told', () => {
    const arm = armOfRows([
      [0, 1, 10],
      [0, 5, 10],
      [0, 2, 4],
      [0, 2, 16],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const values = drawnValues({ arm, measure: shares }, 2);
    expect([...values.estimates]).toEqual([30, 20, NaN]);
    for (const draw of [0, 1]) {
      const [a, b] = values.futures[draw];
      expect((a + b) / 2).toBeCloseTo(values.estimates[draw], 12);
    }
    expect(overFigures(values)!.over.draws).toBe(2);
    expect(overFigures(drawnValues({ arm, measure: shares }, 6))).toBeNull();
    expect(overFigures(drawnValues({ arm, measure: shares }, 1))).toBeNull();
  });

  it('compares the same draw and future of two arms, so that shared luck cancels', () => {
    const plus = armOfRows(NESTED.map((value, i) => [value + (i % 3 === 0 ? 1 : 2), 1, 1]));
    const difference = drawnDifference(
      drawnValues({ arm: plus, measure: waits }, 3),
      drawnValues({ arm: nested, measure: waits }, 3),
    );
    const { over } = overFigures(difference)!;
    expect(over.mean).toBeCloseTo(5 / 3, 12);
    expect(over.shareFromFigures).toBe(0);
  });
});

describe('a summary', () => {
  const portfolio = {
    id: 'a-model',
    title: 'A model',
    hash: 'abc',
    notice: '',
    start: '2027-04-01',
    horizonDays: 3652.5,
  };
  const texts = ['as-it-is', 'b', 'c'].map((id) => ({ id, title: id, story: '' }));
  const resultOf = (add: number) => ({
    seed: 1,
    replications: 12,
    arms: texts.map(({ id }, i) => ({
      ...armOfRows(NESTED.map((value, r) => [value + i * (add + (r % 2)), 1, 4])),
      id,
    })),
  });
  const what = { engine: '1', portfolio, scenarios: texts, baseline: 'as-it-is' };

  it('widens the ranges of several differences so that they hold together', () => {
    const apart = summarise({ ...what, result: resultOf(1) });
    const together = summarise({ ...what, result: resultOf(1), isSimultaneous: true });
    expect(apart.simultaneous).toBeUndefined();
    expect(together.simultaneous).toEqual({ comparisons: 2, level: 0.975 });
    const width = (summary: typeof apart, i: number) => {
      const { low, high } = summary.comparisons[i].differences[0];
      return (high ?? NaN) - (low ?? NaN);
    };
    // t with 11 degrees: 2.5931 at 97.5%, 2.2010 at 95%.
    expect(width(together, 0) / width(apart, 0)).toBeCloseTo(2.593093 / 2.200985, 5);
    const one = { ...what, scenarios: texts.slice(0, 2) };
    expect(summarise({ ...one, result: resultOf(1), isSimultaneous: true })).not.toHaveProperty(
      'simultaneous',
    );
  });

  it('carries draws and the other reading of renewal beside what it said before', () => {
    const summary = summarise({
      ...what,
      result: resultOf(1),
      drawn: { inputs: 7, each: 3, result: resultOf(2) },
      otherRenewal: { read: 'per year', other: 'per decision', result: resultOf(3) },
    });
    expect(summary.drawn).toEqual({ inputs: 7, draws: 4, each: 3 });
    expect(summary.renewal).toEqual({ read: 'per year', other: 'per decision' });
    const [first] = summary.comparisons[0].differences;
    expect(first.difference).toBeCloseTo(1.5, 12);
    expect(first.overFigures?.mean).toBeCloseTo(2.5, 12);
    expect(first.overFigures?.shareBetter).toBe(0);
    expect(first.overFigures).not.toHaveProperty('shareFuturesBetter');
    const counted = summarise({
      ...what,
      result: resultOf(1),
      drawn: { inputs: 7, each: 3, result: resultOf(2), countsFutures: true },
    });
    const [same] = counted.comparisons[0].differences;
    expect(same.overFigures?.shareFuturesBetter).toBe(0);
    expect(first.otherRenewal?.difference).toBeCloseTo(3.5, 12);
    expect(summary.scenarios[0].measures[0].overFigures?.draws).toBe(4);
  });
});

describe('differences of shares over plausible figures', () => {
  /** Two futures with each of three sets: all or nothing, the one the other way round. */
  const rows = [
    [0, 1, 1],
    [0, 0, 1],
    [0, 1, 1],
    [0, 1, 1],
    [0, 0, 1],
    [0, 1, 1],
  ];
  const drawn = (from: number[][]) => drawnValues({ arm: armOfRows(from), measure: shares }, 2);
  const other = rows.map(([, over, under]) => [0, under - over, under]);

  it('end where a difference of shares does', () => {
    const { over } = overFigures(drawnDifference(drawn(rows), drawn(other)))!;
    for (const { low, high } of [over, over.figures, over.oneFuture]) {
      expect(low).toBeGreaterThanOrEqual(-100);
      expect(high).toBeLessThanOrEqual(100);
    }
    expect(over.high).toBe(100);
  });

  it('say in how many single futures both can be told, where that is not all', () => {
    const [, second, ...rest] = other;
    const some = overFigures(drawnDifference(drawn(rows), drawn([[0, 0, 0], second, ...rest])))!;
    expect(differenceOver(some, 'higher').futuresTold).toBe(5);
    const all = overFigures(drawnDifference(drawn(rows), drawn(other)))!;
    expect(differenceOver(all, 'higher')).not.toHaveProperty('futuresTold');
  });
});
