import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { PEOPLE_COLUMNS, PEOPLE_COULD_BE_ALONE } from '$lib/simulation/replication.ts';
import { estimateOf, zOf } from '../known-answers/estimate.ts';
import { runCase, type KnownRun } from '../known-answers/run-case.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf, programOf, simulate } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

const perDay = 0.3 / (365.25 / 12);
const handovers = (arrives: string) =>
  Object.fromEntries(
    ['accompanied', 'warm', 'supported', 'cold'].map((kind) => [kind, { arrives, keeps: '0%' }]),
  );

/** Sees people once, at any hour of a weekday; there is no pathway after it. */
const door: Raw = {
  ...{ name: 'Door', kind: 'drop-in', 'paid-by': 'money' },
  provider: { name: 'Nobody', sector: 'third', size: 'local' },
  points: { door: { at: 'town', open: 'Monday to Friday 09:00-17:00' } },
};

const run = (raw: Raw, replications = 30) => runCase(modelOf(raw), { replications });

function ratio(from: KnownRun, over: string, under: string) {
  return estimateOf({ over: from.measure(over).over, under: from.measure(under).over });
}

/** Within four standard errors of what is known, and close enough that 5% would be seen. */
function agrees(found: { value: number; standardError: number }, known: number) {
  expect(Math.abs(zOf(found, known))).toBeLessThan(4);
  expect(4 * found.standardError).toBeLessThan(0.05 * known);
}

describe('the four weeks after starting MAT', patience, () => {
  it('are counted while MAT goes on', () => {
    const found = run(
      oneTeam({ service: { 'gives-mat': true }, stage: { leave: '30% per month' } }),
    );
    agrees(ratio(found, 'early-mat-days', 'mat-starts'), (1 - Math.exp(-28 * perDay)) / perDay);
    agrees(ratio(found, 'mat-starts', 'started'), 1);
  });

  it('are none where nobody gives MAT, and 28 where nobody leaves', () => {
    const none = run(oneTeam({ stage: { leave: '30% per month' } }), 10);
    expect(estimateOf(none.measure('early-mat-days')).value).toBe(0);
    const all = run(oneTeam({ service: { 'gives-mat': true } }), 10);
    expect(ratio(all, 'early-mat-days', 'mat-starts').value).toBeCloseTo(28, 9);
  });

  it('go on for somebody who moves from one service that gives MAT to another', () => {
    const raw = oneTeam({
      service: { 'gives-mat': true },
      stage: {
        lasts: { exactly: '10 days' },
        then: [{ to: 'second', share: '100%', handover: 'warm' }],
      },
      more: { handovers: handovers('100%') },
    });
    const services = raw.services as Record<string, Raw>;
    services.second = {
      ...services.team,
      name: 'Second',
      pathway: [{ stage: 'support', with: 'worker', lasts: { exactly: '100 days' } }],
    };
    const found = run(raw, 10);
    expect(ratio(found, 'early-mat-days', 'mat-starts').value).toBeCloseTo(28, 9);
    // One start each: the service is referred to twice as often as people start MAT.
    expect(ratio(found, 'started', 'mat-starts').value).toBeCloseTo(2, 1);
  });
});

describe('the four weeks after an unplanned exit', patience, () => {
  const leaving = { stage: { leave: '30% per month' } };

  it('are 28 days alone for somebody who does not come back', () => {
    const found = run(oneTeam({ ...leaving, service: { 'gives-mat': true } }), 10);
    expect(ratio(found, 'unsupported-days', 'unplanned-exits').value).toBeCloseTo(28, 9);
    expect(ratio(found, 'unsupported-days-after-mat', 'unsupported-days').value).toBe(1);
    const elsewhere = run(oneTeam(leaving), 10);
    expect(estimateOf(elsewhere.measure('unsupported-days-after-mat')).value).toBe(0);
  });

  it('end when support begins again, moving away or death', () => {
    const back = { share: '100%', after: { mean: '20 days' } };
    const coming = run(oneTeam({ ...leaving, group: { 'comes-back': back } }));
    agrees(ratio(coming, 'unsupported-days', 'unplanned-exits'), 20 * (1 - Math.exp(-28 / 20)));
    const rate = 5 / 365.25;
    const going = run(oneTeam({ ...leaving, group: { 'other-life-events': '500% per year' } }), 60);
    agrees(ratio(going, 'unsupported-days', 'unplanned-exits'), (1 - Math.exp(-28 * rate)) / rate);
  });

  it('are none after a planned ending, and for family members', () => {
    const planned = run(oneTeam({ stage: { lasts: { mean: '50 days' } } }), 10);
    expect(estimateOf(planned.measure('unplanned-exits')).value).toBe(0);
    const raw = oneTeam(leaving);
    const groups = raw.groups as Record<string, Raw>;
    groups.family = { ...groups.people, 'family-of': 'people', arrive: '40 per month' };
    const found = run(raw, 10);
    const [family, people] = ['family', 'people'].map((id) =>
      estimateOf(found.measure('unplanned-exits', { kind: 'group', id })),
    );
    expect(family.value).toBe(0);
    expect(people.value).toBeGreaterThan(100);
  });

  it.each([
    ['warm', '100%', 0],
    ['cold', '100%', 0],
    ['warm', '60%', 0.4],
    ['cold', '60%', 0.4],
  ])('are of those lost on the way, handover %s, %s arriving', (handover, arrives, lost) => {
    const raw = oneTeam({
      stage: {
        lasts: { mean: '50 days' },
        then: [{ to: 'second', share: '100%', handover }],
      },
      more: { handovers: handovers(arrives) },
    });
    const services = raw.services as Record<string, Raw>;
    services.second = {
      ...services.team,
      name: 'Second',
      pathway: [{ stage: 'support', with: 'worker', lasts: { mean: '50 days' } }],
    };
    const found = run(raw, 60);
    const days = found.measure('unsupported-days').over;
    const exits = found.measure('unplanned-exits').over;
    const moved = found.measure('started', { kind: 'service', id: 'team' }).over;
    const each = estimateOf({ over: days, under: moved });
    if (lost === 0) {
      expect(each.value).toBeCloseTo(0, 9);
      // Nobody is left with nobody whose next support begins at the same moment.
      expect(exits.every((count) => count === 0)).toBe(true);
    } else {
      agrees(each, 28 * lost);
      agrees(estimateOf({ over: exits, under: moved }), lost);
    }
  });

  it('go on after a single contact, for nobody holds the person after it', () => {
    const raw = oneTeam({
      ...leaving,
      group: {
        'turn-to': { team: '50%', door: '50%' },
        'comes-back': { share: '100%', after: { exactly: '10 days' } },
      },
    });
    (raw.services as Raw).door = door;
    // Half come back to the team, ten days later; half to the door, and then not again.
    agrees(ratio(run(raw), 'unsupported-days', 'unplanned-exits'), 10 / 2 + 28 / 2);
  });

  it.each<[string, Raw]>([
    ['turned away at a full list', { list: { 'at-most': 0 } }],
    [
      'kept from coming by the way there',
      { points: { far: { at: 'town', open: 'Monday 09:00-17:00' } } },
    ],
  ])('are of those introduced and %s', (_what, second) => {
    const raw = oneTeam({
      stage: {
        lasts: { exactly: '50 days' },
        then: [{ to: 'second', share: '100%', handover: 'warm' }],
      },
      group: { travels: { 'half-would-not-go-beyond': '30 minutes' } },
      more: { handovers: handovers('100%'), rules: { uptake: '0' } },
    });
    const services = raw.services as Record<string, Raw>;
    services.second = {
      ...services.team,
      name: 'Second',
      roles: { worker: { posts: 1, caseload: 1, cost: '0 GBP per year' } },
      pathway: [{ stage: 'support', with: 'worker', lasts: { exactly: '20 years' } }],
      ...second,
    };
    const found = run(raw, 20);
    const alone = estimateOf(found.measure('unplanned-exits'));
    agrees(alone, 240);
    expect(ratio(found, 'unsupported-days', 'unplanned-exits').value).toBeCloseTo(28, 9);
    expect(estimateOf(found.measure('passed-on-arrived')).value).toBeLessThan(1);
  });
});

describe('days for every 100 people who can have them', patience, () => {
  /** All get MAT for exactly three months and are then cut off. */
  const cutOff = oneTeam({ service: { 'gives-mat': true, limit: '3 months' } });
  const others: Raw = {
    ...cutOff,
    groups: {
      ...(cutOff.groups as Raw),
      family: {
        ...{ name: 'Family', arrive: '20 per month', live: { town: '100%' } },
        ...{ patience: 'open-ended', 'other-life-events': '0% per year' },
        ...{ 'turn-to': { 'for-family': '100%' }, 'family-of': 'people' },
      },
      street: {
        ...{ name: 'Street', arrive: '20 per month', live: { town: '100%' } },
        ...{ patience: 'open-ended', 'other-life-events': '0% per year' },
        'turn-to': { door: '100%' },
      },
    },
    services: {
      ...(cutOff.services as Raw),
      'for-family': {
        ...((cutOff.services as Raw).team as Raw),
        ...{ name: 'For family', 'gives-mat': false },
      },
      door: { ...door, 'gives-mat': true },
    },
  };
  const per100 = ['unsupported-days-per-100-could-be-alone', 'early-mat-days-per-100-given-mat'];

  it('are 28 each of those who come, shared among those who were there at the start too', () => {
    const found = run(cutOff);
    // Whoever comes in 48 months has such days once, and so has whoever leaves in them.
    for (const id of per100) agrees(estimateOf(found.measure(id)), (2800 * 48) / (48 + 3));
  });

  it('stay the same to the last bit beside services for families and for single contacts', () => {
    const [without, beside] = [run(cutOff, 10), run(others, 10)];
    for (const id of per100) expect(beside.measure(id)).toEqual(without.measure(id));
    // They were there: each of them is counted as supported.
    const [few, many] = [without, beside].map((one) => estimateOf(one.measure('people-supported')));
    expect(many.value).toBeGreaterThan(2.8 * few.value);
  });

  it('are counted of nobody among family members and people met once', () => {
    const found = run(others, 10);
    const [id] = per100;
    for (const group of ['family', 'street']) {
      expect(found.measure(id, { kind: 'group', id: group }).under).toEqual(Array(10).fill(0));
    }
  });

  it('go by who is a family member in the scenario, also of those there at the start', () => {
    const raw = structuredClone(others);
    ((raw.groups as Raw).street as Raw)['turn-to'] = { team: '100%' };
    const counted = (changes: Change[]) => {
      const program = programOf(modelOf(raw), changes);
      const street = program.layout.groups.ids.indexOf('street');
      return simulate(program).byCell[street * PEOPLE_COLUMNS + PEOPLE_COULD_BE_ALONE];
    };
    expect(counted([])).toBeGreaterThan(900);
    expect(counted([{ set: 'groups.street.family-of', to: 'people' }])).toBe(0);
  });
});
