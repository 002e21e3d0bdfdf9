import type { Portfolio } from './portfolio.ts';

/**
 * Return what the posts, fixed costs and placements of each contract cost when all of them are filled
 * and bought, in pounds a day, in the order of the contracts.
 */
export function contractCosts({ contracts, services }: Portfolio): number[] {
  const costs = contracts.map(() => 0);
  for (const service of services) {
    costs[service.contract] += service.fixedCost.value;
    for (const role of service.roles) costs[role.contract] += role.posts.value * role.cost.value;
    for (const { bought, contract } of service.places) costs[contract] += bought?.budget.value ?? 0;
  }
  return costs;
}
