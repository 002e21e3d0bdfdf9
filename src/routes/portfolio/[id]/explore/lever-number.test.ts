import { expect, test } from 'vitest';
import { readTyped } from './lever-number.ts';

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
