import type { Provider } from '../portfolio/commissioning.ts';
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
 * Return who holds an award, and how much of it. A lead holds all of it; without one, those who do
 * the work that it pays for hold it as its costs are shared out.
 */
export function holdersOf(
  portfolio: Portfolio,
  contract: Contract,
  read: Read = atBest,
): { holder: Provider; part: number }[] {
  if (contract.lead) return [{ holder: contract.lead, part: 1 }];
  const { services, total } = costsOf(portfolio, contract, read);
  return services.map(({ service, cost }) => ({ holder: service.provider, part: cost / total }));
}

/** Return the share of the money of awards that organisations of a kind hold. */
export function shareOfAwards(
  portfolio: Portfolio,
  isOne: (holder: Provider) => boolean,
  read: Read,
): number | null {
  let all = 0;
  let some = 0;
  for (const contract of awardsOf(portfolio)) {
    for (const { holder, part } of holdersOf(portfolio, contract, read)) {
      const money = read(contract.pays) * part;
      all += money;
      if (isOne(holder)) some += money;
    }
  }
  return all > 0 ? some / all : null;
}

/** Return the figures of an award’s costs, where the share of it that some organisations have turns on them. */
export function figuresOfShare(
  { figures }: AwardCosts,
  among: readonly Provider[],
  isOne: (provider: Provider) => boolean,
): Quantity[] {
  return new Set(among.map(isOne)).size > 1 ? figures : [];
}
