import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIST_DAYS, LOAD_DAYS, ROOM_DAYS, SERVICE_COLUMNS } from '$lib/simulation/replication.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { modelOf, programOf, simulate } from './simulate.ts';
import { smallPortfolio, type Raw } from './small-portfolio.ts';

const overlap = (from: number, to: number, begin: number, end: number) =>
  Math.max(0, Math.min(to, end) - Math.max(from, begin));

/** Only teams, whose load is people with their workers. */
function onlyTeams(raw: Raw): Raw {
  const services = Object.entries(raw.services as Record<string, Raw>);
  return {
    ...raw,
    services: Object.fromEntries(services.filter(([, { kind }]) => kind === 'team')),
  };
}

describe("Little's law, as the identity of partial stays", patience, () => {
  it('holds for time together, service by service and month by month', () => {
    fc.assert(
      fc.property(anyPortfolio(), (raw) => {
        const program = programOf(modelOf(raw));
        const record = simulate(program, 0, 1_000_000);
        const { ids } = program.layout.services;
        const spells = record.followed.flatMap(({ relationships }) => relationships);
        for (let m = 0; record.monthStarts[m + 1] <= program.horizonDays; m++) {
          const [begin, end] = [record.monthStarts[m], record.monthStarts[m + 1]];
          ids.forEach((id, s) => {
            const row = (m * ids.length + s) * SERVICE_COLUMNS;
            const service = (raw.services as Record<string, Raw>)[id];
            if (service.places) return;
            const days = spells
              .filter((spell) => spell.service === id)
              .reduce((sum, { from, to }) => sum + overlap(from, to ?? Infinity, begin, end), 0);
            expect(Math.abs(record.byService[row + LOAD_DAYS] - days)).toBeLessThan(1e-6);
          });
        }
      }),
      times(25),
    );
  });

  it('holds for a list that everybody leaves by starting', () => {
    const allowed = { lifeEvents: false, journeys: false, awards: false } as const;
    fc.assert(
      fc.property(smallPortfolio(allowed), (made) => {
        const raw = onlyTeams(made);
        const [id] = Object.keys(raw.services as Raw);
        fc.pre(id !== undefined);
        const service = { ...(raw.services as Record<string, Raw>)[id], list: undefined };
        delete service.list;
        const groups = Object.entries(raw.groups as Record<string, Raw>).map(([name, one]) => [
          name,
          { ...one, patience: 'open-ended', 'turn-to': { [id]: '100%' } },
        ]);
        const program = programOf(
          modelOf({ ...raw, services: { [id]: service }, groups: Object.fromEntries(groups) }),
        );
        const record = simulate(program, 0, 1_000_000);
        for (let m = 0; record.monthStarts[m + 1] <= program.horizonDays; m++) {
          const [begin, end] = [record.monthStarts[m], record.monthStarts[m + 1]];
          const days = record.followed.reduce(
            (sum, { arrives, relationships }) =>
              sum + overlap(arrives, relationships[0]?.from ?? Infinity, begin, end),
            0,
          );
          expect(Math.abs(record.byService[m * SERVICE_COLUMNS + LIST_DAYS] - days)).toBeLessThan(
            1e-6,
          );
        }
      }),
      times(25),
    );
  });

  it('never carries more than there is room for, where every load is one', () => {
    fc.assert(
      fc.property(anyPortfolio({ awards: false }), (raw) => {
        const record = simulate(programOf(modelOf(raw)));
        for (let row = 0; row < record.byService.length; row += SERVICE_COLUMNS) {
          const { byService } = record;
          expect(byService[row + LOAD_DAYS]).toBeLessThanOrEqual(byService[row + ROOM_DAYS] + 1e-6);
          expect(byService[row + LOAD_DAYS]).toBeGreaterThanOrEqual(-1e-6);
        }
      }),
      times(25),
    );
  });
});
