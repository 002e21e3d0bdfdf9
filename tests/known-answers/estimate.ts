/** A total in each replication, and what it is divided by; a mean where nothing is. */
export interface Reading {
  over: number[];
  under?: number[];
}

export interface Estimate {
  value: number;
  standardError: number;
}

/**
 * Return the mean over replications, or the ratio of totals, with its standard
 * error. That of a ratio comes from the spread of over - ratio × under (the
 * delta method; Law, Simulation Modeling and Analysis, ch. 9).
 */
export function estimateOf({ over, under }: Reading): Estimate {
  const n = over.length;
  if (n < 10) throw new RangeError(`${n} replications are too few to tell a standard error.`);
  const meanUnder = under ? meanOf(under) : 1;
  const value = meanOf(over) / meanUnder;
  const rest = over.map((x, i) => x - value * (under ? under[i] : 1));
  const variance = rest.reduce((sum, x) => sum + x * x, 0) / (n - 1);
  return { value, standardError: Math.sqrt(variance / n) / Math.abs(meanUnder) };
}

/** How many standard errors an estimate lies above what is known; 0 where both are exact and agree. */
export function zOf({ value, standardError }: Estimate, known: number): number {
  const off = value - known;
  if (Math.abs(off) <= 1e-9 * Math.max(1, Math.abs(known))) return 0;
  return off / standardError;
}

function meanOf(values: number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}
