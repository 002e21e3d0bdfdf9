import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { LIST_DAYS } from '$lib/simulation/replication.ts';
import { patience } from './how-often.ts';
import { oneTeam } from './one-team.ts';
import { modelOf, programOf, simulate } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** A team whose award ends on 31 March 2029, is decided a month before, and may be renewed. */
function team(renewed: string, stop: string): Raw {
  const model = oneTeam({
    question: 'Until when are people taken on?',
    arrive: '20 per month',
    roles: { worker: { posts: 8, caseload: 10, cost: '0 GBP per year' } },
    pathway: [{ stage: 'support', with: 'worker', lasts: { mean: '8 weeks' } }],
    money: {
      term: '24 months',
      'first-ends': '2029-03-31',
      decided: '1 month before it ends',
      renewed: `${renewed} within a year`,
      'when-refused': { 'money-lost': { share: '100%' } },
      'at-an-unrenewed-end': 'stop',
    },
  });
  return { ...model, rules: { 'new-people-stop': stop } };
}

const END = 730;

/** Days, after the start, on which relationships begin within some days before the end. */
function beginnings(raw: Raw, from: number, to: number): number {
  const { followed } = simulate(programOf(modelOf(raw)), 0, 1_000_000);
  return followed
    .flatMap(({ relationships }) => relationships)
    .filter((one) => one.from > END - from && one.from <= END - to).length;
}

describe('before an end that is not confirmed', patience, () => {
  it('nobody new begins once intake has stopped, and people did until then', () => {
    expect(beginnings(team('0%', '3 months'), 90, 0)).toBe(0);
    expect(beginnings(team('0%', '3 months'), 150, 93)).toBeGreaterThan(10);
    expect(beginnings(team('0%', '0 days'), 90, 1)).toBeGreaterThan(30);
  });

  it('people begin again as soon as it is renewed', () => {
    expect(beginnings(team('100%', '3 months'), 90, 32)).toBe(0);
    expect(beginnings(team('100%', '3 months'), 32, 0)).toBeGreaterThan(40);
  });

  it('those in the service go on to the worker of their next stage', () => {
    const refused = {
      ...{ term: '24 months', 'first-ends': '2029-03-31', decided: '1 month before it ends' },
      ...{ renewed: '0% within a year', 'when-refused': { 'money-lost': '100%' } },
    };
    const raw = oneTeam({
      question: 'Who is taken on?',
      arrive: '20 per month',
      roles: {
        worker: { posts: 1, caseload: 500, cost: '0 GBP per year' },
        other: { posts: 1, caseload: 500, cost: '0 GBP per year' },
      },
      pathway: [
        { stage: 'first', with: 'worker', lasts: { exactly: '60 days' } },
        { stage: 'next', with: 'other', lasts: { exactly: '20 years' } },
      ],
      money: refused,
    });
    const { followed } = simulate(
      programOf(modelOf({ ...raw, rules: { 'new-people-stop': '60 days' } })),
      0,
      1_000_000,
    );
    const begun = (role: string, from: number, to: number) =>
      followed
        .flatMap(({ relationships }) => relationships)
        .filter((one) => one.role === role && one.from >= from && one.from < to).length;
    // The last whom the one takes, before the stop, come to the other until the very end.
    expect(begun('worker', END - 59, END + 1)).toBe(0);
    expect(begun('other', END - 59, END + 1)).toBe(begun('worker', END - 119, END - 59));
    expect(begun('other', END - 59, END + 1)).toBeGreaterThan(20);
  });
});

describe('before the start', patience, () => {
  /** The award ends on 31 May 2027, two months after the start: intake stopped on 1 March. */
  const raw = (stop: string): Raw => ({
    ...oneTeam({
      question: 'Who waits on the first day?',
      arrive: '200 per month',
      warmUp: '2 years',
      roles: { worker: { posts: 1, caseload: 5000, cost: '0 GBP per year' } },
      pathway: [{ stage: 'support', with: 'worker', lasts: { exactly: '20 days' } }],
      money: {
        ...{ term: '12 months', 'first-ends': '2027-05-31', decided: '31 days before it ends' },
        renewed: '100% within a year',
      },
    }),
    rules: { 'new-people-stop': stop },
  });
  /** People waiting in April 2027, on average. */
  const waiting = (stop: string, changes: Change[] = []) =>
    simulate(programOf(modelOf(raw(stop)), changes)).byService[LIST_DAYS] / 30;

  it('intake stops too, and people wait on the first day', () => {
    // Those of March, and half of those of April.
    const known = (200 / (365.25 / 12)) * (31 + 15);
    expect(waiting('92 days') / known).toBeGreaterThan(0.8);
    expect(waiting('92 days') / known).toBeLessThan(1.2);
    expect(waiting('0 days')).toBe(0);
  });

  it('it stops, or opens, on the day of the start where the scenario says otherwise', () => {
    const changed = (stop: string): Change[] => [{ set: 'rules.new-people-stop', to: stop }];
    expect(waiting('92 days', changed('0 days'))).toBe(0);
    const known = (200 / (365.25 / 12)) * 15;
    expect(waiting('0 days', changed('92 days')) / known).toBeGreaterThan(0.7);
    expect(waiting('0 days', changed('92 days')) / known).toBeLessThan(1.3);
  });
});
