import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { REFERRED, SERVICE_COLUMNS } from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import type { WarmedState } from '$lib/simulation/warmed-state.ts';
import { oneTeam } from '../measures/one-team.ts';
import { patience } from './how-often.ts';
import { keep, modelOf, programOf, simulate } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

const months = 48;

/** A team that sees people of a pool for a fortnight at a time. */
function circle(people: number): Raw {
  const raw = oneTeam({ stage: { lasts: { exactly: '14 days' } } });
  (raw.groups as Raw).people = {
    ...{ name: 'People', live: { town: '100%' }, patience: 'open-ended' },
    ...{ 'other-life-events': '10% per year', 'turn-to': { team: '100%' } },
    pool: { people, 'each-arrives': '1 per month' },
  };
  return raw;
}

/** Referrals in each month of the horizon. */
function referrals(raw: Raw, changes: Change[] = [], replication = 0): number[] {
  const { byService } = simulate(programOf(modelOf(raw), changes), replication);
  return Array.from({ length: months }, (_, m) => byService[m * SERVICE_COLUMNS + REFERRED]);
}

const sum = (counts: number[]) => counts.reduce((a, b) => a + b, 0);
const size = (people: number) => [{ set: 'groups.people.pool.people', to: people }];

describe('when a scenario changes a pool', patience, () => {
  it('the people whom it adds come, and those who were there come as they did', () => {
    const before = referrals(circle(20));
    for (const people of [21, 40]) {
      const after = referrals(circle(20), size(people));
      after.forEach((count, m) => expect(count).toBeGreaterThanOrEqual(before[m]));
      const further = (people - 20) / 20;
      expect(sum(after) / sum(before) - 1).toBeGreaterThan(0.6 * further);
      expect(sum(after) / sum(before) - 1).toBeLessThan(1.4 * further);
    }
  });

  it('a pool that it adds has all its people', () => {
    const baseline = circle(20);
    const others = { ...((baseline.groups as Raw).people as Raw), name: 'Others' };
    const after = referrals(baseline, [{ add: 'groups.others', as: others }]);
    expect(sum(after) / sum(referrals(baseline))).toBeGreaterThan(1.8);
    expect(sum(after) / sum(referrals(baseline))).toBeLessThan(2.2);
  });

  it.each([10, 0])('a pool that it makes smaller has its new size within weeks: %d', (people) => {
    const before = referrals(circle(20)).slice(1);
    const after = referrals(circle(20), size(people)).slice(1);
    after.forEach((count, m) => expect(count).toBeLessThanOrEqual(before[m]));
    expect(sum(after) / sum(before)).toBeCloseTo(people / 20, 1);
  });

  it('members come at their new rate from its first day on', () => {
    const rate = (perMonth: string): Change[] => [
      { set: 'groups.people.pool.each-arrives', to: `${perMonth} per month` },
    ];
    const seldom = circle(400);
    ((seldom.groups as Raw).people as Raw).pool = { people: 400, 'each-arrives': '0.02 per month' };
    const often = referrals(seldom, rate('1'));
    // Each is a fortnight in support and a month outside it: 400 / 1.46 a month; at first more.
    expect(often[1]).toBeGreaterThan(200);
    expect(sum(often) / months).toBeCloseTo(400 / (1 + 14 / 30.44), -1.5);
    const never = referrals(circle(400), rate('0'));
    expect(sum(never.slice(1))).toBe(0);
  });

  it('a pool that it replaces with arrivals brings nobody any more', () => {
    const changes: Change[] = [
      { remove: 'groups.people.pool' },
      { set: 'groups.people.arrive', to: '0 per month' },
    ];
    expect(sum(referrals(circle(20), changes))).toBe(0);
  });

  it.each([40, 10])('gives the same bits from the baseline’s warmed state: %d', (people) => {
    const model = modelOf(circle(20));
    let warmed: WarmedState | undefined;
    new Simulation(programOf(model)).run(7, 0, { keep: (state) => (warmed = state) });
    const scenario = new Simulation(programOf(model, size(people)));
    const alone = keep(scenario.run(7, 0));
    expect(keep(scenario.run(7, 0, { from: warmed }))).toEqual(alone);
  });
});

describe('a pool whose members move away or die', patience, () => {
  it('brings as many people as one whose members stay, for others take their places at once', () => {
    const years = months / 12;
    for (const perYear of [0, 10, 100]) {
      const raw = circle(400);
      const people = (raw.groups as Raw).people as Raw;
      people['other-life-events'] = `${perYear}% per year`;
      people.pool = { people: 400, 'each-arrives': '20% per year' };
      const found = [0, 1, 2, 3].map((replication) => sum(referrals(raw, [], replication)));
      // Each is outside support for five years, and then in it for a fortnight.
      const known = (4 * years * 400) / (5 + 14 / 365.25);
      expect(Math.abs(sum(found) - known)).toBeLessThan(4 * Math.sqrt(known));
    }
  });
});
