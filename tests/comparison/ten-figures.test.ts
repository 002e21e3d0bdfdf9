import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findTenFigures } from '$lib/comparison/ten-figures.ts';
import { wantedFigures } from '$lib/documents/ten-figures-list.ts';
import { localPool } from '$lib/experiment/local-pool.ts';
import type { PortfolioFile } from '$lib/portfolio/portfolio-file.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { groundHash } from '$lib/server/ground-hash.ts';
import { readTenFigures } from '$lib/server/ten-figures.ts';
import { readShipped, shipped } from '../models/shipped-model.ts';

const file = (id: string) => `models/${id}/ten-figures.json`;

describe.each(shipped.filter((id) => existsSync(file(id))))('those kept for %s', (id) => {
  const kept = readTenFigures(readFileSync(file(id), 'utf8'));
  const { model } = readShipped(id);

  it('are those of the model, each with who usually holds it, the greatest swing first', () => {
    expect(kept).not.toBeNull();
    const wanted = wantedFigures(model.portfolio, kept!);
    expect(wanted.map(({ key }) => key)).toEqual(kept!.figures.map(({ key }) => key));
    expect(wanted.length).toBeGreaterThan(0);
    expect(wanted.length).toBeLessThanOrEqual(10);
    expect(kept!.tried).toBeGreaterThanOrEqual(wanted.length);
    for (const { holder, what, written, moves } of wanted) {
      expect([holder, what, written, moves].every(Boolean)).toBe(true);
    }
    const sizes = kept!.figures.map(({ swing }) => Math.abs(swing.difference!));
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  });
});

it.each([
  ['another version', { bide: 2 }],
  ['no version', { bide: undefined }],
  ['another kind', { kind: 'results' }],
  ['figures that are no list', { figures: {} }],
])('reads no list from a file of %s', (_, other) => {
  const list = { bide: 1, kind: 'ten-figures', figures: [] };
  expect(readTenFigures(JSON.stringify(list))).toEqual(list);
  expect(readTenFigures(JSON.stringify({ ...list, ...other }))).toBeNull();
});

it('finds that the length of stay and who comes move a queue, and leaves out what luck hides', async () => {
  const { model } = readShipped('one-queue');
  const pool = localPool();
  const [baseline, scenario] = ['as-it-is', 'half-a-worker-more'].map((id) =>
    model.scenarios.find((one) => one.id === id)!,
  );
  const found = await findTenFigures(
    { model, baseline, scenario, seed: 1, replications: 6 },
    (measures) => measures.find(({ id, by }) => id === 'wait-mean' && by === null)!,
    (arms, replications, under = []) =>
      pool.run({
        model: { id: model.id, raw: model.raw },
        ...{ arms, replications, baseline: under, seed: 1, threads: 1 },
      }),
  );
  pool.close();
  const keys = found.figures.map(({ key }) => key);
  expect(keys).toContain('services.support.pathway.0.lasts');
  expect(keys).toContain('groups.people.arrive');
  for (const { swing } of found.figures) expect(swing.low! > 0 || swing.high! < 0).toBe(true);
});

it('takes a model for the same when only words for readers change', () => {
  const { model } = readShipped('one-pathway');
  const hashWith = (change: (raw: PortfolioFile) => void) => {
    const raw = structuredClone(model.raw);
    change(raw);
    return groundHash({ raw, portfolio: resolve(raw, { id: 'one-pathway' }).value! });
  };
  const before = groundHash(model);
  expect(hashWith((raw) => (raw.notice = 'Other words'))).toBe(before);
  expect(hashWith((raw) => (raw.title = 'Another name'))).toBe(before);
  const { keyworker } = model.raw.services.pathway.roles!;
  expect(keyworker.caseload).toBe(14);
  const other = hashWith((raw) => (raw.services.pathway.roles!.keyworker.caseload = 15));
  expect(other).not.toBe(before);
  // A better known source takes the assumed range away.
  expect(hashWith((raw) => (raw.sources!['made-up'].kind = 'measured'))).not.toBe(before);
});
