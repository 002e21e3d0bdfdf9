import { describe, expect, it } from 'vitest';
import { addMonths, weekday } from '$lib/engine/calendar.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { SERVICE_COLUMNS, STARTED_NOW } from '$lib/simulation/replication.ts';
import { programOf, simulate } from '../properties/simulate.ts';
import { patience } from '../properties/how-often.ts';
import { estimateOf, zOf } from './estimate.ts';
import { readCase } from './read-case.ts';

const { model } = readCase('crowded-session');
const often = { set: 'groups.people.arrive', to: '20 per week' };
const posts = 'services.drop-in.roles.crew.posts';
const MONTHS = 240;
const MONDAY = 0;

/** The drop-in as a vehicle that sees six people every Monday, with a crew of two. */
const vehicle: Change[] = [
  often,
  { set: 'services.drop-in.kind', to: 'vehicle' },
  { remove: 'services.drop-in.points' },
  { add: 'services.drop-in.contacts', as: '3 per hour' },
  {
    add: 'services.drop-in.round',
    as: [{ day: 'Monday', at: 'town', from: '10:00', to: '12:00' }],
  },
  { add: 'services.drop-in.roles', as: { crew: { posts: 2, cost: '0 GBP per year' } } },
];

/** The drop-in, open on Mondays for five, with a worker who leads its only stage. */
const led: Change[] = [
  often,
  { set: 'services.drop-in.points.hall.open', to: 'Monday 10:00-14:00' },
  {
    add: 'services.drop-in.roles',
    as: { crew: { posts: 2, caseload: 50, cost: '0 GBP per year' } },
  },
  { set: 'services.drop-in.pathway.visit.with', to: 'crew' },
];

function daysOf(days: number[], from: number, to: number): number {
  let found = 0;
  for (let day = from; day < to; day++) if (days.includes(weekday(day))) found++;
  return found;
}

/** People seen a session, in each month and over all months. */
function seenASession(baseline: Change[], scenario: Change[], replication = 0) {
  const program = programOf(model, [...baseline, ...scenario], { baseline });
  const { byService } = simulate(program, replication);
  const seen = Array.from(
    { length: MONTHS },
    (_none, m) => byService[m * SERVICE_COLUMNS + STARTED_NOW],
  );
  const from = program.startDay;
  const months = seen.map(
    (n, m) => n / daysOf([MONDAY], addMonths(from, m), addMonths(from, m + 1)),
  );
  const total = seen.reduce((a, b) => a + b);
  return { months, overall: total / daysOf([MONDAY], from, addMonths(from, MONTHS)) };
}

describe('a vehicle sees', () => {
  it.each<[string, Change[], number]>([
    ['as many as is said, with its whole crew', [], 6],
    ['half as many with half of it', [{ set: posts, to: 1 }], 3],
    ['no more with more of it', [{ set: posts, to: 4 }], 6],
    ['nobody without a crew', [{ set: posts, to: 0 }], 0],
    [
      'as many as a scenario says of the crew that it has',
      [
        { set: posts, to: 1 },
        { set: 'services.drop-in.contacts', to: '4 per hour' },
      ],
      8,
    ],
    [
      'as many as before, at new stops too',
      [
        { set: posts, to: 1 },
        {
          set: 'services.drop-in.round',
          to: [{ day: 'Monday', at: 'town', from: '10:00', to: '14:00' }],
        },
      ],
      6,
    ],
  ])('%s', (_what, scenario, people) => {
    for (const found of seenASession(vehicle, scenario).months) expect(found).toBe(people);
  });

  it('whole people, and carries over parts of one', () => {
    const { months, overall } = seenASession(vehicle, [{ set: posts, to: 0.25 }]);
    expect(overall).toBeGreaterThan(0.749);
    expect(overall).toBeLessThan(0.751);
    expect(Math.max(...months)).toBeLessThanOrEqual(1);
  });

  it('in proportion to the posts that are filled', patience, () => {
    const changes = [
      ...vehicle,
      { set: 'warm-up', to: '5 years' },
      { add: 'services.drop-in.roles.crew.leave', as: '100% per year' },
      { add: 'services.drop-in.roles.crew.replaced', as: { mean: '6 months' } },
    ];
    const over = Array.from(
      { length: 40 },
      (_none, replication) => seenASession(changes, [], replication).overall,
    );
    const seen = estimateOf({ over });
    // Workers stay a year on average and posts stand empty for half of one: two of three are filled.
    expect(Math.abs(zOf(seen, 4))).toBeLessThan(4);
    expect(seen.standardError).toBeLessThan(0.1);
  });
});

describe('a drop-in', () => {
  it('sees in proportion to the posts of the role that leads its first stage', () => {
    expect(seenASession(led, []).months.every((found) => found === 5)).toBe(true);
    const { overall } = seenASession(led, [{ set: posts, to: 1 }]);
    expect(overall).toBeCloseTo(2.5, 2);
  });

  it('has a role without another use run its sessions, and no other', () => {
    const driver = { posts: 1, caseload: 1, cost: '0 GBP per year' };
    const both = [...led, { add: 'services.drop-in.roles.driver', as: driver }];
    const months = (scenario: Change[]) => seenASession(both, scenario).months;
    expect(months([{ set: posts, to: 1 }]).every((found) => found === 5)).toBe(true);
    const noDriver = [{ set: 'services.drop-in.roles.driver.posts', to: 0 }];
    expect(months(noDriver).every((found) => found === 0)).toBe(true);
  });

  it('with no limit is closed without its crew', () => {
    const unlimited = [...led, { remove: 'services.drop-in.points.hall.people-a-session' }];
    const { overall } = seenASession(unlimited, [{ set: posts, to: 0 }]);
    expect(overall).toBe(0);
    expect(seenASession(unlimited, [{ set: posts, to: 1 }]).overall).toBeCloseTo(20, 0);
  });
});

describe('a clinic', () => {
  const { model: clinic } = readCase('clinic-week');
  const crowded = [{ set: 'groups.people.arrive', to: '100 per week' }];

  function started(scenario: Change[]): number {
    const program = programOf(clinic, [...crowded, ...scenario], { baseline: crowded });
    const { byService } = simulate(program);
    let sum = 0;
    for (let m = 0; m < MONTHS; m++) sum += byService[m * SERVICE_COLUMNS + STARTED_NOW];
    return sum;
  }

  const start = Date.UTC(2027, 3, 1) / 86_400_000;
  const days = daysOf([0, 1, 2, 3, 4], start, addMonths(start, MONTHS));

  it('loses the appointments of a lost day', () => {
    expect(started([])).toBe(4 * days);
    const seen = started([{ add: 'services.clinic.lost-days', as: '50%' }]);
    expect(Math.abs(seen - 2 * days)).toBeLessThan(4 * 2 * Math.sqrt(days));
  });

  it('has the appointments of the first role that a scenario leaves it', () => {
    const nurse = { posts: 2, cost: '0 GBP per year' };
    const scenario = [
      { remove: 'services.clinic.roles.clinician' },
      { add: 'services.clinic.roles.nurse', as: nurse },
    ];
    expect(started(scenario)).toBe(8 * days);
  });
});
