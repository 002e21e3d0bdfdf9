import { describe, expect, it } from 'vitest';
import { PRINCIPLE_NAMES } from '$lib/portfolio/principle-names.ts';
import { namesWithWords, testInWords } from '$lib/words/test-in-words.ts';
import { readShipped } from '../models/shipped-model.ts';

const { principles } = readShipped('south-ayrshire').model.portfolio;

describe('a test in words', () => {
  it('has words for every name that a test may use', () => {
    const names = Object.values(PRINCIPLE_NAMES).flatMap((scope) => Object.keys(scope));
    expect(names.filter((name) => !namesWithWords().includes(name))).toEqual([]);
    expect(namesWithWords().filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each([
    ['term >= 36 months', 'the length of an award is at least 36 months'],
    ['has-time-limit == 0', 'support does not end at a time limit'],
    ['risk-with-funder == 1', 'the funder bears what the award does not pay'],
    ['pay >= living-wage', 'the pay of a full-time post is at least “living wage”'],
    [
      'uplift >= inflation',
      'the rise of the award each year is at least the rise of pay and prices each year',
    ],
    ['wait-mean <= 3 weeks', '“Mean wait” is at most 3 weeks'],
    [
      'lowest-wait-mean / highest-wait-mean >= 80%',
      '“Mean wait” in the locality where it is lowest is at least 80% of “Mean wait” in the locality where it is highest',
    ],
  ])('%s', (test, words) => {
    expect(testInWords(test)).toBe(words);
  });

  it.each(['term * 2 >= 36 months', 'max(term, decided) >= 1 year', 'has-time-limit >= 1', 'term'])(
    'lets %s speak for itself',
    (test) => expect(testInWords(test)).toBeNull(),
  );

  it('says every test of South Ayrshire', () => {
    const tests = principles.flatMap(({ written, partlyWritten = [] }) =>
      [written, partlyWritten].flat(),
    );
    expect(tests.length).toBeGreaterThan(20);
    expect(tests.filter((test) => testInWords(test) === null)).toEqual([]);
  });
});
