import { hasErrors } from '../diagnostics/finding.ts';
import { measureReplication } from '../measures/measure-replication.ts';
import { planMeasures } from '../measures/plan.ts';
import type { Change, Portfolio } from '../portfolio/portfolio.ts';
import { resolve } from '../portfolio/resolve.ts';
import { compileProgram } from '../simulation/compile.ts';
import { Simulation } from '../simulation/simulation.ts';
import type { PreparedArm, Remarks, WorkRequest } from './prepared-arm.ts';
import type { Arm } from './run-request.ts';
import { RunFailed } from './run-failed.ts';

/**
 * Resolve and compile one arm of a request, with one simulation that is used
 * again for every replication.
 *
 * An arm without effects is warmed up under a baseline without them, so that
 * effects play no part in it at all. Throws `RunFailed` with the findings when
 * the changes do not make a portfolio.
 */
export function prepareArm(request: WorkRequest, arm: Arm): PreparedArm {
  const baseline = portfolioOf(request, request.baseline, arm);
  const scenario = portfolioOf(request, arm.changes, arm);
  const program = compileProgram(baseline, scenario);
  const plan = planMeasures(program);
  const simulation = new Simulation(program);
  return {
    plan,
    run(seed, replication, follow, totals, totalsOffset, series, endings) {
      const record = simulation.run(seed, replication, { follow });
      measureReplication(program, plan, record, totals, totalsOffset, series, endings);
      return {
        followed: follow > 0 ? structuredClone(record.followed) : [],
        notes: [],
        warmUp: warmUpYears(record.warmUpPresent, program.warmUpDays),
      };
    },
  };
}

/** Means over the last 24 whole months of the warm-up, a year at a time. */
function warmUpYears(present: Float64Array, warmUpDays: number): Remarks['warmUp'] {
  const months = Math.floor(warmUpDays / (365.25 / 12));
  if (months < 24) return { yearBefore: NaN, lastYear: NaN };
  const year = (from: number) => present.subarray(from, from + 12).reduce((a, b) => a + b) / 12;
  return { yearBefore: year(months - 24), lastYear: year(months - 12) };
}

function portfolioOf({ model }: WorkRequest, changes: Change[], arm: Arm): Portfolio {
  const { withoutEffects = false } = arm;
  const { value, findings } = resolve(model.raw, { id: model.id, changes, withoutEffects });
  if (value && !hasErrors(findings)) return value;
  const first = findings.find(({ severity }) => severity === 'error');
  throw new RunFailed(`${arm.id} cannot be run. ${first?.what ?? ''}`.trim(), findings);
}
