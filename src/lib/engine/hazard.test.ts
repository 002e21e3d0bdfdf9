import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp } from './elementary.ts';
import { CumulativeHazard } from './hazard.ts';

/** Leaving early: 9% a month at first, falling with familiarity, over ten years in months. */
const base = 0.09;
const effect = 0.8;
const tau = 6;
const falling = (months: number) => base * (1 - effect * (1 - exp(-months / tau)));
const fallingIntegral = (months: number) =>
  base * (months * (1 - effect) + effect * tau * (1 - Math.exp(-months / tau)));
const table = CumulativeHazard.build(falling, { from: 0, to: 120, points: 200 });

describe('CumulativeHazard', () => {
  it('is exact for a constant rate, within the table and beyond', () => {
    const constant = CumulativeHazard.build(() => 0.25, { from: 2, to: 10, points: 20 });
    for (const clock of [2, 2.001, 3, 9.99, 10, 50]) {
      expect(constant.at(clock)).toBeCloseTo(0.25 * (clock - 2), 13);
      expect(constant.inverse(clock, 3)).toBeCloseTo(clock + 12, 12);
    }
    expect(constant.at(1)).toBe(0);
  });

  it('follows the closed form of the familiarity hazard to 1e-6 with 200 points', () => {
    let worst = 0;
    for (let months = 0; months <= 120; months += 0.013) {
      worst = Math.max(worst, Math.abs(table.at(months) - fallingIntegral(months)));
    }
    expect(worst).toBeLessThan(1e-6);
    expect(table.at(120)).toBeCloseTo(fallingIntegral(120), 13);
    const rate = falling(120);
    expect(table.at(1200)).toBeCloseTo(fallingIntegral(120) + 1080 * rate, 11);
  });

  it('stays within the error its documentation states', () => {
    const curved = CumulativeHazard.build((t) => 1 + t * t, { from: 0, to: 1, points: 11 });
    for (let clock = 0; clock <= 1; clock += 0.001) {
      const piece = Math.min(Math.floor(Math.sqrt(clock) * 10), 9);
      const length = (2 * piece + 1) / 100;
      const error = Math.abs(curved.at(clock) - clock - clock ** 3 / 3);
      expect(error).toBeLessThanOrEqual(0.01604 * length ** 3 + 1e-15);
    }
  });

  it('reads back the clock it was read at, to 1e-9', () => {
    const clocks = fc.double({ min: 0, max: 400, noNaN: true });
    fc.assert(
      fc.property(clocks, clocks, (one, other) => {
        const first = Math.min(one, other);
        const second = Math.max(one, other);
        const back = table.inverse(first, table.at(second) - table.at(first));
        expect(Math.abs(back - second)).toBeLessThan(1e-9 * (1 + second));
      }),
      { numRuns: 2000 },
    );
  });

  it('never falls, in either direction', () => {
    const rates: ((t: number) => number)[] = [
      falling,
      (t) => (t < 3 ? 2 : 0),
      (t) => Math.max(0, Math.sin(t)),
      (t) => 1e6 * exp(-50 * t),
    ];
    for (const rate of rates) {
      const hazard = CumulativeHazard.build(rate, { from: 0, to: 20, points: 64 });
      let [integral, clock, deepest] = [0, 0, 0];
      for (let at = 0; at < 25; at += 0.0037) {
        const next = hazard.at(at);
        deepest = Math.max(deepest, integral - next);
        integral = next;
      }
      expect(deepest).toBeLessThanOrEqual(1e-15 * integral);
      let falls = 0;
      for (let step = 1; step < 4000; step++) {
        const next = hazard.inverse(0.1, (step / 4000) * integral);
        if (next < clock) falls++;
        clock = next;
      }
      expect(falls).toBe(0);
    }
  });

  it('gives the first clock at which an amount is reached across a rate of zero', () => {
    const steps = CumulativeHazard.fromSteps([0, 10, 20, 30], [0.1, 0, 0.2, 0]);
    expect(steps.inverse(0, 1)).toBeCloseTo(10, 12);
    expect(steps.inverse(15, 0.5)).toBeCloseTo(22.5, 12);
    expect(steps.inverse(0, 3)).toBeCloseTo(30, 12);
    expect(steps.inverse(0, 3.001)).toBe(Infinity);
    expect(steps.inverse(40, 1e-9)).toBe(Infinity);
    expect(steps.inverse(7, 0)).toBe(7);
    expect(steps.at(1e9)).toBeCloseTo(3, 12);
  });

  it('holds steps without error, however unevenly they lie', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 1e-3, max: 1000, noNaN: true }),
            fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 5, noNaN: true })),
          ),
          { minLength: 2, maxLength: 40 },
        ),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pairs, share) => {
          const edges = [0];
          for (const [length] of pairs.slice(1)) edges.push(edges[edges.length - 1] + length);
          const rates = pairs.map(([, rate]) => rate);
          const hazard = CumulativeHazard.fromSteps(edges, rates);
          const clock = share * 1.2 * edges[edges.length - 1];
          let expected = 0;
          for (let i = 0; i < edges.length; i++) {
            const end = i + 1 < edges.length ? edges[i + 1] : Infinity;
            expected += rates[i] * Math.max(0, Math.min(clock, end) - edges[i]);
          }
          expect(Math.abs(hazard.at(clock) - expected)).toBeLessThan(1e-10 * (1 + expected));
          const reached = hazard.inverse(0, hazard.at(clock));
          expect(reached).toBeLessThanOrEqual(clock + 1e-9 * (1 + clock));
          expect(hazard.at(reached)).toBeCloseTo(hazard.at(clock), 9);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('says a rate that is never passed, so that a threshold far off need not be looked up', () => {
    const rises = (t: number) => 0.02 + 0.001 * t;
    const tables = [
      CumulativeHazard.build(falling, { from: 0, to: 120, points: 64 }),
      CumulativeHazard.build(rises, { from: 0, to: 50, points: 16 }),
      CumulativeHazard.fromSteps([0, 10, 30], [0.1, 0.4, 0.2]),
    ];
    for (const table of tables) {
      for (let from = 0; from < 150; from += 0.7) {
        for (const days of [0.1, 3, 40]) {
          const grown = table.at(from + days) - table.at(from);
          expect(grown).toBeLessThanOrEqual(table.mostRate * days * (1 + 1e-9) + 1e-12);
        }
      }
    }
    expect(tables[2].mostRate).toBe(0.4);
  });

  it('refuses rates that are negative, infinite or missing, and ranges that are empty', () => {
    const options = { from: 0, to: 10, points: 10 };
    expect(() => CumulativeHazard.build((t) => 5 - t, options)).toThrow('is -');
    expect(() => CumulativeHazard.build((t) => 1 / t, options)).toThrow(RangeError);
    expect(() => CumulativeHazard.build(() => NaN, options)).toThrow(RangeError);
    expect(() => CumulativeHazard.build(() => 1, { ...options, to: 0 })).toThrow(RangeError);
    expect(() => CumulativeHazard.build(() => 1, { ...options, points: 1 })).toThrow(RangeError);
    const near = { from: 1e9, to: 1e9 + 1e-6, points: 100 };
    expect(() => CumulativeHazard.build(() => 1, near)).toThrow('coincide');
    expect(() => CumulativeHazard.fromSteps([0, 0], [1, 1])).toThrow(RangeError);
    expect(() => CumulativeHazard.fromSteps([0, 1], [1])).toThrow(RangeError);
  });
});
