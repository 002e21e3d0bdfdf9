import { describe, expect, it } from 'vitest';
import { figuresOfItems, whatWouldChange, whatWouldPass } from '$lib/words/principle-words.ts';
import { judge, longAwards, poundsAYear, type Written } from './judged-principle.ts';

describe('how much each award or role counts', () => {
  /** 75% of the money of awards; 37.5% and 80% at the ends. */
  const ranged = {
    pays: { ...poundsAYear(300000, 60000, 400000), source: 'records' },
  };
  const guessed = (best: number) => ({ pays: { ...poundsAYear(best), source: 'guess' } });

  it.each([
    ['75%', '50%', 'cannot tell'],
    ['37.5%', '10%', 'met'],
    ['85%', '30%', 'partly met'],
    ['81%', '70%', 'cannot tell'],
    ['90%', '81%', 'not met'],
  ])('is looked at at the ends of its range: %s enough, %s partly: %s', (...asked) => {
    const [enough, partly, verdict] = asked;
    const found = judge({ ...longAwards, enough, 'partly-enough': partly }, { first: ranged });
    expect(found.verdict).toBe(verdict);
    expect(found.shares?.passing).toBeCloseTo(0.375, 12);
    expect(found.shares?.atMost).toBeCloseTo(0.8, 12);
  });

  it('may be anything where it is assumed', () => {
    const first = guessed(300000);
    const found = judge({ ...longAwards, enough: '1%' }, { first });
    expect([found.verdict, found.ifAssumptionsHold]).toEqual(['cannot tell', 'met']);
    const nearlyAll = { ...longAwards, enough: '99%', 'partly-enough': '99%' };
    expect(judge(nearlyAll, { first }).verdict).toBe('cannot tell');
  });

  it('does not matter where it could not turn the answer', () => {
    const third = { ...guessed(1000000), term: '36 months' };
    const of = (enough: string) => judge({ ...longAwards, enough }, { third }).verdict;
    // Of what is known 75% is long, and more the more the third award pays.
    expect([of('75%'), of('76%')]).toEqual(['met', 'cannot tell']);
    const first = guessed(300000);
    const second = { term: '36 months' };
    expect(judge(longAwards, { first, second, third }).verdict).toBe('met');
    expect(judge({ ...longAwards, test: 'term > 36 months' }, { first, second }).verdict).toBe(
      'not met',
    );
  });

  it('may all be nothing at once where several are assumed', () => {
    const third = { ...guessed(300000), term: '36 months' };
    const half = { ...longAwards, enough: '50%' };
    expect(judge(half, { first: guessed(300000), third })).toMatchObject({
      verdict: 'cannot tell',
      ifAssumptionsHold: 'met',
    });
  });

  it('moves together where it is one named figure', () => {
    const assumptions = { each: { ...poundsAYear(100000, 10000, 900000), source: 'records' } };
    const both = { first: { pays: 'each' }, second: { pays: 'each' }, assumptions };
    expect(judge({ ...longAwards, enough: '50%' }, both).verdict).toBe('met');
  });

  it('is decided where a scenario sets it', () => {
    const changes = [{ set: 'contracts.award.pays', to: '300000 GBP per year' }];
    const found = judge({ ...longAwards, enough: '75%' }, { first: guessed(1000), changes });
    expect(found.verdict).toBe('met');
  });

  it('counts the posts of a role in the same way', () => {
    const role = { caseload: 12, cost: '50000 GBP per year', pay: '30000 GBP per year' };
    const posts = { best: 9, low: 1, high: 12, source: 'records' };
    const roles = {
      worker: { ...role, posts },
      other: { ...role, pay: '1 GBP per year', posts: 3 },
    };
    const assumptions = { 'living-wage': { ...poundsAYear(25000), source: 'records' } };
    const of = (enough: string) =>
      judge(
        { 'for-each': 'post', test: 'pay >= living-wage', enough },
        { service: { roles }, assumptions, changes: [{ remove: 'services.outreach' }] },
      );
    // 9 of 12 posts; 1 of 4 at the low end.
    expect(of('75%')).toMatchObject({ verdict: 'cannot tell', ifAssumptionsHold: 'met' });
    expect(of('25%').verdict).toBe('met');
  });

  it('is said where it makes the share that passes unsure, and only there', () => {
    const words = 'How much each counts is assumed, or known too roughly: ';
    const turning = judge({ ...longAwards, enough: '75%' }, { first: ranged });
    for (const say of [whatWouldChange, whatWouldPass]) {
      expect(say(turning)).toContain(`${words}Award (75% of the money of awards).`);
      const told = judge(longAwards, { first: ranged, second: { term: '3 years' } });
      expect(say(told)).not.toContain(words);
    }
  });
});

describe('names that are one named figure', () => {
  const prices = (source: string) => ({
    prices: { best: '3% per year', low: '2% per year', high: '4% per year', source },
  });
  const keepsUp = { 'for-each': 'award', test: 'uplift >= inflation' };
  const tied = {
    first: { uplift: 'prices' },
    second: { uplift: 'prices' },
    rules: { inflation: 'prices', source: 'records' },
  };

  it('move together: an award that rises with prices does so at every value of them', () => {
    const assumptions = prices('records');
    expect(judge(keepsUp, { ...tied, assumptions }).verdict).toBe('met');
    expect(
      judge({ ...keepsUp, test: 'uplift > inflation' }, { ...tied, assumptions }).verdict,
    ).toBe('not met');
  });

  it('move together with the figure where the test names it itself', () => {
    const assumptions = {
      'living-wage': { ...poundsAYear(25000, 24000, 26000), source: 'records' },
    };
    const worker = { posts: 3, caseload: 12, cost: '50000 GBP per year', pay: 'living-wage' };
    const changes = [{ remove: 'services.outreach' }];
    const paid = { 'for-each': 'post', test: 'pay >= living-wage' };
    const of = (role: Written) =>
      judge(paid, { service: { roles: { worker: role } }, assumptions, changes }).verdict;
    expect(of(worker)).toBe('met');
    expect(of({ ...worker, pay: '25000 GBP per year' })).toBe('cannot tell');
  });

  it('move apart where one of them is a figure of its own', () => {
    const second = { uplift: prices('records').prices };
    expect(judge(keepsUp, { ...tied, second, assumptions: prices('records') })).toMatchObject({
      verdict: 'cannot tell',
      ifAssumptionsHold: 'met',
    });
  });

  it('still rest on an assumption about the award where the figure is one', () => {
    expect(judge(keepsUp, { ...tied, assumptions: prices('guess') }).verdict).toBe('cannot tell');
  });
});

describe('what is worked out from figures', () => {
  const worker = (cost: Written) => ({
    roles: { worker: { posts: 3, caseload: 12, cost: { ...cost, source: 'records' } } },
  });

  it('is looked at at the ends of their ranges: costs', () => {
    const test = { 'for-each': 'award', test: 'pays >= costs', enough: '100%' };
    const of = (high: number) =>
      judge(test, {
        second: { pays: '200000 GBP per year' },
        service: worker(poundsAYear(50000, 40000, high)),
      }).verdict;
    // Three posts: at most £198,000 and £201,000 of £200,000.
    expect([of(66000), of(67000)]).toEqual(['met', 'cannot tell']);
  });

  it('is looked at at the ends of their ranges: shares of money, and by whom', () => {
    const service = { provider: { name: 'Far', sector: 'statutory', size: 'large' } };
    const first = { pays: { ...poundsAYear(300000, 60000, 400000), source: 'records' } };
    const test = (enough: string) =>
      judge({ test: `local-share-of-awards >= ${enough}` }, { first, service });
    expect(test('37%').verdict).toBe('met');
    expect(test('75%')).toMatchObject({ verdict: 'cannot tell', ifAssumptionsHold: 'met' });
    const compared = { id: 'one', says: '', scope: 'portfolio', test: '' } as const;
    const scenarios = [{ id: 'a', verdict: test('75%') }];
    expect(figuresOfItems({ ...compared, scenarios })[0].cells).toEqual(['75% (38% to 80%)']);
    // One award for both, shared out as their costs are: 150 of 300, 150 of 240 at the low end.
    const shared = { ...service, 'paid-by': 'award', ...worker(poundsAYear(50000, 30000, 60000)) };
    const both = (name: string, enough: string) =>
      judge(
        {
          ...(name === 'local-share-of-awards' ? {} : { 'for-each': 'award', enough: '75%' }),
          test: `${name} >= ${enough}`,
        },
        {
          second: { pays: '0 GBP per year' },
          service: shared,
        },
      ).verdict;
    for (const name of ['local-share-of-awards', 'with-local-provider']) {
      // 150 of 330 is 45.5%.
      expect([both(name, '0.45'), both(name, '0.46'), both(name, '0.63')]).toEqual([
        'met',
        'cannot tell',
        'not met',
      ]);
    }
  });

  it('is looked at at the ends of their ranges, and of whose they are: lived experience', () => {
    const posts = { posts: { best: 3, source: 'records' }, caseload: 12 };
    const of = (lived: Written, more: Written) => {
      const role = { ...posts, cost: '50000 GBP per year', 'lived-experience': lived };
      const changes = [{ remove: 'services.outreach' }];
      return judge(more, { service: { roles: { worker: role } }, changes });
    };
    const tests = [
      { test: 'lived-experience-posts >= 20%' },
      { 'for-each': 'service', test: 'lived-experience-posts >= 20%' },
      { 'for-each': 'post', test: 'lived-experience >= 20%' },
    ];
    for (const test of tests) {
      const found = (lived: Written) => of(lived, test).verdict;
      const wide = { best: '30%', low: '5%', high: '60%' };
      const narrow = { best: '30%', low: '25%', high: '60%' };
      expect(found({ ...narrow, source: 'records' })).toBe('met');
      expect(found({ ...wide, source: 'records' })).toBe('cannot tell');
      expect(found({ ...narrow, source: 'guess' })).toBe('cannot tell');
      expect(of({ ...wide, source: 'guess' }, test).ifAssumptionsHold).toBe('met');
    }
  });

  it('holds no lived experience where a role says none, as well known as the role', () => {
    const role = { posts: { best: 3, source: 'records' }, caseload: 12, cost: '9 GBP per year' };
    const of = (source: string) =>
      judge(
        { 'for-each': 'post', test: 'lived-experience <= 0%' },
        { service: { source, roles: { worker: role } } },
      ).verdict;
    expect([of('records'), of('guess')]).toEqual(['met', 'cannot tell']);
  });

  it('is held by the lead of an award, known as well as that there is one', () => {
    const lead = { name: 'Them', sector: 'statutory', size: 'large', keeps: '10%' };
    const local = { test: 'local-share-of-awards >= 75%' };
    expect(judge(local, { first: { lead } }).figures[0].value).toBeCloseTo(0.25, 12);
    expect(judge(local, { second: { lead } }).figures[0].value).toBeCloseTo(0.75, 12);
    const unsaid = { name: 'Them', keeps: '10%' };
    expect(judge(local, { first: { lead: unsaid } }).figures[0].value).toBeNull();
    const pays = { pays: { ...poundsAYear(100000), source: 'records' } };
    const guessed = { ...pays, source: 'guess' };
    expect([judge(local, { second: pays }), judge(local, { second: guessed })]).toMatchObject([
      { verdict: 'met' },
      { verdict: 'cannot tell', ifAssumptionsHold: 'met' },
    ]);
  });

  it('rests on assumptions about costs where a share is shared out by them', () => {
    const far = { provider: { name: 'Far', sector: 'statutory', size: 'large' } };
    const guess = {
      roles: {
        worker: { posts: 3, caseload: 12, cost: { ...poundsAYear(50000), source: 'guess' } },
      },
    };
    const of = (service: Written) =>
      judge(
        { test: 'local-share-of-awards >= 10%' },
        {
          second: { pays: '0 GBP per year' },
          service: { ...service, 'paid-by': 'award', ...guess },
        },
      ).verdict;
    expect([of(far), of({})]).toEqual(['cannot tell', 'met']);
  });
});
