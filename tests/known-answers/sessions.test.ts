import { describe, expect, it } from 'vitest';
import { addMonths, weekday } from '$lib/engine/calendar.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { OFFER_RECEIVED, SERVICE_COLUMNS, STARTED_NOW } from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { readCase } from './read-case.ts';

const TUESDAY = 1;

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
  const nurse = 'services.hub.partners.nurse';
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
      // Ten years have 521 or 522 Tuesdays.
      expect(met).toBeGreaterThan(weeks * aDay - 2);
      expect(met).toBeLessThan((weeks + 3) * aDay + 2);
    },
  );
});
