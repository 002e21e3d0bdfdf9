import { describe, expect, it } from 'vitest';
import {
  LEFT_EARLY,
  PERSONS_CHOICE,
  PRESENT_DAYS,
  REASONS,
  RELATIONSHIPS_BEGUN,
  SERVICE_COLUMNS,
  STAY_COLUMNS,
  STAY_KEPT,
  STAY_MONTHS,
  STAY_SEEN,
} from '$lib/simulation/replication.ts';
import { estimateOf, zOf } from '../known-answers/estimate.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf, programOf, simulate, type Kept } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

const MONTH = 365.25 / 12;

const recordsOf = (raw: Raw, replications: number): Kept[] => {
  const program = programOf(modelOf(raw));
  return Array.from({ length: replications }, (_, i) => simulate(program, i));
};

/** Days that people were in the one service. */
const daysIn = ({ byService }: Kept): number => {
  let all = 0;
  for (let i = PRESENT_DAYS; i < byService.length; i += SERVICE_COLUMNS) all += byService[i];
  return all;
};

const counted = ({ byService }: Kept, column: number): number => {
  let all = 0;
  for (let i = column; i < byService.length; i += SERVICE_COLUMNS) all += byService[i];
  return all;
};

/** Relationships of the one service that ended for a reason. */
const endedBy = ({ endings }: Kept, reason: number): number => {
  let all = 0;
  for (let i = reason; i < endings.length; i += REASONS.length) all += endings[i];
  return all;
};

/** Of those who start, how many are there after so many months: over and under. */
function stillThere(records: Kept[], months: (typeof STAY_MONTHS)[number]) {
  const at = STAY_MONTHS.indexOf(months) * 2;
  return {
    over: records.map(({ stays }) => stays[at + STAY_KEPT]),
    under: records.map(({ stays }) => stays[at + STAY_SEEN]),
  };
}

/** Whether people leave alike in two models: as many after so long, and as many days. */
function expectAlike(some: Kept[], others: Kept[]): void {
  some.forEach((one, i) => {
    expect(others[i].stays.slice(0, STAY_COLUMNS)).toEqual(one.stays.slice(0, STAY_COLUMNS));
    expect(daysIn(others[i]) / daysIn(one)).toBeCloseTo(1, 9);
  });
}

describe('a rate of leaving that does not change', patience, () => {
  const stage = { leave: '9% per month' };

  it('adds up the same for whoever asks in vain for another worker', () => {
    const role = { posts: 1, caseload: 1000 };
    const without = recordsOf(oneTeam({ role, stage }), 10);
    const asking = recordsOf(
      oneTeam({ role: { ...role, 'asks-for-another': '60% per year' }, stage }),
      10,
    );
    expectAlike(without, asking);
    for (const record of asking) expect(endedBy(record, PERSONS_CHOICE)).toBe(0);
    // So long do they stay that one in e^(0.09 × 12) is there after a year.
    const kept = estimateOf(stillThere(asking, 12));
    expect(Math.abs(zOf(kept, Math.exp(-0.09 * 12)))).toBeLessThan(4);
    expect(kept.standardError).toBeLessThan(0.02);
  });

  it('adds up the same when the money for a peer whom nobody had is gone', () => {
    const roles = {
      worker: { posts: 1, caseload: 1000, cost: '0 GBP per year' },
      peer: { posts: 1, caseload: 1, cost: '0 GBP per year', 'paid-by': 'peers' },
    };
    const own = { funder: 'Nobody', pays: '0 GBP per year' };
    const ends = {
      ...{ term: '12 months', 'first-ends': '2028-03-31', decided: '1 month before it ends' },
      ...{ renewed: '0% within a year', 'when-refused': { 'money-lost': '100%' } },
    };
    const withPeers = (peers: Raw) =>
      oneTeam({
        service: { roles, accompany: ['peer'] },
        stage,
        more: { contracts: { money: { ...own, term: 'recurrent' }, peers: { ...own, ...peers } } },
      });
    expectAlike(recordsOf(withPeers({ term: 'recurrent' }), 3), recordsOf(withPeers(ends), 3));
  });

  it('adds up the same while first a bed and then a worker is waited for', () => {
    const roles = {
      worker: { posts: 1, caseload: 1000, cost: '0 GBP per year' },
      keyworker: { posts: 1, caseload: 1, cost: '0 GBP per year' },
    };
    const withBeds = (beds: number) =>
      oneTeam({
        service: {
          roles,
          places: { house: { name: 'House', beds } },
          pathway: [
            { stage: 'before', with: 'worker', lasts: { exactly: '10 days' }, ...stage },
            {
              ...{ stage: 'house', with: 'keyworker', uses: 'house' },
              ...{ lasts: { exactly: '20 years' }, ...stage },
            },
          ],
        },
      });
    expectAlike(recordsOf(withBeds(5000), 3), recordsOf(withBeds(20), 3));
  });
});

describe('while a next stage is waited for', patience, () => {
  /** Thirty days with a worker, then a stage whose only worker has one person for good. */
  const waiting = (first: Raw, next: Raw) =>
    oneTeam({
      group: { patience: { exactly: '10 days' } },
      service: {
        roles: {
          worker: { posts: 1, caseload: 1000, cost: '0 GBP per year' },
          other: {
            posts: 1,
            caseload: 1,
            cost: '0 GBP per year',
            'after-worker-leaves': 'list last',
          },
        },
        pathway: [
          { stage: 'first', with: 'worker', lasts: { exactly: '30 days' }, ...first },
          { stage: 'next', with: 'other', lasts: { exactly: '20 years' }, ...next },
        ],
      },
    });

  it('people leave at the rate of the stage that they wait for', () => {
    const records = recordsOf(waiting({}, { leave: '50% per month' }), 10);
    const kept = estimateOf(stillThere(records, 3));
    expect(Math.abs(zOf(kept, Math.exp((-0.5 * (3 * MONTH - 30)) / MONTH)))).toBeLessThan(4);
    expect(kept.standardError).toBeLessThan(0.02);
  });

  it('nobody leaves at the rate of the stage that they were in, or for want of patience', () => {
    const [record] = recordsOf(waiting({}, {}), 1);
    expect(endedBy(record, LEFT_EARLY)).toBe(0);
    const { over, under } = stillThere([record], 36);
    expect(over).toEqual(under);
    expect(under[0]).toBeGreaterThan(500);
  });
});

it(
  'nobody leaves for want of patience with a worker who does not lead their stage',
  patience,
  () => {
    const patient = (leads: string, beside: string) =>
      oneTeam({
        group: { patience: { exactly: '10 days' } },
        service: {
          roles: {
            worker: { posts: 40, caseload: 500, cost: '0 GBP per year' },
            goes: {
              ...{ posts: 40, caseload: 500, cost: '0 GBP per year', leave: '100% per year' },
              ...{ replaced: { exactly: '20 years' }, 'after-worker-leaves': 'list last' },
            },
          },
          pathway: [{ stage: 'support', with: [leads, beside], lasts: { exactly: '20 years' } }],
        },
      });
    const [beside] = recordsOf(patient('worker', 'goes'), 1);
    const [leading] = recordsOf(patient('goes', 'worker'), 1);
    expect(counted(beside, RELATIONSHIPS_BEGUN)).toBeGreaterThan(900);
    expect(endedBy(beside, LEFT_EARLY)).toBe(0);
    expect(endedBy(leading, LEFT_EARLY)).toBeGreaterThan(100);
  },
);
