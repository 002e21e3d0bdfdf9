import { describe, expect, it } from 'vitest';
import type { Unit } from '../measures/measure.ts';
import { stepApart, stepOf, stepOfChange, stepOfDifference, stepOfFigure } from './precision.ts';

it('says a figure on its own as a whole natural frequency', () => {
  expect(stepOf('per 100', 0.4)).toBe(1);
  expect(stepOf('days', 4)).toBe(0.1);
  expect(stepOf('GBP', 2.4e6)).toBe(100_000);
});

describe('a difference and its range', () => {
  it.each<[Unit, number[], number]>([
    ['per 100', [-12, -14, -10.2], 1],
    ['per 100', [-12, -14, -9.9], 0.1],
    ['per 100', [1, -11, 13], 0.1],
    ['per 100', [-0.65, -0.79, -0.5], 0.1],
    ['per cent', [4, 3, 5], 0.1],
    ['days', [12, 10.4, 14], 1],
    ['days', [3, 2, 4], 0.1],
    ['people', [6.1, 3.2, 9], 0.1],
    ['posts', [0.4, 0.2, 0.6], 0.01],
    ['posts', [4, 2, 6], 0.1],
    ['per 100', [0, 0, 0], 1],
  ])('of %s, %j, has a step of %d', (unit, values, step) => {
    if (values.every((value) => value === 0)) expect(stepOfChange(unit, values)).toBeGreaterThan(0);
    else expect(stepOfChange(unit, values)).toBe(step);
  });

  it('is said more finely where rounding would hide an end', () => {
    expect(stepOfChange('per 100', [-0.3, -0.62, -0.04])).toBe(0.01);
    expect(stepOfChange('per 100', [13, 12.8, 13.2])).toBe(0.1);
    expect(stepOfChange('per 100', [0.0001, 0.0002])).toBe(0.01);
    expect(stepOfChange('GBP', [1.21e6, 1.18e6, 1.24e6])).toBe(10_000);
    expect(stepOfChange('GBP', [20.2, 20.1, 20.3])).toBe(1);
  });
});

it('never says as what counts a difference that is less', () => {
  const step = (unit: Unit, difference: number, low: number, high: number) =>
    stepOfDifference(unit, { difference, low, high });
  expect(step('per 100', 0.466, 0.2, 0.7)).toBe(0.01);
  expect(step('days', -0.497, -0.7, -0.2)).toBe(0.001);
  expect(step('per 100', 0.44, 0.2, 0.7)).toBe(0.1);
  expect(step('per 100', 0.51, 0.2, 0.7)).toBe(0.1);
  expect(step('workers', 0.047, 0.02, 0.07)).toBe(0.001);
});

it('says a figure so finely that its range can stand beside it', () => {
  const step = (unit: Unit, mean: number, low: number, high: number) =>
    stepOfFigure(unit, { mean, low, high });
  expect(step('GBP', 2_163_460, 2_110_036, 2_216_884)).toBe(10_000);
  expect(step('GBP', 3e9, 2e9, 4e9)).toBeUndefined();
  expect(step('per 100', 9.5, 9.44, 9.6)).toBeUndefined();
  expect(stepOfFigure('GBP', { mean: 2_163_460, low: null, high: null })).toBeUndefined();
});

describe('figures beside each other', () => {
  const beside = (mean: number | null, against: number | null, isClear = true) => ({
    mean,
    against,
    isClear,
  });

  it('keep whole numbers where those tell them apart', () => {
    expect(stepApart('per 100', [beside(9.2, 10.4)])).toBeUndefined();
  });

  it('get a decimal where clear differences would look alike', () => {
    expect(stepApart('per 100', [beside(9.7, 10.4)])).toBe(0.1);
    expect(stepApart('per 100', [beside(9.2, 10.4), beside(9.7, 10.4)])).toBe(0.1);
    expect(stepApart('per 100', [beside(10.41, 10.44)])).toBe(0.01);
    expect(stepApart('GBP', [beside(2.412e6, 2.392e6)])).toBe(10_000);
  });

  it('get a decimal where whole numbers would make the gap look far larger', () => {
    expect(stepApart('per 100', [beside(9.4, 9.7)])).toBe(0.1);
    expect(stepApart('per 100', [beside(8.5, 6.3)])).toBe(0.1);
    expect(stepApart('per 100', [beside(24.1, 15.4)])).toBeUndefined();
    expect(stepApart('GBP each', [beside(2039, 2061)])).toBe(10);
  });

  it('get a decimal where whole numbers would not give the difference said beside them', () => {
    expect(stepApart('per 100', [beside(20.4, 25.6)])).toBe(0.1);
    expect(stepApart('per 100', [beside(20.44, 25.66)])).toBe(0.1);
    expect(stepApart('per 100', [beside(20.4, 55.6)])).toBeUndefined();
  });

  it('stay whole where the difference is not clear or cannot be told', () => {
    expect(stepApart('per 100', [beside(9.7, 10.4, false)])).toBeUndefined();
    expect(stepApart('per 100', [beside(null, 10.4), beside(9.7, null)])).toBeUndefined();
    expect(stepApart('per 100', [])).toBeUndefined();
  });
});
