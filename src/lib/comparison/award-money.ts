import type { Contract, Portfolio, Service } from '../portfolio/portfolio.ts';
import type { Quantity } from '../portfolio/quantity.ts';

/** What an award pays for: posts, fixed costs and placements, all filled, in pounds a day. */
export interface AwardCosts {
  services: { service: Service; cost: number }[];
  total: number;
  /** Every figure that the costs are worked out from. */
  figures: Quantity[];
}

/** Return what an award pays for, by service. */
export function costsOf({ services, contracts }: Portfolio, contract: Contract): AwardCosts {
  const index = contracts.indexOf(contract);
  const figures: Quantity[] = [];
  const paid = services.flatMap((service) => {
    let cost = 0;
    const add = (amount: number, ...from: Quantity[]) => {
      cost += amount;
      figures.push(...from);
    };
    if (service.contract === index) add(service.fixedCost.value, service.fixedCost);
    for (const { contract: payer, posts, cost: each } of service.roles) {
      if (payer === index) add(posts.value * each.value, posts, each);
    }
    for (const { contract: payer, bought } of service.places) {
      if (payer === index && bought) add(bought.budget.value, bought.budget);
    }
    return cost > 0 ? [{ service, cost }] : [];
  });
  const stated = figures.filter(({ byDefault }) => !byDefault);
  return { services: paid, total: paid.reduce((sum, { cost }) => sum + cost, 0), figures: stated };
}

/** Awards that end, with money in them. */
export function awardsOf({ contracts }: Portfolio): Contract[] {
  return contracts.filter(({ recurrent, pays }) => !recurrent && pays.value > 0);
}

/**
 * Return the share of the money of awards that goes to services of a kind. An
 * award that pays for several is shared out as its costs are.
 */
export function shareOfAwards(portfolio: Portfolio, isOne: (service: Service) => boolean) {
  let all = 0;
  let some = 0;
  for (const contract of awardsOf(portfolio)) {
    const { services, total } = costsOf(portfolio, contract);
    for (const { service, cost } of services) {
      const money = (contract.pays.value * cost) / total;
      all += money;
      if (isOne(service)) some += money;
    }
  }
  return all > 0 ? some / all : null;
}
