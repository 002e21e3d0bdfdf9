import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation } from '$lib/simulation/simulation.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { expectSame, named } from './named-record.ts';
import { differences, keep, modelOf, programOf, simulate } from './simulate.ts';
import { smallPortfolio, type Raw } from './small-portfolio.ts';

/** Sums over roles are taken in their order: the last digits may differ, nothing else. */
function expectNearlySame(a: Map<string, number>, b: Map<string, number>): void {
  for (const key of new Set([...a.keys(), ...b.keys()])) {
    const [x, y] = [a.get(key) ?? 0, b.get(key) ?? 0];
    if (Math.abs(x - y) > 1e-9 * Math.max(1, Math.abs(x))) expect([key, x]).toEqual([key, y]);
  }
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
