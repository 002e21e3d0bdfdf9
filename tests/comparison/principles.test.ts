import { describe, expect, it } from 'vitest';
import type { Estimate } from '$lib/comparison/summary.ts';
import { catalogue } from '$lib/measures/catalogue.ts';
import { PRINCIPLE_MEASURES, PRINCIPLE_NAMES } from '$lib/portfolio/principle-names.ts';
import { verdictInWords, whatWouldChange } from '$lib/words/principle-words.ts';
import { documents } from '../docs/documents.ts';
import { judge, longAwards } from './judged-principle.ts';

function estimate(id: string, mean: number, low: number, high: number, at?: string): Estimate {
  const { unit, better } = catalogue[id as keyof typeof catalogue];
  const by = at === undefined ? null : ({ kind: 'locality', id: at } as const);
  return { id, by, unit, mean, low, high, better, headline: false };
}

describe('a principle tested on each award', () => {
  it.each([
    ['75%', '50%', 'met'],
    ['80%', '75%', 'partly met'],
    ['100%', '80%', 'not met'],
  ])('with %s enough and %s partly enough is %3$s', (enough, partly, verdict) => {
    const found = judge({ ...longAwards, enough, 'partly-enough': partly });
    expect(found.verdict).toBe(verdict);
    expect(found.ifAssumptionsHold).toBe(verdict);
    expect(found.shares?.passing).toBeCloseTo(0.75, 12);
    expect(found.shares?.atMost).toBeCloseTo(0.75, 12);
  });

  it('asks for all where the file does not say how many', () => {
    expect(judge(longAwards).verdict).toBe('not met');
    expect(judge(longAwards, { second: { term: '3 years' } }).verdict).toBe('met');
  });

  it('cannot tell, and passes nothing for sure, where there is none', () => {
    const none = judge(longAwards, {
      changes: [{ set: 'contracts.*.term', to: 'recurrent' }],
    });
    expect(none).toMatchObject({ verdict: 'cannot tell', items: [], shares: { passing: 0 } });
    expect(whatWouldChange(none)).toBe('There are no awards to test.');
  });

  it('says which do not pass, with their figures', () => {
    const said = whatWouldChange(judge(longAwards));
    expect(said).toContain('It takes 100% of the money of awards with “term >= 36 months”');
    expect(said).toContain('75% has it for sure');
    expect(said).toContain('To change: Small (term 12 months).');
  });

  it('cannot tell where that turns on an assumption about a named award', () => {
    const found = judge(
      { ...longAwards, enough: '80%', 'partly-enough': '60%' },
      { second: { source: 'guess' } },
    );
    expect(found.verdict).toBe('cannot tell');
    expect(found.ifAssumptionsHold).toBe('partly met');
    expect(verdictInWords(found)).toBe('Cannot tell (as assumed: partly met)');
    expect(whatWouldChange(found)).toContain('Assumed, or known too roughly: Small');
  });

  it('can tell all the same where no assumption could turn it', () => {
    const second = { term: { best: '12 months', source: 'guess' } };
    expect(judge({ ...longAwards, enough: '75%' }, { second }).verdict).toBe('met');
    const never = { ...longAwards, test: 'term >= 10 years' };
    expect(judge({ ...never, enough: '50%' }, { second }).verdict).toBe('not met');
  });

  it('takes what a scenario sets for decided', () => {
    const changes = [{ set: 'contracts.*.term', to: '36 months' }];
    const second = { source: 'guess' };
    expect(judge(longAwards, { second, changes }).verdict).toBe('met');
  });

  it('cannot tell what the file does not say, and asks for it', () => {
    const asked = { 'for-each': 'award', test: 'reports-outcomes == 1' };
    const second = { 'reports-on': ['counts'] };
    const found = judge(asked, { second });
    expect([found.verdict, found.ifAssumptionsHold]).toEqual(['not met', 'not met']);
    const silent = judge({ ...asked, enough: '50%' }, { second });
    expect([silent.verdict, silent.ifAssumptionsHold]).toEqual(['cannot tell', 'cannot tell']);
    expect(whatWouldChange(silent)).toContain('Not said in the file: Award (reports outcomes).');
  });

  it('is not sure of what turns within the range of a figure', () => {
    const test = { 'for-each': 'award', test: 'renewed >= 80%' };
    const ranged = {
      best: '85% within a year',
      low: '70% within a year',
      high: '90% within a year',
    };
    const found = judge(test, { second: { renewed: ranged } });
    expect([found.verdict, found.ifAssumptionsHold]).toEqual(['cannot tell', 'met']);
  });
});

describe('a principle tested on each service or role', () => {
  it('counts services alike and roles by posts', () => {
    const designed = { 'designed-with': ['people with lived experience'] };
    const design = { 'for-each': 'service', test: 'designed-with-lived-experience == 1' };
    const found = judge({ ...design, enough: '50%' }, { service: designed });
    expect(found.items.map(({ share, passes }) => [share, passes])).toEqual([
      [0.5, null],
      [0.5, true],
    ]);
    expect(found.verdict).toBe('met');
    const role = { posts: 9, caseload: 12, cost: '50000 GBP per year', pay: '20000 GBP per year' };
    const paid = judge(
      { 'for-each': 'post', test: 'pay >= cost / 2', enough: '50%' },
      { service: { roles: { worker: role } } },
    );
    expect(paid.items.map(({ share }) => share)).toEqual([0.25, 0.75]);
    expect(paid.verdict).toBe('not met');
  });

  it('takes no time limit for as well known as the service', () => {
    const test = { 'for-each': 'service', test: 'has-time-limit == 0' };
    expect(judge(test).verdict).toBe('met');
    expect(judge(test, { service: { source: 'guess' } })).toMatchObject({
      verdict: 'cannot tell',
      ifAssumptionsHold: 'met',
    });
    expect(judge(test, { service: { limit: '12 weeks' } }).verdict).toBe('not met');
  });
});

describe('a principle tested on everything together', () => {
  const quick = { test: 'wait-mean <= 3 weeks', partly: 'wait-mean <= 6 weeks' };

  it.each([
    [20, 19, 20.9, 'met'],
    [30, 28, 32, 'partly met'],
    [50, 45, 55, 'not met'],
    [21, 20, 22, 'cannot tell'],
    [42, 41, 43, 'cannot tell'],
  ])('with a mean wait of %s days, from %s to %s, is %s', (mean, low, high, verdict) => {
    const measures = [estimate('wait-mean', mean, low, high)];
    expect(judge(quick, { measures }).verdict).toBe(verdict);
  });

  it('cannot tell without a run, and asks for one', () => {
    const found = judge(quick);
    expect(found.verdict).toBe('cannot tell');
    expect(whatWouldChange(found)).toContain('A run has to show: wait mean.');
  });

  it('compares the localities with the lowest and the highest', () => {
    const measures = [2, 5, 3].map((mean, i) =>
      estimate('started-per-1000', mean, mean, mean, `place-${i}`),
    );
    const test = 'lowest-started-per-1000 / highest-started-per-1000';
    expect(judge({ test: `${test} >= 40%` }, { measures }).verdict).toBe('met');
    expect(judge({ test: `${test} > 40%` }, { measures }).verdict).toBe('not met');
  });

  it('reads percentages as shares', () => {
    const measures = [estimate('cut-short-per-100', 20, 18, 22)];
    expect(judge({ test: 'cut-short-per-100 <= 25%' }, { measures }).verdict).toBe('met');
  });

  it('shares out the money of awards by who does the work', () => {
    const service = { provider: { name: 'Far', sector: 'statutory', size: 'large' } };
    const local = judge({ test: 'local-share-of-awards >= 75%' }, { service });
    expect(local.figures[0].value).toBeCloseTo(0.75, 12);
    expect(judge({ test: 'third-sector-share-of-awards > 75%' }, { service }).verdict).toBe(
      'not met',
    );
  });
});

describe('the names that tests may use', () => {
  it('are measures of the catalogue, of the same kind', () => {
    const kinds: Record<string, string> = { 'per 100': 'share', 'per cent': 'share', days: 'time' };
    for (const [id, { dimension }] of Object.entries(PRINCIPLE_MEASURES)) {
      const { unit } = catalogue[id as keyof typeof catalogue];
      expect([id, kinds[unit] ?? 'number']).toEqual([id, dimension]);
    }
  });

  it('all stand in the reference of the format', () => {
    const { text } = documents.find(({ path }) => path === 'src/content/format.md')!;
    const names = Object.values(PRINCIPLE_NAMES).flatMap((each) => Object.keys(each));
    const missing = [...names, ...Object.keys(PRINCIPLE_MEASURES)].filter(
      (name) => !text.includes(`\`${name}\``),
    );
    expect(missing).toEqual([]);
  });
});
