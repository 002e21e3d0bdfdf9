import type { Measure } from '../measures/measure.ts';
import type { Structure } from '../portfolio/leaving-rule.ts';
import type { UncertainInput } from '../portfolio/uncertain-inputs.ts';
import { differencesByDraw, runEnds, screened, type BothEnds } from './explain-inputs.ts';
import {
  armsOfTwo,
  bothOf,
  pairsOf,
  type RunArms,
  type RunPair,
  type Two,
} from './explain-pair.ts';
import { countOfInputs, inputsOf, type ExplainPlan } from './explain-plan.ts';
import { runTrials, structuresNotDescribed, type TriedPair } from './explain-trials.ts';
import type { Told } from './explanation.ts';
import { measureKey } from './measure-key.ts';

/** Everything that was run to explain a difference; every measure is read from the same runs. */
export interface ExplanationRuns {
  two: Two;
  /** Every figure at its best value. */
  main: RunPair;
  /** Figures drawn; null where none has a range, or none are drawn. */
  drawn: RunPair | null;
  draws: number;
  /** How many figures have a range. */
  uncertain: number;
  /** Those of them that can be tried by themselves. */
  inputs: UncertainInput[];
  /** The inputs run by themselves. */
  ends: BothEnds[];
  trials: TriedPair[];
  /** Structures of leaving that the model does not describe. */
  notDescribed: Structure[];
  /** The named measure first, where one is named, then the headlines that both sides have. */
  wanted: Told[];
}

/**
 * Run two scenarios in every way that an explanation looks at. `choose` names
 * the measure that inputs are screened by first; without it all headlines have
 * an equal say.
 */
export async function runExplanation(
  plan: ExplainPlan,
  run: RunArms,
  choose?: (measures: readonly Measure[]) => Measure,
): Promise<ExplanationRuns> {
  const { model, seed, replications, each, most } = plan;
  const two = { baseline: plan.baseline.changes, scenario: plan.scenario.changes };
  const inputs = inputsOf(plan);
  const uncertain = countOfInputs(plan);
  const draws = uncertain > 0 ? plan.draws : 0;
  const [main] = pairsOf(await run(armsOfTwo(two), replications));
  const named = choose && told(choose(main.scenario.plan.measures));
  const wanted = wantedMeasures(main, named);
  const drawnArms = armsOfTwo(two, { inputs: { kind: 'drawn', each } });
  const drawn = draws > 0 ? pairsOf(await run(drawnArms, draws * each))[0] : null;
  const outcomes = drawn
    ? wanted.flatMap((measure) => differencesByDraw(drawn, each, measure) ?? [])
    : [];
  const kept = screened(inputs, seed, outcomes, most, named === undefined ? 0 : undefined);
  const ends = await runEnds(run, two, kept, replications);
  const trials = await runTrials(run, two, model, replications);
  const notDescribed = structuresNotDescribed(model.portfolio);
  return { two, main, drawn, draws, uncertain, inputs, ends, trials, notDescribed, wanted };
}

function wantedMeasures(pair: RunPair, named: Told | undefined): Told[] {
  const headlines = pair.scenario.plan.measures
    .filter((measure) => measure.headline && bothOf(pair, measure))
    .map(told);
  if (!named) return headlines;
  const key = measureKey(named);
  return [named, ...headlines.filter((measure) => measureKey(measure) !== key)];
}

function told({ id, by, unit, better }: Measure): Told {
  return { id, by, unit, better };
}
