import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Names } from '$lib/simulation/layout.ts';
import type { Program } from '$lib/simulation/compile.ts';
import { CRITERION_COLUMNS, HOME_COLUMNS, SERVICE_COLUMNS } from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { differences, keep, modelOf, programOf, simulate, type Kept } from './simulate.ts';
import { smallPortfolio, type Raw } from './small-portfolio.ts';

/** Every number of a record under the names of what it is about, zeros left out. */
function named(record: Kept, { layout }: Program): Map<string, number> {
  const found = new Map<string, number>();
  const note = (value: number, ...key: (string | number)[]) => {
    if (value !== 0) found.set(key.join(' '), value);
  };
  const each = (names: Names, visit: (id: string, i: number) => void) => names.ids.forEach(visit);
  const services = layout.services.ids.length;
  const homes = layout.localities.ids.length;
  const contracts = layout.contracts.ids.length;
  for (let m = 0; m < record.months; m++) {
    each(layout.services, (id, s) => {
      for (let k = 0; k < SERVICE_COLUMNS; k++) {
        note(record.byService[(m * services + s) * SERVICE_COLUMNS + k], m, id, k);
      }
    });
    each(layout.contracts, (id, c) => note(record.commitment[m * contracts + c], m, id, 'paid'));
  }
  each(layout.localities, (id, h) => {
    for (let k = 0; k < HOME_COLUMNS; k++) {
      note(record.byHome[h * HOME_COLUMNS + k], 'home', id, k);
    }
    each(layout.criteria, (criterion, c) => {
      for (let k = 0; k < CRITERION_COLUMNS; k++) {
        note(record.byCriterion[(c * homes + h) * CRITERION_COLUMNS + k], criterion, id, k);
      }
    });
  });
  each(layout.contracts, (id, c) => note(record.refusals[c], id, 'refused'));
  const perService = record.endings.length / services;
  each(layout.services, (id, s) => {
    note(record.togetherDays[s], id, 'together');
    for (let i = 0; i < perService; i++) note(record.endings[s * perService + i], id, 'ends', i);
  });
  return found;
}

/** Sums over roles are taken in their order: the last digits may differ, nothing else. */
function expectNearlySame(a: Map<string, number>, b: Map<string, number>): void {
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key) ?? 0, b.get(key) ?? 0];
    if (Math.abs(x - y) > 1e-9 * Math.max(1, Math.abs(x))) expect([key, x]).toEqual([key, y]);
  }
}

function expectSame(a: Map<string, number>, b: Map<string, number>): void {
  const keys = new Set([...a.keys(), ...b.keys()]);
  const differ = [...keys].filter((key) => !Object.is(a.get(key), b.get(key)));
  expect(differ.slice(0, 5).map((key) => [key, a.get(key), b.get(key)])).toEqual([]);
}

const lists = ['services', 'groups', 'contracts', 'localities', 'needs'];

/** A mapping with its entries in the opposite order. */
function backwards(mapping: unknown): Raw {
  return Object.fromEntries(Object.entries(mapping as Raw).reverse());
}

const either = fc.oneof(anyPortfolio(), anyPortfolio({ warmUp: '1 year' }));

describe('the same bits', patience, () => {
  it('again, and after another run of the same simulation', () => {
    fc.assert(
      fc.property(either, (raw) => {
        const simulation = new Simulation(programOf(modelOf(raw)));
        const first = keep(simulation.run(7, 3, { follow: 20 }));
        simulation.run(8, 1);
        const again = keep(simulation.run(7, 3, { follow: 20 }));
        expect(differences(first, again)).toEqual([]);
        expect(again.followed).toEqual(first.followed);
        expect(again.events).toBe(first.events);
      }),
      times(25),
    );
  });

  it('whatever the order of the lists in the file', () => {
    fc.assert(
      fc.property(either, fc.subarray(lists, { minLength: 1 }), (raw, some) => {
        const turned = Object.fromEntries(some.map((name) => [name, backwards(raw[name])]));
        const program = programOf(modelOf(raw));
        const other = programOf(modelOf({ ...raw, ...turned }));
        expectSame(named(simulate(program), program), named(simulate(other), other));
      }),
      times(25),
    );
  });

  it('but for the last digits of sums, whatever the order of a service’s roles', () => {
    fc.assert(
      fc.property(either, (raw) => {
        const services = Object.entries(raw.services as Record<string, Raw>).map(([id, one]) => [
          id,
          one.roles ? { ...one, roles: backwards(one.roles) } : one,
        ]);
        const program = programOf(modelOf(raw));
        const other = programOf(modelOf({ ...raw, services: Object.fromEntries(services) }));
        expectNearlySame(named(simulate(program), program), named(simulate(other), other));
      }),
      times(25),
    );
  });

  it('with a service besides that nobody uses', () => {
    const idle = {
      name: 'Nobody turns to it',
      kind: 'team',
      provider: { name: 'Nobody', sector: 'third', size: 'local' },
      'paid-by': 'idle-money',
      roles: { worker: { posts: 2, caseload: 5, cost: '0 GBP per year' } },
      pathway: [{ stage: 'only', with: 'worker', lasts: { mean: '3 weeks' } }],
    };
    const money = { funder: 'Nobody', pays: '0 GBP per year', term: 'recurrent' };
    fc.assert(
      fc.property(either, (raw) => {
        const program = programOf(modelOf(raw));
        const more = programOf(
          modelOf({
            ...raw,
            services: { idle, ...(raw.services as Raw) },
            contracts: { 'idle-money': money, ...(raw.contracts as Raw) },
          }),
        );
        const with1 = named(simulate(more), more);
        for (const key of [...with1.keys()]) if (/^\d+ idle /.test(key)) with1.delete(key);
        expectSame(named(simulate(program), program), with1);
      }),
      times(25),
    );
  });

  it('with every date 28 years later, when the calendar comes round again', () => {
    const later = (text: string) =>
      text.replace(
        /\b20(\d\d)(-\d\d-\d\d)/g,
        (_all, year, rest) => `20${Number(year) + 28}${rest}`,
      );
    fc.assert(
      fc.property(smallPortfolio(), (raw) => {
        const program = programOf(modelOf(raw));
        const moved = programOf(modelOf(JSON.parse(later(JSON.stringify(raw))) as Raw));
        expect(moved.startDay - program.startDay).toBe(28 * 365.25);
        expect(differences(simulate(program), simulate(moved))).toEqual([]);
      }),
      times(25),
    );
  });
});
