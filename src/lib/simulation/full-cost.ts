/** What an award buys when it does not pay all that the work costs. */
import type { Contract, Portfolio, Service } from '../portfolio/portfolio.ts';
import { numberOf, type Layout } from './layout.ts';
import type { Parameters } from './parameters.ts';

/** Sums of pounds a day differ by this much for nothing but the order of adding. */
const ROUNDING = 1e-9;

/** Share of what a service's work costs that its provider needs on top and is not paid. */
export function unpaidOverheads(contract: Contract, { provider }: Service): number {
  const paid = contract.paysOverheads?.value ?? 1;
  return (provider.overheads?.value ?? 0) * (1 - paid);
}

/** What a shortfall that is taken from posts leaves. */
export interface FullCost {
  /** Share of the paid posts that the award still buys. */
  posts: number;
  /** Pounds a day that go to overheads and to the lead, by service of the portfolio. */
  elsewhere: number[];
}

/**
 * Return what a contract buys: everything in the file, unless its shortfall is
 * taken from posts. Then posts are cut alike until they, the fixed costs and
 * placements, the overheads that are not paid beside them, and what the lead
 * keeps fit into the award. Where they fit as they are, nothing changes.
 */
export function fullCostOf({ services, contracts }: Portfolio, c: number): FullCost {
  const contract = contracts[c];
  const everything = { posts: 1, elsewhere: services.map(() => 0) };
  if (contract.shortfall === 'carried') return everything;
  const unpaid = services.map((service) => unpaidOverheads(contract, service));
  const posts = services.map(({ roles }) =>
    sum(roles.map((role) => (role.contract === c ? role.posts.value * role.cost.value : 0))),
  );
  const other = services.map(({ contract: payer, fixedCost, places }) => {
    const bought = places.filter((one) => one.contract === c && one.bought);
    const budgets = sum(bought.map((one) => one.bought?.budget.value ?? 0));
    return budgets + (payer === c ? fixedCost.value : 0);
  });
  const withOverheads = (costs: number[]) => sum(costs.map((cost, s) => cost * (1 + unpaid[s])));
  const kept = contract.pays.value * (contract.lead?.keeps.value ?? 0);
  const left = contract.pays.value - kept - withOverheads(other);
  const needed = withOverheads(posts);
  const share = needed > left + ROUNDING * needed ? Math.max(0, left / needed) : 1;
  const direct = services.map((_service, s) => posts[s] * share + other[s]);
  const all = sum(direct);
  const elsewhere = direct.map((cost, s) =>
    cost === 0 ? 0 : cost * unpaid[s] + (kept * cost) / all,
  );
  return { posts: share, elsewhere };
}

type CostsBeside = Pick<Parameters, 'besideFirst' | 'besideContract' | 'besideCost'>;

/** What each contract pays for overheads and to a lead, by service, out of what posts would cost. */
export function compileCostsBeside(p: Portfolio, layout: Layout): CostsBeside {
  const costs = p.contracts.map((_contract, c) => fullCostOf(p, c));
  const first = new Int32Array(layout.services.ids.length + 1);
  const contract: number[] = [];
  const cost: number[] = [];
  for (let s = 0; s < layout.services.ids.length; s++) {
    const at = p.services.findIndex(({ id }) => id === layout.services.ids[s]);
    costs.forEach(({ elsewhere }, c) => {
      if (at < 0 || elsewhere[at] === 0) return;
      contract.push(numberOf(layout.contracts, p.contracts[c].id));
      cost.push(elsewhere[at]);
    });
    first[s + 1] = contract.length;
  }
  return {
    besideFirst: first,
    besideContract: Int32Array.from(contract),
    besideCost: Float64Array.from(cost),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
