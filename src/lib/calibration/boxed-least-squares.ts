/** A quadratic to be made small within a box: |errors + slopes · step|² + pull · |place + step|². */
export interface Quadratic {
  /** One for each target, in its standard errors. */
  errors: readonly number[];
  /** [target][assumption] */
  slopes: readonly (readonly number[])[];
  /** How far each assumption stands from where it is drawn to, and how strongly it is. */
  place: readonly number[];
  pull: number;
  /** Ends of the step. */
  low: readonly number[];
  high: readonly number[];
}

const SWEEPS = 400;

/**
 * Return the step within the box that makes the quadratic smallest.
 *
 * One assumption after the other is put where it is best, the others held;
 * for a quadratic in a box that arrives.
 */
export function boxedLeastSquares(given: Quadratic): number[] {
  const { errors, slopes, place, pull, low, high } = given;
  const step = low.map((least, i) => Math.min(high[i], Math.max(least, 0)));
  const left = errors.map((error, k) => error + dot(slopes[k], step));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (let i = 0; i < step.length; i++) {
      let slope = pull * (place[i] + step[i]);
      let curve = pull;
      for (let k = 0; k < left.length; k++) {
        slope += slopes[k][i] * left[k];
        curve += slopes[k][i] * slopes[k][i];
      }
      if (curve === 0) continue;
      const to = Math.min(high[i], Math.max(low[i], step[i] - slope / curve));
      const by = to - step[i];
      if (by === 0) continue;
      step[i] = to;
      for (let k = 0; k < left.length; k++) left[k] += slopes[k][i] * by;
      moved = Math.max(moved, Math.abs(by));
    }
    if (moved < 1e-10) break;
  }
  return step;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
