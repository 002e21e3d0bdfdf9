import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import {
  CLOSED_OUT,
  NOT_REACHED,
  REFERRED,
  SERVICE_COLUMNS,
  SPEND,
  STARTED,
  STOPPED_WAITING,
  TURNED_AWAY,
} from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import type { World } from '$lib/simulation/world.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { keep, modelOf, programOf, simulate, type Kept } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** A change that a lever or a scenario might make to a service. */
function changeOf(raw: Raw): fc.Arbitrary<Change> {
  const services = raw.services as Record<string, Raw>;
  return fc.constantFrom(...Object.keys(services)).chain((id) => {
    const { roles = {}, places, points } = services[id];
    const at = `services.${id}`;
    const choices: fc.Arbitrary<Change>[] = [
      fc.constant({ set: 'contracts.*.term', to: '60 months' }),
      fc.constant({ set: 'groups.*.arrive', to: '7 per month' }),
      fc.boolean().map((mat) => ({ set: `${at}.gives-mat`, to: mat })),
      fc.nat({ max: 12 }).map((most) => ({ set: `${at}.list`, to: { 'at-most': most } })),
      fc
        .integer({ min: 3, max: 30 })
        .map((weeks) => ({ set: `${at}.limit`, to: `${weeks} weeks` })),
    ];
    if (Object.keys(services).length > 1 && id !== 'first') {
      choices.push(fc.constant({ remove: at }));
    }
    for (const role of Object.keys(roles as Raw)) {
      const posts = fc.nat({ max: 8 }).map((halves) => halves / 2);
      choices.push(posts.map((to) => ({ set: `${at}.roles.${role}.posts`, to })));
      const caseload = fc.integer({ min: 1, max: 9 });
      choices.push(caseload.map((to) => ({ set: `${at}.roles.${role}.caseload`, to })));
    }
    if ((places as Raw | undefined)?.beds) {
      const beds = fc.nat({ max: 8 });
      choices.push(beds.map((to) => ({ set: `${at}.places.beds.beds`, to })));
    }
    if (points) choices.push(fc.constant({ set: `${at}.people-enter-at-a-session`, to: true }));
    return fc.oneof(...choices);
  });
}

const changed = (allowed: Parameters<typeof anyPortfolio>[0]) =>
  anyPortfolio({ ...allowed, warmUp: '1 year' }).chain((raw) =>
    fc.tuple(fc.constant(raw), fc.array(changeOf(raw), { minLength: 1, maxLength: 3 })),
  );

function sumOf(record: Kept, services: number, s: number, column: number): number {
  let sum = 0;
  for (let m = 0; m < record.months; m++) {
    sum += record.byService[(m * services + s) * SERVICE_COLUMNS + column];
  }
  return sum;
}

/** The program of some changes; tries that make no portfolio are not counted. */
function programWith(raw: Raw, changes: Change[]) {
  const model = modelOf(raw);
  try {
    return { model, program: programOf(model, changes) };
  } catch {
    return fc.pre(false) as never;
  }
}

describe('when a scenario’s terms begin', patience, () => {
  it('nobody is lost, nothing is less than none', () => {
    fc.assert(
      fc.property(changed({ lifeEvents: false }), ([raw, changes]) => {
        const { program } = programWith(raw, changes);
        const simulation = new Simulation(program);
        const record = keep(simulation.run(7, 0));
        const { world } = simulation as unknown as { world: World };
        const services = program.layout.services.ids.length;
        for (let s = 0; s < services; s++) {
          const of = (column: number) => sumOf(record, services, s, column);
          const gone = [STARTED, STOPPED_WAITING, TURNED_AWAY, CLOSED_OUT, NOT_REACHED];
          const waiting = of(REFERRED) - gone.reduce((sum, column) => sum + of(column), 0);
          // Some of those who wait at the end may have been referred before the start.
          expect(waiting).toBeGreaterThanOrEqual(0);
          expect(waiting).toBeLessThanOrEqual(world.listCount[s]);
          expect(world.present[s]).toBeGreaterThanOrEqual(0);
        }
        // A month can have more refunds of placements than spending.
        const counted = record.byService.filter((_value, i) => i % SERVICE_COLUMNS !== SPEND);
        const tables = [counted, record.byHome, record.byCriterion, record.commitment];
        for (const table of [...tables, record.criterionByMonth, record.endings]) {
          expect(table.reduce((a, b) => Math.min(a, b), 0)).toBeGreaterThanOrEqual(-1e-6);
          expect(table.every(Number.isFinite)).toBe(true);
        }
      }),
      times(40),
    );
  });

  it('the same people come', () => {
    fc.assert(
      fc.property(changed({}), ([raw, changes]) => {
        const others = changes.filter((one) => !('set' in one) || one.set !== 'groups.*.arrive');
        const { model, program } = programWith(raw, others);
        const people = [programOf(model), program].map((one) =>
          simulate(one, 0, 1_000_000).followed.map(({ group, locality, arrives }) => [
            group,
            locality,
            arrives,
          ]),
        );
        expect(people[1]).toEqual(people[0]);
      }),
      times(25),
    );
  });
});
