import { describe, expect, it } from 'vitest';
import type { Difference, Summary } from '../comparison/summary.ts';
import { orderSentence } from './order-sentence.ts';

type Ends = [low: number, high: number];

/** Relationships cut short of three scenarios, beside the first, under both readings. */
function summaryOf(...scenarios: { read: Ends; other: Ends }[]): Summary {
  const of = { id: 'cut-short-per-100', by: null, unit: 'per 100' } as const;
  const part = ([low, high]: Ends) => ({ difference: (low + high) / 2, low, high });
  const titles = ['As it is', 'Longer', 'Seen through'];
  return {
    renewal: { read: 'per year', other: 'per decision' },
    scenarios: titles.map((title, at) => ({ id: String(at), title, measures: [] })),
    comparisons: scenarios.map(({ read, other }, at) => ({
      ...{ scenario: String(at + 1), baseline: '0' },
      differences: [
        {
          ...{ ...of, headline: true, better: 'lower', shareBetter: null },
          ...{ ...part(read), otherRenewal: part(other) },
          ...{ contractDatesAlone: null, assumedEffects: null },
        } satisfies Difference,
      ],
    })),
  } as unknown as Summary;
}

describe('where the order of scenarios changes with the reading of renewal', () => {
  it('names the measure and the two that change places', () => {
    const said = orderSentence(
      summaryOf({ read: [-9, -7], other: [-4, -3] }, { read: [-5, -4], other: [-8, -6] }),
      {},
    );
    expect(said).toBe(
      'With renewal read per year and per decision the order is the other way round in: ' +
        'Relationships cut short (“Longer” and “Seen through”).',
    );
  });

  it('names what is in an order under one reading alone', () => {
    const said = orderSentence(summaryOf({ read: [-9, -7], other: [-12, 1] }), {});
    expect(said).toBe(
      'With renewal read per year and per decision no two scenarios change places clearly in any ' +
        'main measure. Which comes first is clear under one of the two readings alone in: ' +
        'Relationships cut short (“As it is” and “Longer”).',
    );
  });

  it('says that none does, and nothing where one reading was run', () => {
    const same = summaryOf({ read: [-9, -7], other: [-8, -6] });
    expect(orderSentence(same, {})).toMatch(/main measure\.$/);
    expect(orderSentence({ ...same, renewal: undefined } as unknown as Summary, {})).toBe('');
  });
});
