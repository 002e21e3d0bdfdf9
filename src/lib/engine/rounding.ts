/**
 * Differences of sums, without what rounding alone leaves of them. Days and pounds are added up
 * between events; where other events lie between, the same year comes to other last bits, by about
 * 1e-12 of it. Told as it stands, that would be a clear difference, and the same in every run.
 */

/** Far above what adding up rounds, far below whatever anybody would call a difference. */
const ROUNDING = 1e-9;

/** Return a less b; exactly 0 where they are apart by rounding alone. */
export function apart(a: number, b: number): number {
  return unlessRounding(a - b, Math.max(Math.abs(a), Math.abs(b)));
}

/**
 * Return the sum of values of either sign, each two of them added first: what cancels in pairs then
 * leaves nothing of the others' last bits. Exactly 0 where rounding alone is left of them.
 */
export function twoByTwo(values: readonly number[]): number {
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < values.length; i += 2) {
    const [a, b] = [values[i], values[i + 1] ?? 0];
    sum += a + b;
    largest = Math.max(largest, Math.abs(a), Math.abs(b));
  }
  return unlessRounding(sum, largest);
}

/** Return a number; exactly 0 where rounding alone is left beside the largest of what it came from. */
export function unlessRounding(sum: number, largest: number): number {
  return Math.abs(sum) <= ROUNDING * largest ? 0 : sum;
}
