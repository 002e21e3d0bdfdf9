import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { Readings } from '$lib/portfolio/readings.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { readShipped, shipped } from './shipped-model.ts';

describe.each(shipped)('%s, read part by part', { timeout: 120_000 }, (id) => {
  const { model } = readShipped(id);
  const [first] = model.portfolio.services;
  const assumptions = model.portfolio.assumptions.slice(0, 1);

  /** What scenarios do, and what else can befall a part: each is read after all the others. */
  const changes: Change[][] = [
    [],
    ...model.scenarios.slice(0, 4).map((scenario) => scenario.changes),
    [{ set: `services.${first.id}.name`, to: 'Another name' }],
    [{ set: `services.${first.id}.kind`, to: 'no such kind' }],
    [{ set: `services.${first.id}.limit`, to: '9 furlongs' }],
    [{ remove: `services.${first.id}` }],
    ...assumptions.flatMap(({ id: one, quantity }) => [
      [{ set: `assumptions.${one}.best`, to: quantity.high ?? 1 }],
      [{ remove: `assumptions.${one}` }],
    ]),
    [{ set: 'groups.*.arrive', to: '3 per month' }],
    [],
  ];

  it('is read as it is when it is read whole, findings and all', () => {
    const readings = new Readings();
    for (const withoutEffects of [false, true]) {
      for (const these of changes) {
        const options = { id, changes: these, withoutEffects };
        expect(resolve(model.raw, { ...options, readings })).toEqual(resolve(model.raw, options));
      }
    }
  });

  it('reads anew what a change touches, and that alone', () => {
    const readings = new Readings();
    const [before, after] = ['One name', 'Another name'].map((to) => {
      const changes = [{ set: `services.${first.id}.name`, to }];
      return resolve(model.raw, { id, changes, readings }).value!;
    });
    expect(after.services[0]).not.toBe(before.services[0]);
    expect(after.services[0].name).toBe('Another name');
    after.services.slice(1).forEach((service, i) => expect(service).toBe(before.services[i + 1]));
  });
});
