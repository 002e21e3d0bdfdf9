/**
 * Return the sum, as right as if taken with twice the digits and rounded once.
 *
 * Neumaier's variant of Kahan's summation (ZAMM 54, 1974), in the order given.
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  // Where the total is infinite, what was lost is NaN and means nothing.
  return lost === lost ? total + lost : total;
}

/** Return the mean of at least one value; NaN of none. */
export function mean(values: ArrayLike<number>): number {
  return sum(values) / values.length;
}
