import { fullCostOf } from './full-cost.ts';
import type { Portfolio } from './portfolio.ts';

/**
 * Return what the posts, fixed costs and placements of each contract cost when all of them are filled
 * and bought, in pounds a day, in the order of the contracts. Posts that a shortfall takes away cost
 * nothing; what it takes them away for is among the costs.
 */
export function contractCosts(portfolio: Portfolio): number[] {
  const { contracts, services } = portfolio;
  const bought = contracts.map((_contract, c) => fullCostOf(portfolio, c));
  const costs = bought.map(({ elsewhere }) => elsewhere.reduce((sum, cost) => sum + cost, 0));
  for (const service of services) {
    costs[service.contract] += service.fixedCost.value;
    for (const { contract, posts, cost } of service.roles) {
      costs[contract] += posts.value * cost.value * bought[contract].posts;
    }
    for (const { bought: places, contract } of service.places) {
      costs[contract] += places?.budget.value ?? 0;
    }
  }
  return costs;
}
