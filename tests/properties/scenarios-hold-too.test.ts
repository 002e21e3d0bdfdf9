import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
import { loadOf } from '$lib/simulation/relationships.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { IN_STAGE, type World } from '$lib/simulation/world.ts';
import { changed, programWith } from './changed.ts';
import { patience, times } from './how-often.ts';
import { keep, programOf, simulate, type Kept } from './simulate.ts';

function sumOf(record: Kept, services: number, s: number, column: number): number {
  let sum = 0;
  for (let m = 0; m < record.months; m++) {
    sum += record.byService[(m * services + s) * SERVICE_COLUMNS + column];
  }
  return sum;
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
        const tables = [counted, record.byCell, record.byCriterion, record.commitment];
        for (const table of [...tables, record.criterionByMonth, record.endings]) {
          expect(table.reduce((a, b) => Math.min(a, b), 0)).toBeGreaterThanOrEqual(-1e-6);
          expect(table.every(Number.isFinite)).toBe(true);
        }
      }),
      times(40),
    );
  });

  it('every relationship is of somebody in support, and nobody waits for what is not there', () => {
    fc.assert(
      fc.property(changed({}), ([raw, changes]) => {
        const { program } = programWith(raw, changes);
        const simulation = new Simulation(program);
        const { world } = simulation as unknown as { world: World };
        simulation.run(7, 0);
        let together = 0;
        for (let i = 0; i < world.posts.role.length; i++) {
          let load = 0;
          for (let r = world.posts.people[i]; r >= 0; r = world.rNext[r]) {
            together++;
            const e = world.rEpisode[r];
            load += world.rLoad[r >> 2];
            if (world.eState[e] === IN_STAGE) {
              expect(world.rLoad[r >> 2]).toBe(loadOf(world, e, world.posts.role[i]));
            }
            expect(world.eBegun[e]).toBe(1);
            expect(world.eRelationship[e + world.rHold[r]]).toBe(r);
            expect(world.eRole[e + world.rHold[r]]).toBe(world.posts.role[i]);
          }
          expect(world.posts.load[i]).toBeCloseTo(load, 6);
        }
        expect(together * world.rRow).toBe(world.rCount - world.rFree.length * world.rRow);
        const { firstStage, stageNext } = program.after;
        for (let e = 0; e < world.eCount; e += world.eRow) {
          if ((world.eBegun[e] === 0 && world.eListed[e] === 0) || world.eStage[e] < 0) continue;
          let t = firstStage[world.eService[e]];
          while (t >= 0 && t !== world.eStage[e]) t = stageNext[t];
          expect(t).toBe(world.eStage[e]);
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
