import { expect, test } from 'vitest';
import { onStep, readTyped } from './lever-number.ts';

test.each([
  ['3.5', '', 3.5],
  [' 36 months ', 'months', 36],
  ['£270,000', 'GBP per year', 270_000],
  ['1,000.5', '', 1000.5],
  ['-2', '', -2],
  ['.5', '', 0.5],
])('“%s” is read', (typed, unit, number) => {
  expect(readTyped(typed, unit)).toBe(number);
});

test.each(['0,5', '3,5', '1,00', '1/2', '12 weeks', 'abc', '1e9', '', 'Infinity'])(
  '“%s” is not read as another number',
  (typed) => {
    expect(readTyped(typed, 'months')).toBeNaN();
  },
);

const lever = (range: { from: number; to: number; step: number; now: number | null }) => ({
  ...{ kind: 'number' as const, id: 'a', ask: 'How much?', sets: 'x', nowWords: '', unit: '' },
  ...range,
});

test('no step lies beyond an end, and what is now can be set again', () => {
  const off = lever({ from: 0, to: 0.8, step: 0.3, now: 0.8 });
  expect(onStep(off, 0.79)).toBe(0.6);
  expect(onStep(off, 5)).toBe(0.6);
  expect(onStep(off, -1)).toBe(0);
  expect(onStep(off, 0.8)).toBe(0.8);
  expect(onStep(lever({ from: 1, to: 5, step: 1, now: 12 }), 12)).toBe(12);
  expect(onStep(lever({ from: 12, to: 60, step: 24, now: 12 }), 61)).toBe(60);
});
