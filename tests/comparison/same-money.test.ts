import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { moneyPlaces, sameMoney } from '../../src/lib/comparison/same-money.ts';
import { localPool } from '../../src/lib/experiment/local-pool.ts';
import type { Change } from '../../src/lib/portfolio/portfolio.ts';
import { readModel } from '../../src/lib/portfolio/read-model.ts';
import { resolve } from '../../src/lib/portfolio/resolve.ts';

const path = new URL('../../models/one-worker-one-contract/portfolio.yaml', import.meta.url);
const file = { path: fileURLToPath(path), text: readFileSync(path, 'utf8') };
const model = readModel([file], 'one-worker-one-contract').value!;
const posts = 'services.outreach.roles.outreach-worker.posts';

function balance(changes: Change[], at = posts, replications = 10) {
  const scenario = resolve(model.raw, { id: model.id, changes }).value!;
  const pool = localPool();
  const request = { model: { id: model.id, raw: model.raw }, seed: 1, threads: 1 };
  return sameMoney(
    { scenario, baseline: { changes: [] }, changes },
    { path: at, replications },
    (arms, count, baseline = []) => pool.run({ ...request, baseline, arms, replications: count }),
  ).finally(() => pool.close());
}

describe('the same money', () => {
  it('can come from posts that somebody pays for', () => {
    expect(moneyPlaces(model.portfolio)).toMatchObject([
      { path: posts, kind: 'posts', name: 'Outreach, Outreach worker', now: 1, contract: 'award' },
    ]);
    expect(moneyPlaces(model.portfolio)[0].costEach).toBeCloseTo(45000, 6);
  });

  it('is found: what an award pays more is taken from its posts', async () => {
    const doubled = [
      { set: posts, to: 2 },
      { set: 'contracts.award.pays', to: '90000 GBP per year' },
    ];
    const found = await balance(doubled);
    expect(found.kind).toBe('balanced');
    // The award of how it is now buys one post, and the dates are the same.
    expect(found.to).toBeCloseTo(1, 2);
    expect(found.paysTo).toBeCloseTo(45000, -2);
    expect(found.before.difference!).toBeGreaterThan(20_000);
    expect(Math.abs(found.left.difference!)).toBeLessThan(250);
    expect(found.changes).toEqual([
      { set: posts, to: found.to },
      { set: 'contracts.award.pays', to: `${Math.round(found.paysTo)} GBP per year` },
    ]);
  });

  it('pays more posts where fewer gaps leave less to pay for', async () => {
    const halved = [
      { set: posts, to: 0.5 },
      { set: 'contracts.award.pays', to: '22500 GBP per year' },
    ];
    const found = await balance(halved);
    expect(found.kind).toBe('balanced');
    expect(found.before.difference!).toBeLessThan(-10_000);
    expect(found.to).toBeCloseTo(1, 2);
  });

  it('leaves alone what commits the same already', async () => {
    const found = await balance([]);
    expect(found).toMatchObject({ kind: 'equal already', to: 1, changes: [] });
  });

  it('takes no path that no money goes to', async () => {
    await expect(balance([], 'groups.people.arrive')).rejects.toThrow('no figure that money');
  });
});
