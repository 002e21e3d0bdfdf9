import { describe, expect, it } from 'vitest';
import { addMonths, weekday } from '$lib/engine/calendar.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { SERVICE_COLUMNS, STARTED_NOW } from '$lib/simulation/replication.ts';
import { patience } from '../properties/how-often.ts';
import { differences, programOf, simulate } from '../properties/simulate.ts';
import { estimateOf, zOf } from './estimate.ts';
import { readCase } from './read-case.ts';
import { runCase } from './run-case.ts';

const { model } = readCase('crowded-session');
const often = { set: 'groups.people.arrive', to: '20 per week' };
const enough = { set: 'groups.people.arrive', to: '4 per week' };
const points = 'services.drop-in.points';

const stop = (day: string, from = '10:00', to = '12:00') => ({ day, at: 'town', from, to });

/** The drop-in as a vehicle that sees three people an hour. */
function round(...stops: object[]): Change[] {
  return [
    { set: 'services.drop-in.kind', to: 'vehicle' },
    { remove: points },
    { add: 'services.drop-in.contacts', as: '3 per hour' },
    { add: 'services.drop-in.round', as: stops },
  ];
}

/** The drop-in with these points, each open on a day of its own, or on several. */
function open(halls: Record<string, string | string[]>, people = 6): Change[] {
  const each = Object.entries(halls).map(([id, times]) => [
    id,
    { at: 'town', open: times, 'people-a-session': people },
  ]);
  return [{ set: points, to: Object.fromEntries(each) }];
}

/** How often days of the week come from a day number on, up to another. */
function count(days: number[], from: number, to: number): number {
  let found = 0;
  for (let day = from; day < to; day++) if (days.includes(weekday(day))) found++;
  return found;
}

/** How many people were seen in each month of a replication. */
function seenByMonth(changes: Change[], scenario: Change[] = []): [seen: number, from: number][] {
  const program = programOf(model, [...changes, ...scenario], { baseline: changes });
  const { byService } = simulate(program);
  return Array.from({ length: 120 }, (_none, m) => [
    byService[m * SERVICE_COLUMNS + STARTED_NOW],
    addMonths(program.startDay, m),
  ]);
}

describe('two stops a week in one place', () => {
  it('see twice as many people where more come than they have room for', () => {
    for (const [seen, from] of seenByMonth([often, ...round(stop('Monday'), stop('Thursday'))])) {
      expect(seen).toBe(6 * count([0, 3], from, addMonths(from, 1)));
    }
  });

  it('see as many as the hours of each allow', () => {
    const stops = [stop('Monday', '10:00', '11:00'), stop('Thursday', '09:00', '13:00')];
    for (const [seen, from] of seenByMonth([often, ...round(...stops)])) {
      const to = addMonths(from, 1);
      expect(seen).toBe(3 * count([0], from, to) + 12 * count([3], from, to));
    }
  });

  it('at one time are for as many as both', () => {
    const stops = [stop('Monday'), stop('Friday'), stop('Monday', '10:00', '13:00')];
    const more = { ...often, to: '40 per week' };
    for (const [seen, from] of seenByMonth([more, ...round(...stops)])) {
      const to = addMonths(from, 1);
      expect(seen).toBe(15 * count([0], from, to) + 6 * count([4], from, to));
    }
  });

  it('are one point with two opening times, in whatever order they stand', () => {
    const asPoint = open({ town: ['Monday 10:00-12:00', 'Thursday 10:00-12:00'] });
    const [one, other, back] = [
      asPoint,
      round(stop('Monday'), stop('Thursday')),
      round(stop('Thursday'), stop('Monday')),
    ].map((changes) => simulate(programOf(model, [enough, ...changes])));
    expect(differences(one, other)).toEqual([]);
    expect(differences(one, back)).toEqual([]);
  });

  it('see twice as many from the start of a scenario that adds one', () => {
    const scenario = [{ add: 'services.drop-in.round.1', as: stop('Thursday') }];
    for (const [seen, from] of seenByMonth([often, ...round(stop('Monday'))], scenario)) {
      expect(seen).toBe(6 * count([0, 3], from, addMonths(from, 1)));
    }
  });
});

describe('points that are equally near', () => {
  const two = { a: 'Monday 10:00-12:00', b: 'Thursday 10:00-12:00' };

  it('let in as if they were one, where nobody stops waiting', () => {
    const [first, then, last] = ['Monday', 'Wednesday', 'Friday'].map(
      (day) => `${day} 10:00-12:00`,
    );
    const [one, other] = [
      open({ a: [first, then, last] }),
      open({ a: [last, first], b: then }),
    ].map((changes) => {
      const nearlyAll = { ...often, to: '17 per week' };
      return simulate(programOf(model, [nearlyAll, ...changes]));
    });
    expect(differences(one, other)).toEqual([]);
  });

  it('are alike in whatever order they stand', () => {
    const [one, other] = [open(two), open({ b: two.b, a: two.a })].map((changes) =>
      simulate(programOf(model, [enough, ...changes])),
    );
    expect(differences(one, other)).toEqual([]);
  });

  it('take over those who waited elsewhere, from the start of a scenario that adds one', () => {
    // As many come as one point sees at most, so that somebody always waits.
    const few = [{ set: 'groups.people.arrive', to: '6 per week' }, ...open({ a: two.a })];
    const together = open({ a: [two.a, two.b] });
    const [apart, one] = [open(two), together].map((changes) =>
      simulate(programOf(model, [...few, ...changes], { baseline: few })),
    );
    expect(differences(apart, one)).toEqual([]);
  });

  it('are each somebody’s where people are not let in at sessions', patience, () => {
    const { model: days } = readCase('partner-days');
    const at = { at: 'town', open: 'Monday to Friday 09:00-17:00' };
    const found = runCase(days, {
      replications: 10,
      changes: [
        { add: 'services.hub.points.annex', as: at },
        { set: 'services.hub.partners.nurse.at', to: 'annex on Monday to Friday' },
      ],
    });
    const reached = estimateOf(
      found.measure('criterion-reached', { kind: 'criterion', id: 'same-visit' }),
    );
    // Half go to the annex, whatever its name, and half of those accept.
    expect(Math.abs(zOf(reached, 25))).toBeLessThan(4);
    expect(reached.standardError).toBeLessThan(0.5);
  });
});
