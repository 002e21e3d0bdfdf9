import type { Contract, Portfolio, Service } from '../portfolio/portfolio.ts';
import type { Quantity } from '../portfolio/quantity.ts';
import { atBest, type Read } from './one-at-a-time.ts';

/** What an award pays for: posts, fixed costs and placements, all filled, in pounds a day. */
export interface AwardCosts {
  services: { service: Service; cost: number }[];
  total: number;
  /** Every figure that the costs are worked out from. */
  figures: Quantity[];
}

/** Return what an award pays for, by service, as figures are read. */
export function costsOf(
  { services, contracts }: Portfolio,
  contract: Contract,
  read: Read = atBest,
): AwardCosts {
  const index = contracts.indexOf(contract);
  const figures: Quantity[] = [];
  const paid = services.flatMap((service) => {
    let cost = 0;
    const add = (amount: number, ...from: Quantity[]) => {
      cost += amount;
      figures.push(...from);
    };
    if (service.contract === index) add(read(service.fixedCost), service.fixedCost);
    for (const { contract: payer, posts, cost: each } of service.roles) {
      if (payer === index) add(read(posts) * read(each), posts, each);
    }
    for (const { contract: payer, bought } of service.places) {
      if (payer === index && bought) add(read(bought.budget), bought.budget);
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
export function shareOfAwards(
  portfolio: Portfolio,
  isOne: (service: Service) => boolean,
  read: Read,
): number | null {
  let all = 0;
  let some = 0;
  for (const contract of awardsOf(portfolio)) {
    const { services, total } = costsOf(portfolio, contract, read);
    for (const { service, cost } of services) {
      const money = (read(contract.pays) * cost) / total;
      all += money;
      if (isOne(service)) some += money;
    }
  }
  return all > 0 ? some / all : null;
}

/** Return the figures that the share of one award that goes to services of a kind turns on. */
export function figuresOfShare(
  { services, figures }: AwardCosts,
  isOne: (service: Service) => boolean,
): Quantity[] {
  const kinds = new Set(services.map(({ service }) => isOne(service)));
  return kinds.size > 1 ? figures : [];
}
