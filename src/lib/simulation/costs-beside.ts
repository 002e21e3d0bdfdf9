/** What contracts spend beside posts, fixed costs and placements. */
import { fullCostOf } from '../portfolio/full-cost.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { numberOf, type Layout } from './layout.ts';
import type { Parameters } from './parameters.ts';

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
