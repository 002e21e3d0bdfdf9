import { hasErrors } from '../diagnostics/finding.ts';
import { measureReplication } from '../measures/measure-replication.ts';
import { planMeasures } from '../measures/plan.ts';
import type { Change, Portfolio } from '../portfolio/portfolio.ts';
import { resolve } from '../portfolio/resolve.ts';
import { compileProgram } from '../simulation/compile.ts';
import { Simulation } from '../simulation/simulation.ts';
import { findWarmUp } from '../simulation/warm-up.ts';
import type { PrepareArm, PreparedArm, Remarks, WorkRequest } from './prepared-arm.ts';
import type { Arm, Inputs } from './run-request.ts';
import { drawnArm } from './drawn-arm.ts';
import { drawFigures, drawnQuantiles, givenQuantiles, type QuantileOf } from './draw-figures.ts';
import { RunFailed } from './run-failed.ts';

/** A baseline and how long it is warmed up. */
interface Ground {
  portfolio: Portfolio;
  warmUpDays: number;
}

/** How many baselines a worker remembers; most work is on one. */
const KEPT_GROUNDS = 4;

/**
 * Return what prepares arms: resolves and compiles them, with one simulation
 * each that is used again for every replication.
 *
 * The length of the warm-up is found once for each baseline, with its effects
 * on and its figures at their best, and holds for all its arms. An arm without effects is warmed up under a
 * baseline without them, so that effects play no part in it at all. What is
 * returned throws `RunFailed` with the findings when the changes do not make a
 * portfolio.
 */
export function armPreparer(): PrepareArm {
  const grounds = new Map<string, Ground>();
  return (request, arm) => {
    const ground = groundOf(request, grounds);
    const baseline = arm.withoutEffects
      ? portfolioOf(request, request.baseline, arm)
      : ground.portfolio;
    const scenario = portfolioOf(request, arm.changes, arm);
    return preparedWithInputs(arm.inputs, baseline, scenario, ground.warmUpDays);
  };
}

function groundOf(request: WorkRequest, grounds: Map<string, Ground>): Ground {
  const key = JSON.stringify([request.model, request.baseline]);
  const known = grounds.get(key);
  if (known) return known;
  const portfolio = portfolioOf(request, request.baseline, { id: 'The baseline' });
  const ground = { portfolio, warmUpDays: findWarmUp(portfolio).days };
  grounds.set(key, ground);
  if (grounds.size > KEPT_GROUNDS) grounds.delete(grounds.keys().next().value as string);
  return ground;
}

function preparedWithInputs(
  inputs: Inputs | undefined,
  baseline: Portfolio,
  scenario: Portfolio,
  warmUpDays: number,
): PreparedArm {
  const at = (quantileOf: QuantileOf) =>
    prepared(drawFigures(baseline, quantileOf), drawFigures(scenario, quantileOf), warmUpDays);
  if (inputs === undefined) return prepared(baseline, scenario, warmUpDays);
  if (inputs.kind === 'given') return at(givenQuantiles(inputs.quantiles));
  return drawnArm(inputs.each, (seed, draw) => at(drawnQuantiles(seed, draw)));
}

function prepared(baseline: Portfolio, scenario: Portfolio, warmUpDays: number): PreparedArm {
  const program = compileProgram(baseline, scenario, warmUpDays);
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
        warmUp: warmUpYears(record.warmUpPresent, warmUpDays),
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

function portfolioOf(
  { model }: WorkRequest,
  changes: Change[],
  { id, withoutEffects = false }: Pick<Arm, 'id' | 'withoutEffects'>,
): Portfolio {
  const { value, findings } = resolve(model.raw, { id: model.id, changes, withoutEffects });
  if (value && !hasErrors(findings)) return value;
  const first = findings.find(({ severity }) => severity === 'error');
  throw new RunFailed(`${id} cannot be run. ${first?.what ?? ''}`.trim(), findings);
}
