import fc from 'fast-check';
import { expect, test } from 'vitest';
import { modelDifferences } from './model-differences.ts';

const before = {
  title: 'A',
  services: {
    hub: { name: 'Hub', roles: { worker: { posts: 2, caseload: 20 } } },
    bus: { name: 'Bus' },
  },
  levers: [
    { id: 'one', from: 1 },
    { id: 'two', from: 2 },
  ],
  pathway: [{ stage: 'First step' }, { stage: 'Second' }],
  days: ['monday'],
};

test('every place that differs is told once, with both values', () => {
  const after = {
    services: {
      hub: {
        roles: { worker: { caseload: 15, posts: { best: 2, low: 1, high: 3 } } },
        name: 'Hub',
      },
      van: { name: 'Van' },
    },
    title: 'A',
    levers: [
      { id: 'two', from: 3 },
      { id: 'one', from: 1 },
    ],
    pathway: [{ stage: 'Before' }, { stage: 'First step' }, { stage: 'Second', with: 'x' }],
    days: ['monday', 'friday'],
  };
  const told = modelDifferences(before, after).map(({ path, kind }) => `${kind} ${path}`);
  expect(told).toEqual([
    'changed services.hub.roles.worker.caseload',
    'changed services.hub.roles.worker.posts',
    'added services.van',
    'removed services.bus',
    'changed levers.two.from',
    'added pathway.before',
    'added pathway.second.with',
    'changed days',
  ]);
  expect(modelDifferences(before, after)[0]).toEqual({
    path: 'services.hub.roles.worker.caseload',
    kind: 'changed',
    before: 20,
    after: 15,
  });
});

test('a model does not differ from itself, whatever the order of its keys', () => {
  expect(modelDifferences(before, structuredClone(before))).toEqual([]);
  expect(modelDifferences({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
});

test('whatever two values are, they are told apart exactly when they say something else', () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  fc.assert(
    fc.property(value, value, (a, b) => {
      const there = modelDifferences(a, b).length;
      const back = modelDifferences(b, a).length;
      expect(there > 0).toBe(back > 0);
      expect(modelDifferences(a, a)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
