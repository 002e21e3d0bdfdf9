const long = Boolean(process.env.BIDE_LONG);

/**
 * How many portfolios a property is tried on: the same ones in every test run,
 * ten times as many at full length. `PROPERTY_SEED` tries others.
 */
export function times(count: number): { numRuns: number; seed: number } {
  const seed = Number(process.env.PROPERTY_SEED ?? 20270401);
  return { numRuns: long ? count * 10 : count, seed };
}

/** Milliseconds that a property may take. */
export const patience = { timeout: long ? 1_800_000 : 180_000 };
