import { describe, expect, it } from 'vitest';
import type { Deprivation, FairMeasure } from '../comparison/fairness.ts';
import type { Estimate } from '../comparison/summary.ts';
import type { Unit } from '../measures/measure.ts';
import {
  changesInWords,
  extremesSentence,
  fairTitle,
  fewInWords,
  gapInWords,
  isWide,
  ratioInWords,
  stepOfSides,
  widerInWords,
  withRange,
} from './fairness-words.ts';

function estimate(
  unit: Unit,
  mean: number | null,
  low: number | null,
  high: number | null,
): Estimate {
  return { ...{ id: 'x', by: null, unit, mean, low, high }, better: 'lower', headline: false };
}

const deprivation: Deprivation = {
  most: estimate('per 100', 37, 36, 38),
  others: estimate('per 100', 26, 25, 27),
  gap: estimate('per 100', 11, 10, 12),
  ratio: estimate('ratio', 1.423, 1.38, 1.47),
  ...{ gapApart: null, ratioApart: null, wider: { low: -3.2, high: -1.1 } },
  ...{ worseOff: 'most', change: 'narrows' },
};

describe('the words of fairness', () => {
  it('say a gap, a ratio and how far a gap moves with their ranges', () => {
    expect(gapInWords(deprivation, 'cut-short-per-100')).toBe('11 more (between 10 and 12 more)');
    expect(ratioInWords(deprivation)).toBe('1.42 times (between 1.38 and 1.47)');
    expect(widerInWords(deprivation)).toBe('between 1.1 and 3.2 narrower');
    expect(widerInWords({ ...deprivation, wider: { low: -0.4, high: 0.9 } })).toBe(
      'between 0.4 narrower and 0.9 wider',
    );
    expect(widerInWords({ ...deprivation, wider: null })).toBeNull();
    const unknown = estimate('per 100', null, null, null);
    expect(gapInWords({ ...deprivation, gap: unknown }, 'x')).toBe('Cannot tell');
    expect(ratioInWords({ ...deprivation, ratio: null })).toBe('Cannot tell');
  });

  it('say a range only where it says more than the figure', () => {
    expect(withRange(estimate('per 100', 37, 34.2, 39.6), 'per 100')).toBe(
      '37 of 100 (between 34 and 40)',
    );
    expect(withRange(estimate('per 100', 37, 36.8, 37.2), 'per 100')).toBe('37 of 100');
    expect(withRange(null, 'per 100')).toBe('Cannot tell');
  });

  it('say two sides so finely that they do not look alike beside their gap', () => {
    const sides = (most: number, others: number, [low, high]: [number, number]) =>
      ({
        unit: 'per 100',
        scenarios: [
          {
            deprivation: {
              ...deprivation,
              most: estimate('per 100', most, most - 0.2, most + 0.2),
              others: estimate('per 100', others, others - 0.2, others + 0.2),
              gap: estimate('per 100', most - others, low, high),
            },
          },
          { deprivation: null },
        ],
      }) as unknown as FairMeasure;
    const near = sides(10.4, 9.8, [0.2, 0.9]);
    const step = stepOfSides(near);
    const said = (of: Estimate) => withRange(of, 'per 100', step);
    const [{ deprivation: told }] = near.scenarios as { deprivation: Deprivation }[];
    expect([said(told.most), said(told.others)]).toEqual([
      '10.4 of 100 (between 10.2 and 10.6)',
      '9.8 of 100 (between 9.6 and 10)',
    ]);
    expect(stepOfSides(sides(10.4, 9.8, [-0.2, 1.4]))).toBeUndefined();
    expect(stepOfSides(sides(37, 26, [10, 12]))).toBeUndefined();
    const part = (name: string, mean: number) => ({
      ...{ name, shown: { estimate: estimate('per 100', mean, mean, mean), apart: null } },
    });
    expect(extremesSentence([part('Troon', 9.8), part('Ayr', 10.4)], 'per 100')).toBe(
      'From 9.8 of 100 (Troon) to 10.4 of 100 (Ayr).',
    );
  });

  it('call nothing an extreme whose range overlaps the other end', () => {
    const part = (name: string, mean: number, low: number, high: number) => ({
      ...{ name, shown: { estimate: estimate('per 1,000', mean, low, high), apart: null } },
    });
    const [low, high] = [part('Troon', 3, 2.5, 3.5), part('Girvan', 12, 10, 14)];
    expect(extremesSentence([high, low], 'per 1,000')).toBe(
      'From 3 of 1,000 (Troon) to 12 of 1,000 (Girvan).',
    );
    expect(extremesSentence([low, part('Ayr', 4, 3, 5)], 'per 1,000')).toMatch(/^No clear/);
    // A small group lies lowest by its mean, and its range says nothing.
    const few = part('Ballantrae', 2, 0, 20);
    expect(extremesSentence([few, low, high], 'per 1,000')).toBe(
      'Clearly apart: 3 of 1,000 (Troon) and 12 of 1,000 (Girvan). ' +
        'Others, with wider ranges, may lie beyond them.',
    );
    expect(extremesSentence([few, low], 'per 1,000')).toMatch(/^No clear/);
    expect(extremesSentence([low], 'per 1,000')).toBe('There is nothing to set side by side.');
  });

  it('say what a scenario does to all the gaps', () => {
    const one = (
      title: string,
      change: Parameters<typeof changesInWords>[0][number]['change'],
    ) => ({
      ...{ title, change },
    });
    expect(
      changesInWords([
        ...[one('Waits', 'widens'), one('Reach', 'narrows'), one('Kept', 'no clear difference')],
        one('Housing', 'cannot tell'),
      ]),
    ).toEqual([
      'The gap gets wider in “Waits”.',
      'The gap gets narrower in “Reach”.',
      'No clear difference in the other one.',
      'Of 1 it cannot be told.',
    ]);
    expect(changesInWords([one('Waits', 'no clear difference')])).toEqual([
      'No clear difference in any of them.',
    ]);
  });

  it('warn of small numbers and wide ranges', () => {
    expect(fewInWords(3.44)).toBe(
      'about 3.4 new people a year: one real year may look quite different',
    );
    expect([fewInWords(20), fewInWords(null)]).toEqual([null, null]);
    expect(isWide(estimate('per 100', 20, 14, 26))).toBe(true);
    expect(isWide(estimate('per 100', 20, 18, 22))).toBe(false);
    const names = { criterion: { home: 'A safe place to live' } };
    expect(fairTitle({ id: 'criterion-reached', criterion: 'home' }, names)).toBe(
      'Reached in time: A safe place to live',
    );
  });
});
