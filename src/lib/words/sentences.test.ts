import { describe, expect, it } from 'vitest';
import type { Difference, Estimate } from '../comparison/summary.ts';
import {
  differencePhrase,
  differenceRange,
  differenceSentence as sentenceOf,
  differenceWithRange,
  type DifferenceOptions,
} from './difference-sentence.ts';
import { estimateSentence } from './estimate-sentence.ts';
import { howOften, howOftenBetter, isMuch, rangeExplained, verdict } from './how-sure.ts';
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

/** As it is said of two hundred runs. */
const differenceSentence = (
  of: Difference,
  figure: Estimate,
  names: Names,
  how: Partial<DifferenceOptions> = {},
) => sentenceOf(of, figure, names, { runs: 200, ...how });

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
    const spend = { id: 'spend', unit: 'GBP', mean: 2_163_460 } as const;
    expect(estimateSentence(estimate({ ...spend, low: 2_110_036, high: 2_216_884 }), NAMES)).toBe(
      '£2.16 million a year is spent (between £2.11 million and £2.22 million).',
    );
  });
});

describe('a difference', () => {
  it('says figure, change, range and how often', () => {
    expect(differenceSentence(difference(), estimate(), NAMES)).toBe(
      '37 of 100 relationships begun are cut short within two years, 8.2 fewer than as it is ' +
        '(between 6 and 10 fewer); better in 96 of 100 runs.',
    );
  });

  it('of ratios is said as finely as the ratio itself', () => {
    const like = { id: 'deprivation-ratio', unit: 'ratio', better: 'neither' } as const;
    const by = { ...like, difference: -0.02, low: -0.03, high: -0.01 };
    const beside = (mean: number, change: Partial<Difference> = {}) =>
      differenceSentence(difference({ ...by, ...change }), estimate({ ...like, mean }), NAMES);
    expect(beside(1.003)).toBe(
      'The most deprived fifth has 1.00 times the figure of others, 0.02 lower than as it is ' +
        '(between 0.01 and 0.03 lower).',
    );
    expect(beside(1.02, { low: -0.05, high: 0.01 })).toBe(
      'The most deprived fifth has 1.02 times the figure of others. ' +
        'No clear difference from how it is now (between 0.05 lower and 0.01 higher).',
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

  it('is never said to be what counts where it is less', () => {
    const small = difference({ difference: 0.466, low: 0.22, high: 0.71 });
    expect(isMuch(small)).toBe(false);
    expect(differencePhrase(small)).toBe('0.47 more');
    expect(differenceRange(small)).toBe('between 0.22 and 0.71 more');
  });

  it('stands alone with its range', () => {
    expect(differenceWithRange(difference())).toBe('8.2 fewer (between 6 and 10 fewer)');
    expect(differenceWithRange(difference({ high: 2 }))).toBe(
      'No clear difference (between 10 fewer and 2 more)',
    );
    expect(differenceWithRange(difference({ difference: null, low: null }))).toBe('Cannot tell');
    expect(differenceWithRange(difference({ difference: 0, low: 0, high: 0 }))).toBe(
      'No difference',
    );
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
  });

  it('speaks of longer and shorter waits, and of another baseline', () => {
    const wait = difference({ id: 'wait-mean', unit: 'days', difference: 4, low: 2.5, high: 5.5 });
    expect(
      differenceSentence(wait, estimate({ id: 'wait-mean', unit: 'days', mean: 27 }), NAMES, {
        baseline: 'three-year awards',
      }),
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
  });

  it('never rounds luck up to certainty', () => {
    expect(howOften(0.999, 1000)).toBe('better in more than 99 of 100 runs');
    expect(howOften(0.001, 1000)).toBe('better in fewer than 1 of 100 runs');
    expect(howOften(1, 200)).toBe('better in 100 of 100 runs');
    expect(howOften(null, 200)).toBeNull();
  });

  it('never says more runs than there were', () => {
    expect(howOften(0.9, 10)).toBe('better in 9 of 10 runs');
    expect(howOften(1, 10)).toBe('better in 10 of 10 runs');
    expect(howOften(0.95, 10)).toBe('better in more than 9 of 10 runs');
    expect(howOften(0.05, 10)).toBe('better in fewer than 1 of 10 runs');
    expect(sentenceOf(difference({ shareBetter: 0.9 }), estimate(), NAMES, { runs: 10 })).toMatch(
      /better in 9 of 10 runs\.$/,
    );
  });

  it('says of which runs it is where some tell nothing', () => {
    const of = (shareBetter: number | null, runsTold?: number) =>
      howOftenBetter({ better: 'lower', shareBetter, ...(runsTold ? { runsTold } : {}) }, 400);
    expect(of(9 / 13, 13)).toBe('better in 9 of 13 runs in which both can be told');
    expect(of(1, 1)).toBe('better in 1 of 1 runs in which both can be told');
    expect(of(0.73, 128)).toBe('better in 73 of 100 runs in which both can be told');
    expect(of(0.73)).toBe('better in 73 of 100 runs');
    expect(of(null)).toBeNull();
    expect(howOftenBetter({ better: 'neither', shareBetter: 0.5 }, 400)).toBeNull();
    const said = difference({ shareBetter: 9 / 13, runsTold: 13 });
    expect(sentenceOf(said, estimate(), NAMES, { runs: 40 })).toMatch(
      /better in 9 of 13 runs in which both can be told\.$/,
    );
  });

  it('says what ranges hold', () => {
    expect(rangeExplained(1)).toContain('Each run is one possible future.');
    expect(rangeExplained(1)).toContain('1 run with');
    expect(rangeExplained(2000)).toContain('2,000 runs');
  });
});

describe('what counts', () => {
  it.each([
    ['days', 0.5, true],
    ['days', -0.49, false],
    ['GBP', 499, false],
    ['GBP', -501, true],
    ['workers', 0.06, true],
    ['ratio', 0.004, false],
  ] as const)('is a clear difference, in %s of %d: %s', (unit, size, counts) => {
    const ends = [size * 0.9, size * 1.1].sort((a, b) => a - b);
    const one = { difference: size, low: ends[0], high: ends[1], better: 'higher', unit } as const;
    expect(isMuch(one)).toBe(counts);
    expect(isMuch({ ...one, low: -Math.abs(size), high: Math.abs(size) * 2 })).toBe(false);
  });
});

describe('a small difference', () => {
  const small = difference({
    difference: -0.65,
    low: -0.79,
    high: -0.5,
    contractDatesAlone: { difference: -0.41, low: -0.54, high: -0.28 },
    assumedEffects: { difference: -0.24, low: -0.4, high: -0.08 },
  });

  it('keeps one decimal, and its figure too where whole numbers would mislead', () => {
    expect(differenceSentence(small, estimate({ mean: 9.73 }), NAMES)).toBe(
      '9.7 of 100 relationships begun are cut short within two years, 0.7 fewer than as it is ' +
        '(between 0.5 and 0.8 fewer); better in 96 of 100 runs.',
    );
    const larger = difference({ difference: -1.2, low: -1.5, high: -0.9 });
    expect(differenceSentence(larger, estimate({ mean: 9.2 }), NAMES)).toMatch(
      /^9 of 100 .*, 1\.2 fewer than as it is \(between 0\.9 and 1\.5 fewer\)/,
    );
    expect(differencePhrase(small)).toBe('0.7 fewer');
  });

  it('says a range over zero with its decimals', () => {
    const unclear = difference({ difference: 0.05, low: -0.3, high: 0.4 });
    expect(differenceSentence(unclear, estimate({ mean: 10.1 }), NAMES)).toBe(
      '10 of 100 relationships begun are cut short within two years. ' +
        'No clear difference from how it is now (between 0.3 fewer and 0.4 more).',
    );
  });

  it('tells money apart that rounds alike', () => {
    const money = { id: 'spend', unit: 'GBP', better: 'neither' } as const;
    expect(
      differenceSentence(
        difference({ ...money, difference: 20000, low: 15000, high: 25000 }),
        estimate({ ...money, mean: 2412000 }),
        NAMES,
      ),
    ).toBe(
      '£2.41 million a year is spent, £20,000 more than as it is (between £15,000 and £25,000 more).',
    );
    const each = { id: 'spend-per-relationship-not-cut-short', unit: 'GBP each' } as const;
    expect(
      differenceSentence(
        difference({ ...each, difference: -22, low: -39, high: -5 }),
        estimate({ ...each, mean: 2039 }),
        NAMES,
      ),
    ).toMatch(
      /^£2,040 is spent for each .*, £22 less each than as it is \(between £5 and £39 less each/,
    );
  });
});

describe('which services', () => {
  const by = { kind: 'funding', id: 'awards' } as const;

  it('leads every sentence of a part, and of a whole beside it', () => {
    expect(differenceSentence(difference({ by }), estimate({ by }), NAMES)).toMatch(
      /^In services paid by awards that end, 37 of 100 relationships begun are cut short/,
    );
    expect(
      differenceSentence(difference(), estimate(), NAMES, { which: 'in all services' }),
    ).toMatch(/^In all services, 37 of 100 relationships begun/);
    const wait = { id: 'wait-mean', unit: 'days', mean: 2.1, low: null, high: null } as const;
    expect(estimateSentence(estimate({ ...wait, by }), NAMES)).toBe(
      'In services paid by awards that end, people wait 2.1 days on average before they start.',
    );
  });

  it('stands beside the way a relationship ended', () => {
    const reason = { kind: 'reason', id: 'funding-ended' } as const;
    const ended = { id: 'ended-by', mean: 12, low: null, high: null };
    expect(estimateSentence(estimate({ ...ended, by: { ...reason, within: by } }), NAMES)).toBe(
      'Funding ended, in services paid by awards that end: 12 of 100 endings come about this way.',
    );
    expect(estimateSentence(estimate({ ...ended, by: reason }), NAMES, 'in all services')).toBe(
      'Funding ended, in all services: 12 of 100 endings come about this way.',
    );
  });

  it('is named where nothing can be told', () => {
    const none = difference({ by, difference: null, low: null, high: null });
    expect(differenceSentence(none, estimate({ by, mean: null }), NAMES)).toBe(
      'Relationships cut short, in services paid by awards that end: cannot tell.',
    );
  });
});
