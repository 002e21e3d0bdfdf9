import { expect } from 'vitest';
import type { Program } from '$lib/simulation/compile.ts';
import type { Names } from '$lib/simulation/layout.ts';
import {
  CRITERION_COLUMNS,
  OPEN_COLUMNS,
  PEOPLE_COLUMNS,
  SERVICE_COLUMNS,
} from '$lib/simulation/replication.ts';
import type { Kept } from './simulate.ts';

/** Every number of a record under the names of what it is about, zeros left out. */
export function named(record: Kept, { layout }: Program): Map<string, number> {
  const found = new Map<string, number>();
  const note = (value: number, ...key: (string | number)[]) => {
    if (value !== 0) found.set(key.join(' '), value);
  };
  const each = (names: Names, visit: (id: string, i: number) => void) => names.ids.forEach(visit);
  const services = layout.services.ids.length;
  const homes = layout.localities.ids.length;
  const groups = layout.groups.ids.length;
  const contracts = layout.contracts.ids.length;
  for (let m = 0; m < record.months; m++) {
    each(layout.services, (id, s) => {
      for (let k = 0; k < SERVICE_COLUMNS; k++) {
        note(record.byService[(m * services + s) * SERVICE_COLUMNS + k], m, id, k);
      }
    });
    each(layout.contracts, (id, c) => note(record.commitment[m * contracts + c], m, id, 'paid'));
  }
  each(layout.localities, (home, h) => {
    each(layout.groups, (group, g) => {
      const cell = h * groups + g;
      for (let k = 0; k < PEOPLE_COLUMNS; k++) {
        note(record.byCell[cell * PEOPLE_COLUMNS + k], home, group, k);
      }
      each(layout.criteria, (criterion, c) => {
        for (let k = 0; k < CRITERION_COLUMNS; k++) {
          const at = (c * homes * groups + cell) * CRITERION_COLUMNS + k;
          note(record.byCriterion[at], criterion, home, group, k);
        }
      });
    });
  });
  each(layout.contracts, (id, c) => note(record.refusals[c], id, 'refused'));
  const perService = record.endings.length / services;
  each(layout.services, (id, s) => {
    note(record.togetherDays[s], id, 'together');
    for (let k = 0; k < OPEN_COLUMNS; k++) note(record.open[s * OPEN_COLUMNS + k], id, 'open', k);
    for (let i = 0; i < perService; i++) note(record.endings[s * perService + i], id, 'ends', i);
  });
  return found;
}

/** Expect two records to hold the same bits under the same names. */
export function expectSame(a: Map<string, number>, b: Map<string, number>): void {
  const keys = new Set([...a.keys(), ...b.keys()]);
  const differ = [...keys].filter((key) => !Object.is(a.get(key), b.get(key)));
  expect(differ.slice(0, 5).map((key) => [key, a.get(key), b.get(key)])).toEqual([]);
}
