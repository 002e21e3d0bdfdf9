import { expect, test } from 'vitest';
import type { LeverSetting } from '../portfolio/lever-settings.ts';
import { leverNow, leverNowOf, leverRange, leverValue, settingsInWords } from './lever-words.ts';

const lever = (unit: string, now: number | null): LeverSetting => ({
  ...{ kind: 'number', id: 'a', ask: 'How much?', sets: 'contracts.award.pays', nowWords: '1, 2' },
  ...{ from: 0, to: 9000, step: 250, unit, now },
});

test.each([
  ['GBP per month', '£3,750 per month'],
  ['GBP per financial year', '£3,750 per financial year'],
  ['GBP each', '£3,750 each'],
  ['GBP', '£3,750'],
  ['weeks', '3,750 weeks'],
  ['', '3,750'],
])('a value says its own unit: “%s”', (unit, said) => {
  expect(leverValue(lever(unit, 3750), 3750)).toBe(said);
  expect(leverNow(lever(unit, 3750))).toBe(said);
  expect(settingsInWords([lever(unit, 3750)], { a: 3750 })[0]).toMatchObject({ to: said });
});

test('where the model holds several, all of them are said', () => {
  expect(leverNow(lever('GBP per month', null))).toBe('1, 2');
});

test.each([
  [{ from: 12, to: 60, step: 24 }, 36, '36 months'],
  [{ from: 5, to: 30, step: 5 }, 12, '12 months'],
  [{ from: 0.25, to: 2, step: 0.25 }, 0.75, '0.75 months'],
  [{ from: 0, to: 1, step: 0.0625 }, 0.0625, '0.0625 months'],
])('a number is said as it is, on a step or between two: %o', (range, value, said) => {
  expect(leverValue({ ...lever('months', value), ...range } as LeverSetting, value)).toBe(said);
});

test('on paper, where no slider says of what, posts are workers and a range is said whole', () => {
  const posts = {
    ...lever('', 4),
    sets: 'services.a.roles.b.posts',
    from: 0,
    to: 8,
  } as LeverSetting;
  expect(leverNowOf(posts)).toBe('4 workers');
  expect(leverNowOf({ ...posts, now: 1 } as LeverSetting)).toBe('1 worker');
  expect(leverNowOf({ ...posts, now: 2.5 } as LeverSetting)).toBe('2.5 workers');
  expect(leverNowOf({ ...posts, now: null } as LeverSetting)).toBe('1, 2');
  expect(leverNowOf(lever('', 4))).toBe('4');
  expect(leverRange(posts)).toBe('0 to 8');
});
