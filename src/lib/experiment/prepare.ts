import { hasErrors, type Finding } from '../diagnostics/finding.ts';
import { measureReplication } from '../measures/measure-replication.ts';
import { planMeasures } from '../measures/plan.ts';
import type { Change, Portfolio } from '../portfolio/portfolio.ts';
import { Readings } from '../portfolio/readings.ts';
import { resolve } from '../portfolio/resolve.ts';
import { Compiler } from '../simulation/compile.ts';
import { Simulation } from '../simulation/simulation.ts';
import { findWarmUp } from '../simulation/warm-up.ts';
import type { WarmedState } from '../simulation/warmed-state.ts';
import type {
  PrepareArm,
  PreparedArm,
  Remarks,
  ReplicationOf,
  WarmUpHalves,
  WorkRequest,
} from './prepared-arm.ts';
import type { Arm, Inputs } from './run-request.ts';
import { drawnArm } from './drawn-arm.ts';
import { drawFigures, drawnQuantiles, figuresAt } from './draw-figures.ts';
import { RunFailed } from './run-failed.ts';
import { WarmedStates } from './warmed-states.ts';

/** A baseline and how long it is warmed up. */
interface Ground {
  /** Tells one baseline from another as long as the worker lives. */
  number: number;
  portfolio: Portfolio;
  warmUpDays: number;
  /** What compiles arms under it, by the effects that they are without. */
  compilers: Map<string, Compiler>;
}

/** How many baselines a worker remembers; most work is on one. */
const KEPT_GROUNDS = 4;

/** So many events take a tenth of a second at the very most, and some milliseconds as a rule. */
const EVENTS_TO_A_REST = 5000;

/** Memory for warmed states: about 120 of South Ayrshire's, what one of two workers needs of 200. */
const WARMED_BYTES = 128 * 1024 * 1024;

/**
 * Return what prepares arms: resolves and compiles them, with one simulation
 * each that is used again for every replication.
 *
 * The length of the warm-up is found once for each baseline, with its effects
 * on and its figures at their best, and holds for all its arms. An arm without
 * effects is warmed up under a baseline without them, so that effects play no
 * part in it at all. What is returned throws `RunFailed` with the findings when
 * the changes do not make a portfolio.
 */
export function armPreparer(): PrepareArm {
  const grounds = new Map<string, Ground>();
  const warmed = new WarmedStates(WARMED_BYTES);
  const readings = new Readings();
  let met = 0;
  return (request, arm) => {
    const ground = groundOf(request, grounds, readings, () => ++met);
    const without = JSON.stringify(arm.withoutEffects ?? false);
    const compiler = ground.compilers.get(without) ?? compilerUnder(ground, request, arm, readings);
    ground.compilers.set(without, compiler);
    const { portfolio: scenario, warnings } = portfolioOf(request, arm.changes, arm, readings);
    const under = `${ground.number} ${without}`;
    const prepared = preparedWithInputs(arm.inputs, { compiler, scenario, warmed, under });
    return { ...prepared, warnings };
  };
}

function groundOf(
  request: WorkRequest,
  grounds: Map<string, Ground>,
  readings: Readings,
  nextNumber: () => number,
): Ground {
  const { model, baseline, warmUpDays } = request;
  const key = JSON.stringify([model, baseline, warmUpDays ?? null]);
  const known = grounds.get(key);
  if (known) return known;
  const { portfolio } = portfolioOf(request, baseline, { id: 'The baseline' }, readings);
  const days = warmUpDays ?? findWarmUp(portfolio).days;
  const ground = { number: nextNumber(), portfolio, warmUpDays: days, compilers: new Map() };
  grounds.set(key, ground);
  if (grounds.size > KEPT_GROUNDS) grounds.delete(grounds.keys().next().value as string);
  return ground;
}

/** Return what compiles arms without the effects that `arm` is without. */
function compilerUnder(
  ground: Ground,
  request: WorkRequest,
  arm: Arm,
  readings: Readings,
): Compiler {
  const baseline = arm.withoutEffects
    ? portfolioOf(request, request.baseline, arm, readings).portfolio
    : ground.portfolio;
  return new Compiler(baseline, ground.warmUpDays);
}

/** What an arm is made of. */
interface Parts {
  compiler: Compiler;
  scenario: Portfolio;
  warmed: WarmedStates;
  /** Names the baseline that the warm-up runs under, with what is drawn of it. */
  under: string;
}

function preparedWithInputs(inputs: Inputs | undefined, parts: Parts): PreparedArm {
  const at = (draw: (portfolio: Portfolio) => Portfolio, drawn: unknown) =>
    prepared({
      ...parts,
      compiler: new Compiler(draw(parts.compiler.baseline), parts.compiler.warmUpDays),
      scenario: draw(parts.scenario),
      under: `${parts.under} ${JSON.stringify(drawn)}`,
    });
  if (inputs === undefined) return prepared(parts);
  if (inputs.kind === 'given') {
    const { quantiles } = inputs;
    return at((portfolio) => figuresAt(portfolio, quantiles), quantiles);
  }
  return drawnArm(inputs.each, (seed, draw) => {
    const quantileOf = drawnQuantiles(seed, draw);
    return at((portfolio) => drawFigures(portfolio, quantileOf), [seed, draw]);
  });
}

function prepared({ compiler, scenario, warmed, under }: Parts): PreparedArm {
  const program = compiler.compile(scenario);
  const { warmUpDays } = program;
  const plan = planMeasures(program);
  const simulation = new Simulation(program);
  const name = `${under} ${warmed.numberOf(simulation.warmedName)}`;
  function* runWithRests(...of: ReplicationOf): Generator<void, Remarks> {
    const [seed, replication, follow, ...into] = of;
    const from = warmed.get(name, seed, replication);
    const keep = (state: WarmedState) => warmed.keep(name, seed, replication, state);
    const isWorthIt = warmUpDays > 0 && !from;
    simulation.begin(seed, replication, { follow, from, keep: isWorthIt ? keep : undefined });
    while (!simulation.advance(EVENTS_TO_A_REST)) yield;
    const record = simulation.end();
    measureReplication(program, plan, record, ...into);
    return {
      followed: follow > 0 ? structuredClone(record.followed) : [],
      notes: [],
      warmUp: warmUpHalves(record.warmUpPresent, warmUpDays),
    };
  }
  return { plan, runWithRests, run: (...of) => withoutRests(runWithRests(...of)) };
}

function withoutRests(replication: Generator<void, Remarks>): Remarks {
  for (;;) {
    const { done, value } = replication.next();
    if (done) return value;
  }
}

/** Means over half-years that end with the last whole month of the warm-up. */
function warmUpHalves(present: Float64Array, warmUpDays: number): WarmUpHalves {
  const months = Math.floor(warmUpDays / (365.25 / 12));
  if (months < 24) return { yearBefore: NaN, halfBefore: NaN, lastHalf: NaN };
  const half = (from: number) => present.subarray(from, from + 6).reduce((a, b) => a + b) / 6;
  return {
    yearBefore: half(months - 18),
    halfBefore: half(months - 12),
    lastHalf: half(months - 6),
  };
}

function portfolioOf(
  { model }: WorkRequest,
  changes: Change[],
  { id, withoutEffects = false }: Pick<Arm, 'id' | 'withoutEffects'>,
  readings: Readings,
): { portfolio: Portfolio; warnings: Finding[] } {
  const { value, findings } = resolve(model.raw, {
    id: model.id,
    changes,
    withoutEffects,
    readings,
  });
  if (value && !hasErrors(findings)) {
    return {
      portfolio: value,
      warnings: findings.filter(({ severity }) => severity === 'warning'),
    };
  }
  const first = findings.find(({ severity }) => severity === 'error');
  throw new RunFailed(`${id} cannot be run. ${first?.what ?? ''}`.trim(), findings);
}
