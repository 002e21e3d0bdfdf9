/**
 * Return the p-quantile of values sorted upwards, by linear interpolation
 * between the two values around place (n - 1) p; NaN of none.
 *
 * Definition 7 of Hyndman & Fan, The American Statistician 50 (1996).
 */
export function sampleQuantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return NaN;
  const place = Math.min(1, Math.max(0, p)) * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(sorted.length - 1, below + 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
