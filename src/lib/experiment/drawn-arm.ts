import type { PreparedArm } from './prepared-arm.ts';
import { RunFailed } from './run-failed.ts';

/**
 * Return an arm whose uncertain figures are drawn anew every `each`
 * replications. `compile` compiles one draw of a seed.
 *
 * The draws differ in values and in nothing else, so that the layout of the
 * first draw is that of all. Throws `RunFailed` when the figures of a draw
 * cannot be run together.
 */
export function drawnArm(
  each: number,
  compile: (seed: number, draw: number) => PreparedArm,
): PreparedArm {
  const compiled = (seed: number, draw: number) => ({
    seed,
    draw,
    arm: compileDraw(compile, seed, draw),
  });
  let at = compiled(0, 0);
  const { plan } = at.arm;
  return {
    plan,
    run(seed, replication, ...rest) {
      const draw = Math.floor(replication / each);
      if (seed !== at.seed || draw !== at.draw) at = compiled(seed, draw);
      if (at.arm.plan.totals !== plan.totals) throw new Error('A draw has other measures.');
      return at.arm.run(seed, replication, ...rest);
    },
  };
}

function compileDraw(
  compile: (seed: number, draw: number) => PreparedArm,
  seed: number,
  draw: number,
): PreparedArm {
  try {
    return compile(seed, draw);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new RunFailed(
      `Draw ${draw + 1} of the figures with a range cannot be run: ${error.message} ` +
        'Narrow the ranges that meet in that formula.',
      [],
      { cause: error },
    );
  }
}
