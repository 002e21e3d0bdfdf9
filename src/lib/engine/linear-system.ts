/**
 * Return x with matrix × x = right, by elimination with the largest pivot of
 * each column; null where the matrix is singular to working precision.
 *
 * The matrix is square, in rows, with entries of about the same size.
 */
export function solve(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] | null {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]]);
  for (let k = 0; k < n; k++) {
    let best = k;
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(rows[i][k]) > Math.abs(rows[best][k])) best = i;
    }
    if (!(Math.abs(rows[best][k]) > 1e-12)) return null;
    [rows[k], rows[best]] = [rows[best], rows[k]];
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i][k] / rows[k][k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j];
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let rest = rows[i][n];
    for (let j = i + 1; j < n; j++) rest -= rows[i][j] * x[j];
    x[i] = rest / rows[i][i];
  }
  return x;
}

/**
 * Return the values of the least-squares fit of `outcome` by the columns; null
 * where the columns depend on each other. By the normal equations, which serve
 * for a few columns of about the same size.
 */
export function fitted(
  columns: readonly ArrayLike<number>[],
  outcome: ArrayLike<number>,
): Float64Array | null {
  const n = outcome.length;
  const product = (a: ArrayLike<number>, b: ArrayLike<number>) => {
    let sum = 0;
    for (let r = 0; r < n; r++) sum += a[r] * b[r];
    return sum / n;
  };
  const factors = solve(
    columns.map((a) => columns.map((b) => product(a, b))),
    columns.map((a) => product(a, outcome)),
  );
  if (!factors) return null;
  const values = new Float64Array(n);
  columns.forEach((column, i) => {
    for (let r = 0; r < n; r++) values[r] += factors[i] * column[r];
  });
  return values;
}
