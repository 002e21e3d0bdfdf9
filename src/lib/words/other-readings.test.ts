import { describe, expect, it } from 'vitest';
import type { Difference, DifferenceOverFigures, Summary } from '../comparison/summary.ts';
import { otherReadings, readingsSentence, saidOtherwise } from './other-readings.ts';

const clear: Difference = {
  ...{ id: 'cut-short-per-100', by: null, unit: 'per 100', headline: true, better: 'lower' },
  ...{ difference: -12.5, low: -15.4, high: -9.5, shareBetter: 1 },
  ...{ contractDatesAlone: null, assumedEffects: null },
};

const renewal = { read: 'per year', other: 'per decision' } as const;
const drawn = { inputs: 9, draws: 100, each: 2 };
const run = (more: Partial<Summary> = { renewal, drawn }) => more as Summary;

const figures = (low: number, high: number, more: Partial<DifferenceOverFigures> = {}) =>
  ({ figures: { low, high }, shareBetter: 0.79, draws: 100, ...more }) as DifferenceOverFigures;

describe('what another way of reading a model makes of a difference', () => {
  it('is said with its range, and whether it is another answer', () => {
    const turned = { difference: -12.6, low: -25.7, high: 0.5 };
    expect(otherReadings({ ...clear, otherRenewal: turned }, run())).toEqual([
      {
        said: 'With renewal read per decision: no clear difference (between 25.7 fewer and 0.5 more)',
        isOtherwise: true,
      },
    ]);
    expect(otherReadings({ ...clear, overFigures: figures(-23.4, 3.9) }, run())).toEqual([
      {
        said: 'Eight in ten sets of plausible figures: between 23.4 fewer and 3.9 more; better in 79 of 100 sets',
        isOtherwise: true,
      },
    ]);
  });

  it('is not said to be another answer where it is the same', () => {
    const like = { difference: -12.6, low: -14.1, high: -11 };
    const same = { ...clear, otherRenewal: like, overFigures: figures(-23, -4) };
    expect(otherReadings(same, run()).map(({ isOtherwise }) => isOtherwise)).toEqual([
      false,
      false,
    ]);
    expect(saidOtherwise(same, run())).toBe('');
  });

  it('is another answer where it is as clear and far from what is told', () => {
    const money: Difference = {
      ...{ ...clear, id: 'spend', unit: 'GBP', better: 'neither' },
      ...{ difference: 41_000, low: 19_000, high: 63_000 },
      otherRenewal: { difference: 110_000, low: 52_000, high: 169_000 },
    };
    expect(saidOtherwise(money, run())).toBe(
      ' With renewal read per decision: £110,000 more (between £52,000 and £169,000 more).',
    );
  });

  it('says that it cannot be told', () => {
    const none = { difference: -12, low: null, high: null };
    const untold = { ...clear, otherRenewal: none, overFigures: null };
    expect(saidOtherwise(untold, run())).toBe(
      ' With renewal read per decision: cannot tell. Eight in ten sets of plausible figures: cannot tell.',
    );
  });

  it('is nothing where nothing else was run', () => {
    expect(otherReadings(clear, run())).toEqual([]);
    expect(otherReadings({ ...clear, overFigures: null }, run({ renewal }))).toEqual([]);
    expect(readingsSentence(run({}))).toBe('');
  });
});

it('says how renewal is read, and where the other answers stand', () => {
  expect(readingsSentence(run())).toBe(
    'Renewal is read per year. Where reading it per decision or other plausible figures would give another answer, that stands beside it.',
  );
});
