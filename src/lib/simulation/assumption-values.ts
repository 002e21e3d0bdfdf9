import type { Portfolio } from '../portfolio/portfolio.ts';

/** Values of the named assumptions, in base units, for the formulas that use them. */
export function assumptionValues(p: Portfolio): Record<string, number> {
  return Object.fromEntries(p.assumptions.map(({ id, quantity }) => [id, quantity.value]));
}
