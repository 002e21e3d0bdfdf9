import { describe, expect, it } from 'vitest';
import type { Difference, Estimate } from '../comparison/summary.ts';
import { contractDatesSentence } from './contract-dates-sentence.ts';
import { differencePhrase, differenceSentence } from './difference-sentence.ts';
import { estimateSentence } from './estimate-sentence.ts';
import { howOften, howSure, rangeExplained, verdict } from './how-sure.ts';
import type { Names } from './names.ts';

const NAMES: Names = {
  service: { roads: 'ROADS' },
  criterion: { housing: 'Help with a safe place to live' },
};

function estimate(change: Partial<Estimate> = {}): Estimate {
  return {
    id: 'cut-short-per-100',
    by: null,
    unit: 'per 100',
    mean: 37.2,
    low: 34,
    high: 40,
    better: 'lower',
    headline: true,
    ...change,
  };
}

function difference(change: Partial<Difference> = {}): Difference {
  return {
    id: 'cut-short-per-100',
    by: null,
    unit: 'per 100',
    difference: -8.2,
    low: -10,
    high: -6,
    shareBetter: 0.96,
    contractDatesAlone: { difference: -6.1, low: -7, high: -5 },
    assumedEffects: { difference: -2.1, low: -3, high: -1 },
    headline: true,
    better: 'lower',
    ...change,
  };
}

describe('an estimate', () => {
  it('is a sentence with its range', () => {
    expect(estimateSentence(estimate(), NAMES)).toBe(
      '37 of 100 relationships begun are cut short within two years (between 34 and 40).',
    );
  });

  it('agrees with one', () => {
    expect(estimateSentence(estimate({ mean: 1.2, low: 1, high: 2 }), NAMES)).toBe(
      '1 of 100 relationships begun is cut short within two years (between 1 and 2).',
    );
    expect(estimateSentence(estimate({ id: 'list', unit: 'people', mean: 1 }), NAMES)).toMatch(
      /^1 person is waiting/,
    );
  });

  it('leads with the name of what it is split by', () => {
    const by = {
      kind: 'criterion',
      id: 'housing',
      within: { kind: 'service', id: 'roads' },
    } as const;
    expect(
      estimateSentence(estimate({ id: 'criterion-reached', by, low: null, high: null }), NAMES),
    ).toBe(
      'Help with a safe place to live, ROADS: 37 of 100 people who start MAT and need it get it in time.',
    );
  });

  it('cannot tell what was not measured', () => {
    expect(estimateSentence(estimate({ mean: null, low: null, high: null }), NAMES)).toBe(
      'Relationships cut short: cannot tell.',
    );
  });

  it('keeps its shape when tiny or huge', () => {
    expect(estimateSentence(estimate({ mean: 0.01, low: 0, high: 0.1 }), NAMES)).toBe(
      'Fewer than 1 of 100 relationships begun are cut short within two years (between 0 and less than 1).',
    );
    expect(
      estimateSentence(
        estimate({ id: 'spend', unit: 'GBP', mean: 3e9, low: 2e9, high: 4e9 }),
        NAMES,
      ),
    ).toBe('£3 billion a year is spent (between £2 billion and £4 billion).');
  });
});

describe('a difference', () => {
  it('says figure, change, range and how often', () => {
    expect(differenceSentence(difference(), estimate(), NAMES)).toBe(
      '37 of 100 relationships begun are cut short within two years, 8 fewer than as it is ' +
        '(between 6 and 10 fewer); better in 96 of 100 runs.',
    );
  });

  it('is not clear where its range holds zero', () => {
    const unclear = difference({ low: -10, high: 2 });
    expect(differenceSentence(unclear, estimate(), NAMES)).toBe(
      '37 of 100 relationships begun are cut short within two years. ' +
        'No clear difference from how it is now (between 10 fewer and 2 more).',
    );
    expect(differencePhrase(unclear)).toBe('No clear difference');
    expect(verdict(difference({ low: -3, high: 0 }))).toBe('no clear difference');
  });

  it('says when nothing changed at all', () => {
    expect(
      differenceSentence(difference({ difference: 0, low: 0, high: 0 }), estimate(), NAMES),
    ).toMatch(/, the same as how it is now\.$/);
  });

  it('cannot tell without numbers', () => {
    const none = difference({ difference: null, low: null, high: null, shareBetter: null });
    expect(differenceSentence(none, estimate({ mean: null }), NAMES)).toBe(
      'Relationships cut short: cannot tell.',
    );
    expect(differencePhrase(none)).toBe('Cannot tell');
    expect(howSure(none)).toMatch(/^Cannot tell/);
  });

  it('speaks of longer and shorter waits, and of another baseline', () => {
    const wait = difference({ id: 'wait-mean', unit: 'days', difference: 4, low: 2.5, high: 5.5 });
    expect(
      differenceSentence(
        wait,
        estimate({ id: 'wait-mean', unit: 'days', mean: 27 }),
        NAMES,
        'three-year awards',
      ),
    ).toBe(
      'People wait 27 days on average before they start, 4 days longer than three-year awards ' +
        '(between 2.5 and 5.5 days longer); better in 96 of 100 runs.',
    );
    expect(differencePhrase(wait)).toBe('4 days longer');
  });

  it('claims no better where neither way is', () => {
    const money = difference({
      id: 'spend',
      unit: 'GBP',
      better: 'neither',
      low: -9e4,
      high: -5e4,
      difference: -7e4,
    });
    expect(verdict(money)).toBe('lower');
    expect(
      differenceSentence(money, estimate({ id: 'spend', unit: 'GBP', mean: 2.4e6 }), NAMES),
    ).toBe(
      '£2.4 million a year is spent, £70,000 less than as it is (between £50,000 and £90,000 less).',
    );
  });
});

describe('how sure', () => {
  it('judges by direction', () => {
    expect(verdict(difference())).toBe('better');
    expect(verdict(difference({ better: 'higher' }))).toBe('worse');
    expect(verdict(difference({ better: 'neither', difference: 8, low: 6, high: 10 }))).toBe(
      'higher',
    );
    expect(howSure(difference())).toBe(
      'Clearly better, if the figures put in are right. It does better in 96 of 100 runs.',
    );
  });

  it('never rounds luck up to certainty', () => {
    expect(howOften(0.999)).toBe('better in more than 99 of 100 runs');
    expect(howOften(0.001)).toBe('better in fewer than 1 of 100 runs');
    expect(howOften(1)).toBe('better in 100 of 100 runs');
    expect(howOften(null)).toBeNull();
  });

  it('says what ranges hold', () => {
    expect(rangeExplained(1)).toContain('1 run with');
    expect(rangeExplained(2000)).toContain('2,000 runs');
  });
});

describe('contract dates and assumed effects', () => {
  it('splits a difference so that the parts as said add up', () => {
    expect(contractDatesSentence(difference())).toBe(
      'Of this difference, 6 comes from contract dates alone and 2 rests on assumed effects.',
    );
    const awkward = difference({
      difference: -8.4,
      contractDatesAlone: { difference: -4.7, low: -5, high: -4 },
    });
    expect(contractDatesSentence(awkward)).toContain(
      '5 comes from contract dates alone and 3 rests',
    );
  });

  it('splits a small difference more finely than it is said', () => {
    const small = difference({
      difference: -0.65,
      low: -0.79,
      high: -0.5,
      contractDatesAlone: { difference: -0.41, low: -0.54, high: -0.28 },
    });
    expect(contractDatesSentence(small)).toBe(
      'Of this difference, 0.4 comes from contract dates alone and 0.3 rests on assumed effects.',
    );
  });

  it('says all or none, and almost where that is nearer the truth', () => {
    const nearly = (value: number) =>
      contractDatesSentence(
        difference({ contractDatesAlone: { difference: value, low: value, high: value } }),
      );
    expect(nearly(-0.3)).toBe(
      'Almost none of this difference comes from contract dates alone: almost all of it rests on assumed effects.',
    );
    expect(nearly(-8)).toMatch(/^Almost all of this difference comes from contract dates alone/);

    const dates = (value: number) => ({ difference: value, low: value, high: value });
    expect(contractDatesSentence(difference({ contractDatesAlone: dates(0) }))).toMatch(/^None of/);
    expect(contractDatesSentence(difference({ contractDatesAlone: dates(-8.2) }))).toMatch(
      /^All of/,
    );
  });

  it('says when the two pull against each other', () => {
    expect(
      contractDatesSentence(difference({ contractDatesAlone: { difference: 3, low: 2, high: 4 } })),
    ).toBe('Contract dates alone give 3 more; assumed effects then make it 11 fewer.');
  });

  it('cannot tell without the run that tells', () => {
    expect(contractDatesSentence(difference({ contractDatesAlone: null }))).toMatch(/^Cannot tell/);
  });

  it('does not split what is not clear', () => {
    expect(contractDatesSentence(difference({ low: -10, high: 1 }))).toBe(
      'Contract dates alone give 6 fewer; with the assumed effects there is no clear difference.',
    );
  });
});
