import { expect, it } from 'vitest';
import { bothFrames, howManyOf, outOf } from './frequencies.ts';

it('says chances as whole numbers of a hundred', () => {
  expect(outOf(37.4, 'people')).toBe('37 of 100 people');
  expect(outOf(0, 'people')).toBe('0 of 100 people');
  expect(outOf(0.2, 'people')).toBe('fewer than 1 of 100 people');
  expect(outOf(99.8, 'people')).toBe('more than 99 of 100 people');
  expect(outOf(100, '')).toBe('100 of 100');
  expect(outOf(12, 'people', 1000)).toBe('12 of 1,000 people');
});

it('gives both frames, which add to a hundred', () => {
  expect(bothFrames(37.5)).toBe('38 of 100 do, 62 do not');
  expect(bothFrames(0)).toBe('0 of 100 do, 100 do not');
  expect(bothFrames(0.3, 'people')).toBe('fewer than 1 of 100 people do, more than 99 do not');
  expect(bothFrames(99.9)).toBe('more than 99 of 100 do, fewer than 1 do not');
  expect(bothFrames(12, 'people', 'start in time', 'wait longer')).toBe(
    '12 of 100 people start in time, 88 wait longer',
  );
});

it('shows all decimals asked for, so that figures can be told apart', () => {
  expect(howManyOf(10.02, 100, 0.1)).toBe('10.0');
  expect(howManyOf(0.02, 100, 0.1)).toBe('fewer than 0.1');
  expect(howManyOf(99.98, 100, 0.1)).toBe('more than 99.9');
});
