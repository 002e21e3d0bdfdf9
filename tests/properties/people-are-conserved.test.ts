import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CLOSED_OUT,
  GONE_WHILE_WAITING,
  NOT_REACHED,
  REASONS,
  REFERRED,
  RELATIONSHIPS_BEGUN,
  SERVICE_COLUMNS,
  STARTED,
  STARTED_NOW,
  STOPPED_WAITING,
  TURNED_AWAY,
} from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import type { World } from '$lib/simulation/world.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { keep, modelOf, programOf, simulate, type Kept } from './simulate.ts';

/** A column of a service over every month of the run, the run-out too. */
function total(record: Kept, services: number, s: number, column: number): number {
  let sum = 0;
  for (let m = 0; m < record.months; m++) {
    sum += record.byService[(m * services + s) * SERVICE_COLUMNS + column];
  }
  return sum;
}

function unaccounted(record: Kept, services: number, s: number): number {
  const of = (column: number) => total(record, services, s, column);
  const gone = [STARTED, STOPPED_WAITING, TURNED_AWAY, CLOSED_OUT, NOT_REACHED, GONE_WHILE_WAITING];
  return of(REFERRED) - gone.reduce((sum, column) => sum + of(column), 0);
}

describe('people are conserved', patience, () => {
  it('who is referred starts, stops waiting, is turned away, closed out, not reached, goes or waits', () => {
    fc.assert(
      fc.property(anyPortfolio(), (raw) => {
        const program = programOf(modelOf(raw));
        const simulation = new Simulation(program);
        const record = keep(simulation.run(7, 0));
        // The list at the end of a run is in no record: look at the world itself.
        const { listCount, present } = (simulation as unknown as { world: World }).world;
        program.layout.services.ids.forEach((_id, s) => {
          const services = program.layout.services.ids.length;
          expect(unaccounted(record, services, s)).toBe(listCount[s]);
          expect(present[s]).toBeGreaterThanOrEqual(0);
          expect(present[s]).toBeLessThanOrEqual(total(record, services, s, STARTED_NOW));
        });
      }),
      times(25),
    );
  });

  it('every relationship has one start, one end, one reason, and one worker who had room', () => {
    fc.assert(
      fc.property(anyPortfolio(), (raw) => {
        const program = programOf(modelOf(raw));
        const record = simulate(program, 0, 1_000_000);
        expectEachEndsOnce(record);
        expectRoom(record, raw);
        const begunInTime = record.followed
          .flatMap(({ relationships }) => relationships)
          .filter(({ from }) => from < program.horizonDays).length;
        expect(record.endings.reduce((sum, n) => sum + n, 0)).toBe(begunInTime);
        const services = program.layout.services.ids.length;
        let begun = 0;
        for (let s = 0; s < services; s++) {
          begun += total(record, services, s, RELATIONSHIPS_BEGUN);
        }
        const followed = record.followed.flatMap(({ relationships }) => relationships).length;
        // People who come after the horizon are simulated and not followed.
        expect(begun).toBeGreaterThanOrEqual(followed);
      }),
      times(25),
    );
  });
});

function expectEachEndsOnce({ followed, monthStarts }: Kept): void {
  const end = monthStarts[monthStarts.length - 1];
  for (const { arrives, relationships } of followed) {
    for (const { from, to, reason } of relationships) {
      expect(from).toBeGreaterThanOrEqual(arrives);
      expect(to === null).toBe(reason === null);
      if (to === null) continue;
      expect(to).toBeGreaterThanOrEqual(from);
      expect(to).toBeLessThanOrEqual(end);
      expect(REASONS).toContain(reason);
    }
    // Nobody has one worker twice at a time.
    const same = relationships.filter(({ service, role, from, to }, i) =>
      relationships
        .slice(i + 1)
        .some(
          (other) =>
            other.service === service &&
            other.role === role &&
            other.from < (to ?? Infinity) &&
            from < (other.to ?? Infinity),
        ),
    );
    expect(same).toEqual([]);
  }
}

/** At each beginning the worker has at most a caseload of people, the new one among them. */
function expectRoom({ followed }: Kept, raw: Record<string, unknown>): void {
  const services = raw.services as Record<
    string,
    { roles?: Record<string, { posts: number; caseload: number }> }
  >;
  const byWorker = new Map<string, { most: number; spells: [number, number][] }>();
  for (const { relationships } of followed) {
    for (const { service, role, worker, from, to } of relationships) {
      const { posts, caseload } = services[service].roles![role];
      const key = `${service} ${role} ${worker}`;
      // A half post has half a caseload; which one of the posts it is is not recorded.
      const found = byWorker.get(key) ?? { most: posts < 1 ? caseload / 2 : caseload, spells: [] };
      found.spells.push([from, to ?? Infinity]);
      byWorker.set(key, found);
    }
  }
  for (const { most, spells } of byWorker.values()) {
    for (const [from] of spells) {
      const together = spells.filter(([began, ended]) => began <= from && ended > from).length;
      expect(together).toBeLessThanOrEqual(Math.floor(most + 1e-9));
    }
  }
}
