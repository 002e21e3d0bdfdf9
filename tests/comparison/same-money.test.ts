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

function balance(changes: Change[], at = posts, replications = 10, seed = 1, now: Change[] = []) {
  const of = (made: Change[]) => ({
    changes: made,
    portfolio: resolve(model.raw, { id: model.id, changes: made }).value!,
  });
  const pool = localPool();
  const request = { model: { id: model.id, raw: model.raw }, seed, threads: 1 };
  return sameMoney(
    { scenario: of(changes), baseline: of(now) },
    { path: at, replications },
    (arms, count, baseline = []) => pool.run({ ...request, baseline, arms, replications: count }),
  ).finally(() => pool.close());
}

describe('the same money', () => {
  it('cannot be told where a commitment on the way cannot be', async () => {
    const pool = localPool();
    let runs = 0;
    const of = (changes: Change[]) => ({
      changes,
      portfolio: resolve(model.raw, { id: model.id, changes }).value!,
    });
    const found = await sameMoney(
      { scenario: of([{ set: posts, to: '3' }]), baseline: of([]) },
      { path: posts, replications: 4 },
      async (arms, replications, baseline = []) => {
        const request = { model: { id: model.id, raw: model.raw }, seed: 1, threads: 1 };
        const result = await pool.run({ ...request, baseline, arms, replications });
        runs += 1;
        if (runs > 1) result.arms[1].totals.fill(NaN);
        return result;
      },
    ).finally(() => pool.close());
    expect(found).toMatchObject({ kind: 'cannot tell', to: 3, toRange: null });
  });

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
    expect(found.unpaid).toEqual([]);
    expect(found.toRange!.low).toBeLessThanOrEqual(found.to);
    expect(found.toRange!.high).toBeGreaterThanOrEqual(found.to);
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

  it('is not said to be out of reach where more was not tried', async () => {
    // The award is lost after nine months, so that a post commits a tenth of what it costs.
    const ends = [
      { set: 'contracts.award.renewed', to: '0% within a year' },
      { set: 'contracts.award.when-refused', to: { 'money-lost': '100%' } },
      { set: 'contracts.award.at-an-unrenewed-end', to: 'stop' },
    ];
    const found = await balance(ends, posts, 2);
    expect(found.kind).toBe('not found');
    expect(found.left.difference!).toBeLessThan(0);
    expect(found.to).toBeGreaterThan(7);
  });

  it('leaves alone what commits the same already', async () => {
    const found = await balance([]);
    expect(found).toMatchObject({ kind: 'equal already', to: 1, changes: [] });
  });

  describe('pays for what nobody pays in the scenario', () => {
    const recurrent = { set: 'contracts.award.term', to: 'recurrent' };

    it.each([
      ['an award', []],
      ['recurrent funding', [recurrent]],
    ])('posts of %s', async (_, now) => {
      const found = await balance([...now, { set: posts, to: 3 }], posts, 10, 1, now);
      expect(found.kind).toBe('balanced');
      expect(found.unpaid).toMatchObject([{ contract: 'award' }]);
      expect(found.unpaid[0].missing).toBeCloseTo(90_000, 6);
      // Three posts cannot be had for the money of one.
      expect(found.to).toBeCloseTo(1, 2);
      expect(found.place.paysNow).toBeCloseTo(135_000, 6);
      expect(found.paysTo).toBeCloseTo(45_000, -2);
      expect(found.before.difference!).toBeGreaterThan(40_000);
    });

    it('but not for what nobody pays in the baseline either', async () => {
      const short = { set: 'contracts.award.pays', to: '20000 GBP per year' };
      expect(await balance([short], posts, 4, 1, [short])).toMatchObject({
        ...{ kind: 'equal already', unpaid: [], changes: [short] },
      });
      const more = await balance([short, { set: posts, to: 2 }], posts, 4, 1, [short]);
      expect(more.unpaid[0].missing).toBeCloseTo(45_000, 6);
    });

    it('but not for posts that the award is too small for and that are cut', async () => {
      const cut = { add: 'contracts.award.shortfall', as: 'fewer posts' };
      const less = { set: 'contracts.award.pays', to: '30000 GBP per year' };
      const found = await balance([cut, less], posts, 4, 1, [cut]);
      expect(found.unpaid).toEqual([]);
      expect(found.before.difference!).toBeLessThan(-10_000);
      expect(found.kind).toBe('balanced');
      expect(found.paysTo).toBeCloseTo(45_000, -3);
    });

    it('and says that it has', async () => {
      const found = await balance([{ set: 'contracts.award.pays', to: '20000 GBP per year' }]);
      expect(found).toMatchObject({ kind: 'equal already', to: 1 });
      expect(found.changes).toEqual([{ set: 'contracts.award.pays', to: '45000 GBP per year' }]);
    });
  });

  it.each([1, 2, 3])('is not looked for where luck hides the difference: seed %i', async (seed) => {
    const later = [
      { set: 'contracts.award.renewed', to: '71% within a year' },
      { set: 'contracts.award.first-ends', to: '2028-01-31' },
    ];
    const found = await balance(later, posts, 5, seed);
    expect(found.before.difference).not.toBe(0);
    expect(found).toMatchObject({ kind: 'cannot tell', to: 1, toRange: null, changes: later });
  });

  it('takes no path that no money goes to', async () => {
    await expect(balance([], 'groups.people.arrive')).rejects.toThrow('no figure that money');
  });
});
