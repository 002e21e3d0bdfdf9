import type { Portfolio, Quantity } from './portfolio.ts';

/** Return every figure of a portfolio, each once, in the order of its parts. */
export function figuresOf(portfolio: Portfolio): Quantity[] {
  const found: Quantity[] = [];
  const seen = new Set<object>();
  collect(portfolio, found, seen);
  return found;
}

function collect(value: unknown, found: Quantity[], seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isQuantity(value)) {
    found.push(value);
    return;
  }
  for (const inner of Object.values(value)) collect(inner, found, seen);
}

function isQuantity(value: object): value is Quantity {
  return 'written' in value && 'dimension' in value && 'grade' in value && 'path' in value;
}
