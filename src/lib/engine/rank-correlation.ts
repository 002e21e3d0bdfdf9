/**
 * How strongly an outcome follows inputs, by ranks: no straight line is
 * assumed, only a rise or a fall.
 */
import { studentTQuantile } from './statistics.ts';
import { solve } from './linear-system.ts';
import { mean } from './sum.ts';

/** Return the ranks of values, from 1; equal values share the mean of their ranks. */
export function ranksOf(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i);
  order.sort((a, b) => values[a] - values[b] || a - b);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to += 1;
    for (let i = from; i <= to; i++) ranks[order[i]] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** Return Pearson's correlation; 0 where one of the two does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [middleA, middleB] = [mean(a), mean(b)];
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] - middleA, b[i] - middleB];
    both += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  if (squaresA === 0 || squaresB === 0) return 0;
  return Math.max(-1, Math.min(1, both / Math.sqrt(squaresA * squaresB)));
}

/** Return Spearman's rank correlation, with mid-ranks for ties. */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return correlation(ranksOf(a), ranksOf(b));
}

/**
 * Return the partial rank correlation of each input with the outcome, the
 * others held: how it follows this input once the others have had their say.
 *
 * From the inverse P of the matrix of rank correlations, -P[i][y] / sqrt(P[i][i]
 * P[y][y]) (Marino and others, J. Theor. Biol. 254, 2008). Null where there are
 * no more values than inputs and two, or an input is made of the others.
 */
export function partialRankCorrelations(
  inputs: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
): number[] | null {
  if (outcome.length <= inputs.length + 2) return null;
  const ranked = [...inputs, outcome].map(ranksOf);
  const size = ranked.length;
  const matrix = ranked.map((a, i) => ranked.map((b, j) => (i === j ? 1 : correlation(a, b))));
  const columns = ranked.map((_, j) =>
    solve(
      matrix,
      ranked.map((_r, i) => (i === j ? 1 : 0)),
    ),
  );
  const last = columns[size - 1];
  if (columns.some((column) => column === null) || last === null) return null;
  return inputs.map((_, i) => {
    const own = columns[i] as number[];
    return Math.max(-1, Math.min(1, -own[size - 1] / Math.sqrt(own[i] * last[size - 1])));
  });
}

/**
 * Return the size that a rank correlation of n values must have for luck alone
 * to reach it in any of `inputs` inputs only once in twenty times: Student's t
 * with n - 2 degrees, after Bonferroni. 1 for fewer than three values.
 */
export function leastClearCorrelation(n: number, inputs: number): number {
  if (n < 3) return 1;
  const t = studentTQuantile(1 - 0.025 / Math.max(1, inputs), n - 2);
  return t / Math.sqrt(t * t + n - 2);
}
