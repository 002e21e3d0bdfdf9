import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { fullCostOf } from './full-cost.ts';

const q = (value: number) => ({ value });

/** One contract that pays for two services: 300 of posts, 60 of other costs. */
function portfolio(more: { pays: number; keeps?: number; overheads?: number; paid?: number }) {
  const role = (posts: number, cost: number) => ({ posts: q(posts), cost: q(cost), contract: 0 });
  const { pays, keeps, overheads = 0, paid = 0 } = more;
  const provider = { overheads: q(overheads) };
  return {
    contracts: [
      {
        pays: q(pays),
        shortfall: 'fewer posts',
        paysOverheads: q(paid),
        ...(keeps === undefined ? {} : { lead: { keeps: q(keeps) } }),
      },
    ],
    services: [
      { provider, contract: 0, fixedCost: q(20), roles: [role(2, 100)], places: [] },
      {
        provider,
        contract: 0,
        fixedCost: q(0),
        roles: [role(1, 100), role(5, 0)],
        places: [{ contract: 0, bought: { budget: q(40) } }],
      },
    ],
  } as unknown as Portfolio;
}

describe('what an award buys', () => {
  it('is everything where it pays all', () => {
    expect(fullCostOf(portfolio({ pays: 360 }), 0)).toEqual({ posts: 1, elsewhere: [0, 0] });
    expect(fullCostOf(portfolio({ pays: 500, overheads: 0.2, paid: 1 }), 0).posts).toBe(1);
  });

  it.each([
    [{ pays: 360, overheads: 0.2 }],
    [{ pays: 360, overheads: 0.2, paid: 0.5 }],
    [{ pays: 360, keeps: 0.1 }],
    [{ pays: 400, keeps: 0.25, overheads: 0.1 }],
  ])('is cut until all of it fits: %o', (more) => {
    const { posts, elsewhere } = fullCostOf(portfolio(more), 0);
    expect(posts).toBeLessThan(1);
    const spent = 300 * posts + 60 + elsewhere[0] + elsewhere[1];
    expect(spent).toBeCloseTo(more.pays, 9);
  });

  it('buys no posts where other costs eat it up, and never fewer', () => {
    expect(fullCostOf(portfolio({ pays: 50 }), 0).posts).toBe(0);
  });
});
