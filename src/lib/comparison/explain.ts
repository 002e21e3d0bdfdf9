import { leastClearCorrelation } from '../engine/rank-correlation.ts';
import type { Measure } from '../measures/measure.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { Portfolio, Scenario } from '../portfolio/portfolio.ts';
import { resolve } from '../portfolio/resolve.ts';
import { uncertainInputs, type UncertainInput } from '../portfolio/uncertain-inputs.ts';
import { drawnDifference, drawnValues } from './drawn-values.ts';
import {
  differencesByDraw,
  explainedInput,
  fromDraws,
  runEnds,
  screened,
  SWITCH_STEPS,
  switchingValue,
  type BothEnds,
} from './explain-inputs.ts';
import {
  apartIn,
  apartMore,
  armsOfTwo,
  bothOf,
  pairsOf,
  type RunArms,
  type RunPair,
} from './explain-pair.ts';
import { mechanismsOf, otherStructures, runTrials, type TriedPair } from './explain-trials.ts';
import type { Apart, Explanation, ExplainedInput, Told } from './explanation.ts';
import { measureKey } from './measure-key.ts';
import { overFigures, shareOfDrawsBetter, type Spread } from './over-figures.ts';
import type { DifferenceOverFigures } from './summary.ts';
import { worthOfAllFigures } from './value-of-information.ts';
import { standingOf, verdictOf } from './verdict-of.ts';

/** What is to be explained, and how hard to look. */
export interface ExplainPlan {
  model: { id: string; raw: PortfolioFile; portfolio: Portfolio };
  baseline: Scenario;
  scenario: Scenario;
  seed: number;
  replications: number;
  draws: number;
  /** Futures with each draw, two or more. */
  each: number;
  /** How many inputs are run by themselves. */
  most: number;
}

/** What an explanation says, without what the caller knows of the run. */
export type Explained = Omit<Explanation, 'engine' | 'portfolio'>;

/** For how many inputs the place where the preference changes is looked for. */
const MOST_SWITCHES = 5;

/** Return how many replications of arms an explanation takes at the most. */
export function sizeOfExplanation(plan: ExplainPlan): number {
  const { model, replications, draws, each, most } = plan;
  const inputs = Math.min(most, inputsOf(plan).length);
  const trials = 5 + mechanismsOf(model.portfolio).length + otherStructures(model.portfolio).length;
  const switches = Math.min(inputs, MOST_SWITCHES) * SWITCH_STEPS;
  return 2 * (replications * (trials + 2 * inputs + switches) + draws * each);
}

/**
 * Explain the difference between two scenarios in one measure, and say of every
 * headline whether its answer stands.
 *
 * `choose` names the measure among those of the scenario's plan. Deterministic:
 * `run` is the only way out.
 */
export async function explain(
  plan: ExplainPlan,
  choose: (measures: readonly Measure[]) => Measure,
  run: RunArms,
): Promise<Explained> {
  const { model, seed, replications, each, most } = plan;
  const two = { baseline: plan.baseline.changes, scenario: plan.scenario.changes };
  const inputs = inputsOf(plan);
  const draws = inputs.length > 0 ? plan.draws : 0;
  const [main] = pairsOf(await run(armsOfTwo(two), replications));
  const named = told(choose(main.scenario.plan.measures));
  const wanted = wantedMeasures(main, named);
  const answer = apartIn(main, named);

  const drawnArms = armsOfTwo(two, { inputs: { kind: 'drawn', each } });
  const drawn = draws > 0 ? pairsOf(await run(drawnArms, draws * each))[0] : null;
  const outcomes = drawn
    ? wanted.flatMap((measure) => differencesByDraw(drawn, each, measure) ?? [])
    : [];
  const kept = screened(inputs, seed, outcomes, most);
  const ends = await runEnds(run, two, kept, replications);
  const trials = await runTrials(run, two, model, replications);

  const own = drawn && differencesByDraw(drawn, each, named);
  const said = own ? fromDraws(kept, seed, own, named, inputs.length) : [];
  const order = [...ends.keys()].sort((a, b) => swingOf(ends[b], named) - swingOf(ends[a], named));
  const explained: ExplainedInput[] = [];
  for (const [place, i] of order.entries()) {
    const looksFor = place < MOST_SWITCHES;
    const switching = looksFor
      ? await switchingValue(run, two, ends[i], named, answer, replications)
      : undefined;
    explained.push(explainedInput(ends[i], named, said[i], switching));
  }

  const tried = [...trials, ...ends.flatMap(trialsOfEnds)];
  const spread = drawn && spreadOf(drawn, each, named);
  const gains = spread?.steadied.map((value) => (named.better === 'lower' ? -value : value));
  return {
    seed,
    replications,
    baseline: { id: plan.baseline.id, title: plan.baseline.title },
    scenario: { id: plan.scenario.id, title: plan.scenario.title },
    measure: named,
    answer,
    drawn: { inputs: inputs.length, draws, each },
    overFigures: spread && overOf(spread, named),
    inputs: explained,
    leastClearCorrelation: own ? leastClearCorrelation(own.draws.length, inputs.length) : null,
    worthOfAllFigures: gains && named.better !== 'neither' ? worthOfAllFigures(gains) : null,
    mechanisms: trials.flatMap(({ tried: of, pair }) =>
      of.kind === 'without' && of.mechanism !== null
        ? [{ mechanism: of.mechanism, adds: apartMore(main, pair, named) }]
        : [],
    ),
    trials: tried.map(({ tried: of, pair }) => ({
      tried: of,
      differences: wanted.map((measure) => {
        const apart = apartIn(pair, measure);
        const standing = standingOf(apartIn(main, measure), apart);
        return { id: measure.id, by: measure.by, ...apart, standing };
      }),
    })),
    verdicts: wanted
      .filter((measure) => isHeadline(main, measure))
      .map((measure) => {
        const one = drawn && spreadOf(drawn, each, measure);
        const judged = tried.map(({ tried: of, pair }) => ({
          tried: of,
          ...apartIn(pair, measure),
        }));
        return verdictOf(measure, apartIn(main, measure), one && overOf(one, measure), judged);
      }),
  };
}

/** The uncertain inputs of the baseline, then those that only the scenario has. */
function inputsOf({ model, baseline, scenario }: ExplainPlan): UncertainInput[] {
  const inputs = new Map<string, UncertainInput>();
  for (const { changes } of [baseline, scenario]) {
    const { value } = resolve(model.raw, { id: model.id, changes });
    if (!value) throw new Error('A scenario was read and cannot be read again.');
    for (const input of uncertainInputs(value)) {
      if (!inputs.has(input.key)) inputs.set(input.key, input);
    }
  }
  return [...inputs.values()];
}

/** The named measure first, then the headlines that both sides have. */
function wantedMeasures(pair: RunPair, named: Told): Told[] {
  const headlines = pair.scenario.plan.measures
    .filter((measure) => measure.headline && bothOf(pair, measure))
    .map(told);
  const key = measureKey(named);
  return [named, ...headlines.filter((measure) => measureKey(measure) !== key)];
}

function isHeadline(pair: RunPair, measure: Told): boolean {
  return bothOf(pair, measure)?.mine.measure.headline ?? false;
}

function told({ id, by, unit, better }: Measure): Told {
  return { id, by, unit, better };
}

function swingOf({ low, high }: BothEnds, measure: Told): number {
  const swing: Apart = apartMore(high, low, measure);
  return swing.difference === null ? -1 : Math.abs(swing.difference);
}

function trialsOfEnds({ input: { key }, low, high }: BothEnds): TriedPair[] {
  return [
    { tried: { kind: 'input', key, end: 'low' }, pair: low },
    { tried: { kind: 'input', key, end: 'high' }, pair: high },
  ];
}

function spreadOf(drawn: RunPair, each: number, measure: Told): Spread | null {
  const both = bothOf(drawn, measure);
  if (!both) return null;
  return overFigures(drawnDifference(drawnValues(both.mine, each), drawnValues(both.theirs, each)));
}

function overOf(spread: Spread, { better }: Told): DifferenceOverFigures {
  return { ...spread.over, shareBetter: shareOfDrawsBetter(spread.steadied, better) };
}
