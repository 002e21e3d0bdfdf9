/**
 * What a scenario's posts, fixed costs and placements cost beyond what their contracts pay, where the
 * baseline has them paid. A comparison of commitments would not know it: nobody has promised it.
 */
import { contractCosts } from '../portfolio/contract-costs.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** What one contract leaves unpaid in a scenario; pounds a year. */
export interface UnpaidCosts {
  /** Id of the contract. */
  contract: string;
  name: string;
  pays: number;
  costs: number;
  /** What is missing in the scenario and not in the baseline. */
  missing: number;
}

const DAYS = 365.25;

/** Return the contracts that leave at least `least` pounds a year more unpaid than in the baseline. */
export function unpaidCosts(
  scenario: Portfolio,
  baseline: Portfolio,
  least: number,
): UnpaidCosts[] {
  const before = new Map(accountsOf(baseline).map((one) => [one.contract, one]));
  return accountsOf(scenario).flatMap((one) => {
    const then = before.get(one.contract);
    // What pays nothing before and after stands for money that the model leaves out.
    if (one.pays === 0 && (then?.pays ?? 0) === 0) return [];
    const missing =
      Math.max(0, one.costs - one.pays) - Math.max(0, then ? then.costs - then.pays : 0);
    return missing < least ? [] : [{ ...one, missing }];
  });
}

function accountsOf(portfolio: Portfolio): Omit<UnpaidCosts, 'missing'>[] {
  const costs = contractCosts(portfolio);
  return portfolio.contracts.map(({ id, name, pays }, index) => ({
    contract: id,
    name,
    pays: pays.value * DAYS,
    costs: costs[index] * DAYS,
  }));
}
