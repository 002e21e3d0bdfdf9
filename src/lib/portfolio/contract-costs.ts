import type { Portfolio } from './portfolio.ts';

/**
 * Return what the posts, fixed costs and placements of each contract cost when all of them are filled
 * and bought, in pounds a day, in the order of the contracts. Posts that a shortfall is taken from are
 * left out: as many go as the award does not pay.
 */
export function contractCosts({ contracts, services }: Portfolio): number[] {
  const costs = contracts.map(() => 0);
  for (const service of services) {
    costs[service.contract] += service.fixedCost.value;
    for (const { contract, posts, cost } of service.roles) {
      if (contracts[contract].shortfall === 'carried') costs[contract] += posts.value * cost.value;
    }
    for (const { bought, contract } of service.places) costs[contract] += bought?.budget.value ?? 0;
  }
  return costs;
}
