import { describe, expect, it } from 'vitest';
import { calibrate, type Calibration, type InFile } from '$lib/calibration/calibrate.ts';
import { CannotCalibrate, problemOf, type Problem, type Wanted } from '$lib/calibration/problem.ts';
import { valueAt } from '$lib/experiment/draw-figures.ts';
import type { ArmResult } from '$lib/experiment/merge.ts';
import type { Change, Portfolio } from '$lib/portfolio/portfolio.ts';
import type { Measure } from '$lib/measures/measure.ts';
import { readShipped } from '../models/shipped-model.ts';
import { armOfRows, shares } from '../comparison/arm-of-rows.ts';

/**
 * Fitting in a laboratory whose answer is known: what a stage keeps is a
 * function of two rates, and nothing is simulated. Rates are per month.
 */
const { model } = readShipped('one-pathway');
const MONTH = 365.25 / 12;
const AT_FIRST = 'assumptions.leaving-at-first';
const LATER = 'assumptions.leaving-later';
const none: Wanted = { assumptions: [], targets: [] };

/** Ends of ranges as the file may write them. */
const ends: Record<string, Omit<InFile, 'path'>> = {
  'leaving-later': { low: '3.0% per month', high: '8% per month' },
};

type Keeps = (atFirst: number, later: number) => [number, number, number];

const stage = (id: string): Measure['by'] => ({ kind: 'stage', id: `pathway.${id}` });
const of = (id: string, by: Measure['by'], numerator: number): Measure => ({
  ...shares,
  id,
  by,
  numerator,
  denominator: 3,
});
const measures = [
  of('stage-completed', stage('getting-to-know-each-other'), 0),
  of('stage-completed', stage('support'), 1),
  of('in-support-6-months', { kind: 'service', id: 'pathway' }, 2),
];

function armOf(shown: [number, number, number]): ArmResult {
  const luck = [-1, 0, 1];
  const rows = luck.map((by) => [...shown.map((share) => 1000 * share + by), 1000]);
  return armOfRows(rows, { measures });
}

function run(keeps: Keeps, problem: Problem): Promise<Calibration> {
  const figures = problem.free.map(({ figure }) => figure);
  const rate = (key: string, quantiles: Record<string, number>) => {
    const i = problem.free.findIndex((free) => free.key === key);
    return i < 0 ? NaN : valueAt(figures[i], quantiles[key]) * MONTH;
  };
  return calibrate(
    problem,
    {
      evaluate: (places) =>
        Promise.resolve(places.map((at) => armOf(keeps(rate(AT_FIRST, at), rate(LATER, at))))),
      check: (changes) => Promise.resolve(armOf(keeps(...written(changes)))),
    },
    ({ id }) => ({ path: id, ...ends[id] }),
  );
}

function written(changes: Change[]): [number, number] {
  const of = (id: string) => {
    const change = changes.find((one) => 'set' in one && one.set === id);
    return change && 'to' in change ? parseFloat(String(change.to)) / 100 : NaN;
  };
  return [of('leaving-at-first'), of('leaving-later')];
}

/** Each rate is told by one target. */
const apart: Keeps = (first, later) => [Math.exp(-1.4 * first), Math.exp(-6 * later), 0.5];
/** Both targets tell the sum of the two rates and nothing else. */
const together: Keeps = (first, later) => [
  Math.exp(-0.7 * (first + later)),
  Math.exp(-1.3 * (first + later)),
  0.5,
];

describe('calibrate', () => {
  it('finds the values that give back what was seen', async () => {
    const fit = await run(apart, problemOf(model.portfolio, none));
    expect(fit.isGood).toBe(true);
    const [first, later] = fit.fittings.map(({ after }) => parseFloat(after));
    expect(first).toBeCloseTo((-100 * Math.log(0.9)) / 1.4, 1);
    expect(later).toBeCloseTo((-100 * Math.log(0.82)) / 6, 1);
    for (const { isFitted, leftover } of fit.outcomes) {
      if (isFitted) expect(Math.abs(leftover ?? NaN)).toBeLessThan(0.1);
    }
    expect(fit.fittings.map(({ tells }) => tells)).not.toContain('nothing');
  });

  it('says how far a value can go and fit as well: as far as the target is known', async () => {
    const fit = await run(apart, problemOf(model.portfolio, none));
    const later = fit.fittings[1];
    // 77% to 87% is an interval of 80%, and so is what fits as well; the way there is bent a little.
    // Below, its own range ends first.
    expect(later).toMatchObject({ tells: 'at most', asWell: { low: '3.0% per month' } });
    const high = parseFloat(later.asWell.high);
    expect(Math.abs(high - (-100 * Math.log(0.77)) / 6)).toBeLessThan(0.1);
  });

  it('looks at what was held out, and does not fit to it', async () => {
    const fit = await run(apart, problemOf(model.portfolio, none));
    const held = fit.outcomes.find(({ target }) => target.heldOut);
    expect(held).toMatchObject({ isFitted: false, isMet: false });
    expect(held?.result).toBeCloseTo(50, 6);
    expect(fit.isGood).toBe(true);
  });

  it('says that an assumption is not told, and shows fits that are as good', async () => {
    const fit = await run(together, problemOf(model.portfolio, none));
    expect(fit.fittings.map(({ tells }) => tells)).toContain('nothing');
    expect(fit.equallyGood.length).toBeGreaterThan(1);
    const [best, ...others] = fit.equallyGood;
    expect(others.every(({ values }) => values.join() !== best.values.join())).toBe(true);
  });

  it('hides no bad fit: a target outside what the ranges give is not met, at an end', async () => {
    const fit = await run((f, l) => [Math.exp(-0.1 * f), Math.exp(-6 * l), 0.5], {
      ...problemOf(model.portfolio, none),
    });
    expect(fit.isGood).toBe(false);
    const [first] = fit.fittings;
    expect(first).toMatchObject({ id: 'leaving-at-first', atEnd: 'high', after: '15% per month' });
    expect(fit.outcomes[0]).toMatchObject({ isMet: false });
    expect(fit.outcomes[0].leftover).toBeGreaterThan(5);
  });

  it.each([
    ['0', -0.3, /^-0\.(29|3|30)\d*$/],
    ['0', -0.5, /^-0\.4$/],
    ['-0.1', 0.2, /^0\.(19|2|20)\d*$/],
  ])('fits a figure below nothing: %s to %d', async (best, seen, expected) => {
    const { free, ...problem } = problemOf(model.portfolio, {
      ...none,
      assumptions: ['leaving-at-first'],
    });
    const [{ key }] = free;
    const range = { value: Number(best), written: best, low: -0.4, high: 0.6 };
    const figure = { ...free[0].figure, ...range, dimension: 'number' as const };
    const kept = (effect: number) => armOf([0.9 + (effect - seen) / 10, 0.5, 0.5]);
    const fit = await calibrate(
      { ...problem, free: [{ ...free[0], figure }] },
      {
        evaluate: (places) => Promise.resolve(places.map((at) => kept(valueAt(figure, at[key])))),
        check: ([change]) => Promise.resolve(kept('to' in change ? Number(change.to) : NaN)),
      },
      ({ id }) => ({ path: id, low: '-0.4', high: '0.6' }),
    );
    expect(fit.fittings[0].after).toMatch(expected);
    expect(Number(fit.fittings[0].asWell.low)).toBeCloseTo(Math.max(-0.4, seen - 0.4), 2);
  });

  it('gives the same bits again', async () => {
    const again = () => run(together, problemOf(model.portfolio, none));
    expect(await again()).toEqual(await again());
  });
});

describe('problemOf', () => {
  const refused = (portfolio: Portfolio, wanted: Partial<Wanted>) => () =>
    problemOf(portfolio, { ...none, ...wanted });

  it('fits what targets name, unless told otherwise', () => {
    const { free, fitted, lookedAt } = problemOf(model.portfolio, none);
    expect(free.map(({ id }) => id)).toEqual(['leaving-at-first', 'leaving-later']);
    expect(fitted.map(({ id }) => id)).toEqual(['get-to-know', 'supported']);
    expect(lookedAt.map(({ id }) => id)).toEqual(['half-a-year']);
    const one = problemOf(model.portfolio, { assumptions: ['leaving-later'], targets: [] });
    expect(one.fitted.map(({ id }) => id)).toEqual(['supported']);
  });

  it('refuses a target held out, one that is not there, and an assumption without a range', () => {
    expect(refused(model.portfolio, { targets: ['half-a-year'] })).toThrow(CannotCalibrate);
    expect(refused(model.portfolio, { targets: ['nobody'] })).toThrow(
      'This model has: get-to-know',
    );
    expect(refused(model.portfolio, { assumptions: ['nobody'] })).toThrow(
      'There is no assumption nobody. Targets name: leaving-at-first, leaving-later.',
    );
    expect(refused(model.portfolio, { assumptions: ['familiarity-time'] })).toThrow(
      'no target of this model names familiarity-time under',
    );
    expect(refused({ ...model.portfolio, targets: [] }, {})).toThrow('Nothing is fitted');
  });
});
