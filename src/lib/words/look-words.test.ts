import { describe, expect, it } from 'vitest';
import type { Difference } from '../comparison/summary.ts';
import type { DesignAnswer, DesignFigure } from '../workshop/design-answer.ts';
import { inEnglish } from './join-words-english.ts';
import { lookCost, lookLine } from './look-words.ts';

const words = inEnglish.design;

function cutShort(by: number, half: number, now = 25): DesignFigure {
  const of = { id: 'cut-short-per-100', by: null, unit: 'per 100' } as const;
  const difference: Difference = {
    ...{ ...of, headline: true, better: 'lower', shareBetter: null },
    ...{ difference: by, low: by - half, high: by + half },
    ...{ contractDatesAlone: null, assumedEffects: null },
  };
  return { ...of, title: 'Relationships cut short', now, design: now + by, difference };
}

describe('what a phone says of a measure of a design', () => {
  it('is no figure while luck alone may have made it', () => {
    expect(lookLine(cutShort(1, 12), false, words)).toEqual({
      ...{ said: 'Cannot tell yet', now: '', difference: '' },
    });
  });

  it('is a figure where it is clear, and with the last look', () => {
    expect(lookLine(cutShort(-12, 3), false, words)).toEqual({
      ...{ said: '13 of 100', now: 'Now: 25 of 100', difference: '12 fewer' },
    });
    expect(lookLine(cutShort(1, 12), true, words).difference).toBe('No clear difference');
    expect(lookLine(cutShort(0, 0), true, words).difference).toBe('The same as now');
  });

  it('says in the end that it cannot be told', () => {
    const none = { ...cutShort(0, 0), now: null, design: null, difference: null };
    expect(lookLine(none, true, words).said).toBe('Cannot tell');
  });
});

describe('what a phone says of the cost of a design', () => {
  const costing = (cost: number, half: number) =>
    ({
      ...{ kind: 'answer', runs: 2, cost, figures: [] },
      costRange: { low: cost - half, high: cost + half },
    }) as Extract<DesignAnswer, { kind: 'answer' }>;
  const budget = 38_000;

  it('is a range before the last look, and never to the pound', () => {
    expect(lookCost(costing(40_033, 3_400), { budget, isLast: false }, words)).toEqual({
      said: 'Your design costs between £37,000 and £43,000 a year.',
      over: words.maybeOver,
    });
    expect(lookCost(costing(39_745, 900), { budget, isLast: true }, words)).toEqual({
      said: 'Your design costs about £40,000 a year.',
      over: 'That is £2,000 more than there is.',
    });
  });

  it('is not known of runs that lie further apart than it is large', () => {
    const told = lookCost(costing(40_000, 50_000), { budget, isLast: false }, words);
    expect(told).toEqual({ said: words.costUntold, over: '' });
  });

  it('is within the money where it is, however far its range goes', () => {
    expect(lookCost(costing(37_900, 900), { budget, isLast: true }, words)?.over).toBe('');
  });
});
