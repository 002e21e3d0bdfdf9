import { describe, expect, it } from 'vitest';
import { addMonths, weekday } from '$lib/engine/calendar.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { compileProgram, type Program } from '$lib/simulation/compile.ts';
import { OFFER_RECEIVED, SERVICE_COLUMNS, STARTED_NOW } from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import type { World } from '$lib/simulation/world.ts';
import { patience } from '../properties/how-often.ts';
import { programOf } from '../properties/simulate.ts';
import { estimateOf, zOf } from './estimate.ts';
import { readCase } from './read-case.ts';
import { runCase } from './run-case.ts';

const TUESDAY = 1;
const nurse = 'services.hub.partners.nurse';

/** How many Tuesdays there are from a day number on, up to another. */
function tuesdays(from: number, to: number): number {
  let count = 0;
  for (let day = from; day < to; day++) if (weekday(day) === TUESDAY) count++;
  return count;
}

describe('a session', () => {
  it.each(['10:00-14:00', '09:20-12:00', '13:07-15:00'])(
    'that more people come to than it has room for sees as many as that, once a week: %s',
    (hours) => {
      const { model } = readCase('crowded-session');
      const { value: portfolio } = resolve(model.raw, {
        id: model.id,
        changes: [
          { set: 'groups.people.arrive', to: '9 per week' },
          { set: 'services.drop-in.points.hall.open', to: `Tuesday ${hours}` },
        ],
      });
      const program = compileProgram(portfolio!, portfolio!);
      const simulation = new Simulation(program);
      for (let replication = 0; replication < 3; replication++) {
        const { byService } = simulation.run(7, replication);
        let from = program.startDay;
        for (let m = 0; m < 120; m++) {
          const to = addMonths(from, 1);
          const seen = byService[m * SERVICE_COLUMNS + STARTED_NOW];
          expect([m, seen]).toEqual([m, 5 * tuesdays(from, to)]);
          from = to;
        }
      }
    },
  );
});

describe('a partner whom more people wait for than they have time for', () => {
  const weeks = 520;

  it.each([0.5, 0.9, 1.9, 2])(
    'meets as many people a session as the file says, parts carried over: %d',
    (aDay) => {
      const { model } = readCase('partner-days');
      const { value: portfolio } = resolve(model.raw, {
        id: model.id,
        changes: [
          { set: `${nurse}.people-a-day`, to: aDay },
          { set: `${nurse}.at`, to: 'hub on Tuesday' },
          { set: 'groups.people.arrive', to: '100 per week' },
        ],
      });
      const program = compileProgram(portfolio!, portfolio!);
      const { byOffer } = new Simulation(program).run(7, 0);
      const met = byOffer[OFFER_RECEIVED];
      // Ten years have 521 or 522 Tuesdays. Whoever was offered it before the start and is met after
      // it does not count, and as long a queue is met after the horizon.
      expect(met).toBeGreaterThan(weeks * aDay - 2);
      expect(met).toBeLessThan((weeks + 3) * aDay + 2);
    },
  );
});

describe('the weekday on which somebody comes', patience, () => {
  it('is any opening day alike, however often the point opens on it', () => {
    const { model } = readCase('partner-days');
    const open = ['Monday 09:00-12:00', 'Monday 14:00-17:00', 'Tuesday 09:00-12:00'];
    const changes = [
      { set: 'services.hub.points.hub.open', to: open },
      { set: `${nurse}.at`, to: 'hub on Monday' },
    ];
    const found = runCase(model, { replications: 10, changes });
    const reached = estimateOf(
      found.measure('criterion-reached', { kind: 'criterion', id: 'same-visit' }),
    );
    // Half accept, and half of those come on a Monday.
    expect(Math.abs(zOf(reached, 25))).toBeLessThan(4);
    expect(reached.standardError).toBeLessThan(0.5);
  });
});

describe('parts of a person', patience, () => {
  /** People in support whom a partner has met. */
  function helpedNow({ eCount, eRow, eBegun, eReceived }: World): number {
    let all = 0;
    for (let e = 0; e < eCount; e += eRow) if (eBegun[e] === 1 && eReceived[e] !== 0) all++;
    return all;
  }

  /** Moments at which somebody is seen in a replication. */
  function seen(name: string, program: Program, replication: number): number[] {
    const simulation = new Simulation(program);
    const { world } = simulation as unknown as { world: World };
    const moments: number[] = [];
    let so = 0;
    simulation.begin(7, replication);
    for (let over = false; !over;) {
      over = simulation.advance(1);
      const now = name === 'partner-days' ? helpedNow(world) : world.present[0];
      if (now > so) moments.push(world.now);
      so = now;
    }
    return moments;
  }

  const weekly = { set: 'services.clinic.appointments', to: '1 per week' };
  const lost = { set: 'services.hub.lost-days', to: '40%' };
  const clinician = 'services.clinic.roles.clinician';
  const comesAndGoes = { leave: '50% per year', replaced: { mean: '6 months' } };
  const host = { posts: 3, caseload: 9, cost: '0 GBP per year', ...comesAndGoes };
  it.each<[string, string, Change[], Change[]]>([
    ['one appointment a week', 'clinic-week', [weekly], []],
    [
      'fewer appointments from the start on',
      'clinic-week',
      [weekly],
      [{ ...weekly, to: '0.3 per week' }],
    ],
    [
      'clinicians who come and go',
      'clinic-week',
      [
        { ...weekly, to: '0.3 per week' },
        { set: `${clinician}.posts`, to: 3 },
        { set: `${clinician}.leave`, to: '50% per year' },
        { set: `${clinician}.replaced`, to: { mean: '6 months' } },
      ],
      [],
    ],
    [
      'a clinic with days that are lost',
      'clinic-week',
      [
        { ...weekly, to: '3 per week' },
        { add: 'services.clinic.lost-days', as: '40%' },
      ],
      [],
    ],
    [
      'a crew that comes and goes',
      'crowded-session',
      [
        { add: 'services.drop-in.roles', as: { host } },
        { set: 'services.drop-in.points.hall.people-a-session', to: 1 },
        { add: 'services.drop-in.lost-days', as: '20%' },
      ],
      [],
    ],
    [
      'a partner for half a person a day',
      'partner-days',
      [{ set: `${nurse}.people-a-day`, to: 0.5 }],
      [],
    ],
    [
      'with days that are lost',
      'partner-days',
      [{ set: `${nurse}.people-a-day`, to: 0.3 }, lost],
      [],
    ],
    [
      'who comes on other days from the start on',
      'partner-days',
      [{ set: `${nurse}.people-a-day`, to: 0.3 }],
      [{ set: `${nurse}.at`, to: 'hub on Wednesday' }],
    ],
  ])('are carried over sessions that nobody came to: %s', (_what, name, baseline, scenario) => {
    const [often, seldom] = ['40 per week', '0.3 per month'].map((to) => {
      const before = [{ set: 'groups.people.arrive', to }, ...baseline];
      return programOf(readCase(name).model, [...before, ...scenario], { baseline: before });
    });
    for (let replication = 0; replication < 3; replication++) {
      const crowded = new Set(seen(name, often, replication));
      const quiet = seen(name, seldom, replication);
      expect(quiet.length).toBeGreaterThan(5);
      expect(quiet.filter((moment) => !crowded.has(moment))).toEqual([]);
    }
  });

  it('do not make a weekly appointment rarer than it is', () => {
    const { model } = readCase('clinic-week');
    const changes = [weekly, { set: 'groups.people.arrive', to: '0.02 per week' }];
    const found = runCase(model, { replications: 40, changes });
    const wait = estimateOf(found.measure('wait-mean'));
    const load = 0.02;
    // Half a week to the next, and more where somebody is in line already.
    expect(Math.abs(zOf(wait, 3.5 + (7 * load) / (2 * (1 - load))))).toBeLessThan(4);
    expect(wait.standardError).toBeLessThan(0.1);
  });
});
