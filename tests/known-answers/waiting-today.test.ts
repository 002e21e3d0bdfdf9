import { describe, expect, it } from 'vitest';
import {
  LIST_DAYS,
  REFERRED,
  SERVICE_COLUMNS,
  STARTED,
  STARTED_NOW,
  STOPPED_WAITING,
  TURNED_AWAY,
} from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { oneTeam } from '../properties/one-team.ts';
import { modelOf, programOf, simulate } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';

interface Listed {
  /** Of the service, beside its list of five. */
  team?: Raw;
  /** Of the stage: 100 days for everybody. */
  stage?: Raw;
  /** Of the group. */
  people?: Raw;
  more?: Raw;
}

/** One worker with room for one, nobody who comes, and five people on the list on the start. */
function five({ team = {}, stage = {}, people = {}, more = {} }: Listed = {}): Raw {
  const raw = oneTeam({
    ...{ question: 'When does who waits today begin?', arrive: '0 per month' },
    roles: { worker: { posts: 1, caseload: 1, cost: '0 GBP per year' } },
    pathway: [{ stage: 'support', with: 'worker', lasts: { exactly: '100 days' }, ...stage }],
  });
  const { groups, services } = raw as Record<string, Record<string, Raw>>;
  return {
    ...raw,
    groups: { ...groups, people: { ...groups.people, ...people }, ...more },
    services: { team: { ...services.team, 'waiting-today': { people: 5 }, ...team } },
  };
}

/** Sum of a column over all months, and the months in which it counted something. */
function counted(raw: Raw) {
  const { byService, months } = simulate(programOf(modelOf(raw)));
  const by = (column: number) =>
    Array.from({ length: months }, (_, m) => byService[m * SERVICE_COLUMNS + column]);
  return {
    sum: (column: number) => by(column).reduce((sum, n) => sum + n, 0),
    months: (column: number) => by(column).flatMap((n, m) => Array<number>(n).fill(m)),
  };
}

/** Who is on a list on some day: the group and how long ago they were referred, from the front. */
function inLine(raw: Raw, until: number) {
  const simulation = new Simulation(programOf(modelOf(raw)));
  simulation.begin(7, 0, { until });
  while (!simulation.advance(Infinity));
  // No measure tells who stands where.
  const w = simulation['world'];
  const line: { group: string; ago: number }[] = [];
  for (let n = w.listHead[0]; n >= 0; n = w.nNext[n]) {
    const e = w.nEpisode[n];
    const group = w.program.layout.groups.ids[w.pGroup[w.ePerson[e]]];
    line.push({ group, ago: -w.eReferred[e >> 2] });
  }
  return line;
}

const never = { stage: { lasts: { exactly: '20 years' }, today: { people: 1 } } };

describe('today’s list', () => {
  it('is served one after the other, the first at once and the last after four stays', () => {
    const { sum, months } = counted(five());
    expect(sum(LIST_DAYS)).toBeCloseTo(100 + 200 + 300 + 400, 6);
    // The first is there as the run begins; the others come on 10 July, 18 October, 26 January, 5 May.
    expect(months(STARTED_NOW)).toEqual([3, 6, 9, 13]);
  });

  it('was referred before the run, and counts in nothing that comes of referrals', () => {
    for (const patience of ['open-ended', { exactly: '10 weeks' }]) {
      const { sum } = counted(five({ people: { patience }, team: { list: { 'at-most': 2 } } }));
      const columns = [REFERRED, STARTED, STOPPED_WAITING, TURNED_AWAY];
      expect(columns.map(sum)).toEqual([0, 0, 0, 0]);
      expect(sum(STARTED_NOW)).toBe(patience === 'open-ended' ? 4 : 0);
    }
  });

  it('gives up when the patience that is left is over', () => {
    const listDays = (waited: Raw) =>
      counted(
        five({
          ...never,
          people: { patience: { exactly: '100 days' } },
          team: waited,
        }),
      ).sum(LIST_DAYS);
    expect(listDays({})).toBeCloseTo(5 * 100, 6);
    expect(listDays({ 'waited-today': { exactly: '40 days' } })).toBeCloseTo(5 * 60, 6);
    expect(listDays({ 'waited-today': { exactly: '140 days' } })).toBe(0);
  });

  it('stands in order of how long it has waited, before whoever is referred later', () => {
    const line = inLine(
      five({
        ...never,
        people: { arrive: '10 per month' },
        team: { 'waiting-today': { people: 30 }, 'waited-today': { mean: '40 days' } },
      }),
      100,
    );
    expect(line.length).toBeGreaterThan(40);
    const waited = line.map(({ ago }) => ago);
    expect(waited).toEqual(waited.toSorted((a, b) => b - a));
    const before = waited.filter((ago) => ago > 0);
    expect(before).toHaveLength(30);
    expect(new Set(before).size).toBe(30);
    expect(waited.at(-1)).toBeGreaterThan(-100);
  });

  it('stands by the place in line that its groups have, behind today’s caseload without room', () => {
    const soon = {
      ...{ name: 'Soon', arrive: '0 per month', live: { town: '100%' }, patience: 'open-ended' },
      ...{ 'other-life-events': '0% per year' },
      'turn-to': { team: { share: '100%', 'in-line': 2 } },
    };
    const raw = five({
      stage: { lasts: { exactly: '20 years' }, today: { people: 3 } },
      more: { soon },
      team: { 'waiting-today': { people: 2, soon: 1 }, 'waited-today': { mean: '40 days' } },
    });
    const line = inLine(raw, 10);
    expect(line.map((one) => one.group)).toEqual(['soon', ...Array<string>(4).fill('people')]);
    expect(line.map(({ ago }) => ago > 0)).toEqual([true, false, false, true, true]);
  });

  it('comes to the sessions of its point, one a week', () => {
    const door = { at: 'town', open: ['Monday 10:00-12:00'], 'people-a-session': 1 };
    const team = { kind: 'drop-in', roles: {}, points: { door }, 'waiting-today': { people: 3 } };
    const { sum } = counted(five({ team: { ...team, pathway: [] } }));
    expect(sum(STARTED_NOW)).toBe(3);
    // The start is a Thursday: the first Monday is four days later, and it opens at ten.
    expect(sum(LIST_DAYS)).toBeCloseTo(3 * (4 + 10 / 24) + 7 + 14, 6);
  });

  it('may be longer than its limit, and then nobody else is let on', () => {
    const raw = five({
      ...never,
      people: { arrive: '10 per month' },
      team: { list: { 'at-most': 5 } },
    });
    const { sum } = counted(raw);
    expect(sum(TURNED_AWAY)).toBe(sum(REFERRED));
    expect(inLine(raw, 100)).toHaveLength(5);
  });
});
