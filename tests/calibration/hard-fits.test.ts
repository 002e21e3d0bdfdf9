import { describe, expect, it } from 'vitest';
import { calibrate, type Calibration } from '$lib/calibration/calibrate.ts';
import { problemOf, type Free, type Problem } from '$lib/calibration/problem.ts';
import { valueAt } from '$lib/experiment/draw-figures.ts';
import type { Measure } from '$lib/measures/measure.ts';
import type { Target } from '$lib/portfolio/target.ts';
import { readShipped } from '../models/shipped-model.ts';
import { armOfRows, shares } from '../comparison/arm-of-rows.ts';

/**
 * Fits on which a search from the best values goes wrong: flat ground, steps,
 * values that stand in for each other, measures that nobody comes to. One
 * target of 74 of 100 (73 to 75), and nothing is simulated.
 */
const { portfolio } = readShipped('one-pathway').model;
const whole = problemOf(portfolio, { assumptions: [], targets: [] });
const held = whole.lookedAt.find(({ heldOut }) => heldOut)!;
const stage = { ...shares, id: 'stage-completed', denominator: 2 };
const measures: Measure[] = [
  { ...stage, by: { kind: 'stage', id: 'pathway.getting-to-know-each-other' }, numerator: 0 },
  {
    ...stage,
    id: held.measure!,
    by: { kind: 'service', id: 'pathway' },
    numerator: 1,
    denominator: 3,
  },
];

const share = (value: number, low: number, high: number) => ({ value, low, high, dimension: 'share' as const }); // prettier-ignore
const target: Target = {
  ...whole.fitted[0],
  value: { ...whole.fitted[0].value, ...share(0.74, 0.73, 0.75) },
};

type Range = [low: number, best: number, high: number];

/** Plain numbers to be fitted, named a, b and so on. */
function freeOf(ranges: readonly Range[]): Free[] {
  return ranges.map(([low, value, high], i) => {
    const id = 'abc'[i];
    const figure = { ...whole.free[0].figure, written: String(value), value, low, high, dimension: 'number' as const }; // prettier-ignore
    return { id, key: `assumptions.${id}`, figure };
  });
}

/** What so many of 1,000 kept gives; null: nobody comes to it. */
function armOf(kept: number | null, heldKept: number | null = 500) {
  const of = (one: number | null) => (one === null ? 0 : 1000);
  const rows = [-1, 0, 1].map((luck) => [
    (kept ?? 0) + (kept === null ? 0 : luck),
    heldKept ?? 0,
    of(kept),
    of(heldKept),
  ]);
  return armOfRows(rows, { measures });
}

type Kept = (...values: number[]) => number | null;

async function fit(
  ranges: readonly Range[],
  kept: Kept,
  of: { heldKept?: number | null; inOthers?: number } = {},
): Promise<Calibration> {
  const free = freeOf(ranges);
  const problem: Problem = { free, fitted: [target], lookedAt: [held], outside: [] };
  const luck = of.inOthers ?? 0;
  return calibrate(
    problem,
    {
      evaluate: (places) =>
        Promise.resolve(
          places.map((at) =>
            armOf(kept(...free.map(({ key, figure }) => valueAt(figure, at[key]))), of.heldKept),
          ),
        ),
      check: (changes, futures) => {
        const one = kept(...changes.map((change) => Number('to' in change ? change.to : NaN)));
        const more = futures === 'other' ? luck : 0;
        return Promise.resolve(armOf(one === null ? null : one + more, of.heldKept));
      },
    },
    ({ id }) => {
      const [low, , high] = ranges['abc'.indexOf(id)];
      return { path: id, low: String(low), high: String(high) };
    },
  );
}

describe('calibrate', () => {
  it('says how far values that stand in for each other can really go', async () => {
    // Any 10 that a × b makes will do: a from 10 / 2 to 10 / 0.5.
    const { fittings, equallyGood } = await fit(
      [
        [3, 15, 30],
        [0.5, 1, 2],
      ],
      (a, b) => 1000 * Math.exp(-0.03011 * a * b),
    );
    const [a, b] = fittings;
    expect(a.tells).toBe('where');
    // 73.7% and 74.3% fit as well too: a few hundredths to either side.
    expect(Number(a.asWell.low)).toBeGreaterThan(4.6);
    expect(Number(a.asWell.low)).toBeLessThan(5.15);
    expect(Number(a.asWell.high)).toBeGreaterThan(19.4);
    expect(Number(a.asWell.high)).toBeLessThan(21.2);
    expect(a.asWell.atLeast).toBe(false);
    expect(b.tells).toBe('nothing');
    const [lows, highs] = [Math.min, Math.max].map((most) =>
      most(...equallyGood.map(({ values }) => Number(values[0]))),
    );
    expect(lows).toBeGreaterThanOrEqual(Number(a.asWell.low));
    expect(highs).toBeLessThanOrEqual(Number(a.asWell.high));
  });

  it.each([
    ['half of the way', 0.5, 0.7],
    ['nine tenths', 0.9, 0.99],
  ])('finds a fit that lies beyond flat ground, %s from the best value', async (_, edge, at) => {
    const slope = 220 / (at - edge);
    const fitted = await fit([[-1, 0, 1]], (p) => 960 - slope * Math.max(0, p - edge));
    expect(fitted.isGood).toBe(true);
    expect(fitted.isMetInSearch).toBe(true);
    expect(Number(fitted.fittings[0].after)).toBeCloseTo(at, 1);
  });

  it('writes a value that does not cross a step by its few digits', async () => {
    // There is room for one person more from 21.98 on, and 21.974 is 22 in three digits.
    const fitted = await fit([[15, 20, 30]], (room) => (room < 21.98 ? 740 + 30 * (21.974 - room) : 900)); // prettier-ignore
    expect(fitted.isGood).toBe(true);
    expect(fitted.fittings[0].after).toMatch(/^21\.97\d*$/);
  });

  it('goes on from an end that fits better than what was found', async () => {
    const fitted = await fit([[18, 45, 60]], (x) => (Math.floor(x) === 60 ? 741 : 900 + Math.floor(x) % 3)); // prettier-ignore
    expect(fitted.isGood).toBe(true);
    expect(fitted.fittings[0]).toMatchObject({ after: '60', atEnd: 'high' });
    expect(JSON.stringify(fitted)).not.toMatch(/NaN|Infinity/);
  });

  it('does not say that nothing fits where luck alone made the difference', async () => {
    const fitted = await fit([[0, 1, 2]], (x) => 700 + 20 * x, { inOthers: -30 });
    expect(fitted).toMatchObject({ isGood: false, isMetInSearch: true });
  });

  it('fits nothing to what the model cannot tell, and says so', async () => {
    const fitted = await fit([[0, 1, 2]], () => null);
    expect(fitted).toMatchObject({ isGood: false, misfit: null, equallyGood: [] });
    expect(fitted.outcomes[0]).toMatchObject({ result: null, leftover: null, isMet: null });
    expect(fitted.fittings[0]).toMatchObject({ before: '1', after: '1', tells: 'nothing' });
  });

  it('begins elsewhere where the best values cannot tell a target', async () => {
    const fitted = await fit([[0, 1, 2]], (x) => (x < 1.3 ? null : 640 + 60 * x));
    expect(fitted.isGood).toBe(true);
    expect(Number(fitted.fittings[0].after)).toBeCloseTo(5 / 3, 1);
  });

  it('tells a held-out target that cannot be told from one that is not met', async () => {
    const fitted = await fit([[0, 1, 2]], (x) => 700 + 20 * x, { heldKept: null });
    expect(fitted.isGood).toBe(true);
    expect(fitted.outcomes[1]).toMatchObject({ result: null, isMet: null, isFitted: false });
  });
});
