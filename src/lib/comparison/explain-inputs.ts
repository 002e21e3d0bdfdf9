import {
  leastClearCorrelation,
  partialRankCorrelations,
  rankCorrelation,
} from '../engine/rank-correlation.ts';
import { drawnQuantiles, inputsTriedAt, valueAt } from '../experiment/draw-figures.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { uncertainInputs, type UncertainInput } from '../portfolio/uncertain-inputs.ts';
import { drawnDifference, drawnValues } from './drawn-values.ts';
import type { Apart, ExplainedInput, SwitchingValue, Told } from './explanation.ts';
import {
  apartIn,
  apartMore,
  armsOfTwo,
  bothOf,
  pairsOf,
  type RunArms,
  type RunPair,
  type Two,
} from './explain-pair.ts';
import { findSwitch } from './find-switch.ts';
import { worthOfFigure, type Gains } from './value-of-information.ts';

/** The ends of a range, as the file means them. */
const LOW = 0.1;
const HIGH = 0.9;

/**
 * Return the inputs of some portfolios that can be run by themselves in all that have them, each
 * once. A share that is all of its whole has no partner to take what it leaves: no run is at its end.
 */
export function inputsToTry(portfolios: readonly Portfolio[]): UncertainInput[] {
  const tried = portfolios.map((one) => inputsTriedAt(one, [LOW, HIGH]));
  const stuck = new Set<string>();
  for (const [i, portfolio] of portfolios.entries()) {
    const free = new Set(tried[i].map(({ key }) => key));
    for (const { key } of uncertainInputs(portfolio)) if (!free.has(key)) stuck.add(key);
  }
  const inputs = new Map<string, UncertainInput>();
  for (const input of tried.flat()) {
    if (!stuck.has(input.key) && !inputs.has(input.key)) inputs.set(input.key, input);
  }
  return [...inputs.values()];
}

/** Further runs to find where the preference changes. */
export const SWITCH_STEPS = 4;

/** Differences by draw, where they can be told, with the numbers of those draws. */
interface ByDraw {
  draws: number[];
  differences: Float64Array;
}

/** Return a measure's difference draw by draw; null where a side lacks the measure. */
export function differencesByDraw(
  drawn: RunPair,
  each: number,
  measure: Pick<Told, 'id' | 'by'>,
): ByDraw | null {
  const both = bothOf(drawn, measure);
  if (!both) return null;
  const { estimates } = drawnDifference(
    drawnValues(both.mine, each),
    drawnValues(both.theirs, each),
  );
  const draws = [...estimates.keys()].filter((d) => !Number.isNaN(estimates[d]));
  return { draws, differences: Float64Array.from(draws, (d) => estimates[d]) };
}

/** Return an input's quantiles in some draws. */
export function quantilesOf(key: string, seed: number, draws: readonly number[]): Float64Array {
  return Float64Array.from(draws, (draw) => drawnQuantiles(seed, draw)(key));
}

/**
 * Return the inputs that are worth running by themselves: of `most`, the first
 * `named` (two in three) are those that the first measure follows most closely
 * over the draws, and the others come from the other headlines in turn.
 */
export function screened(
  inputs: readonly UncertainInput[],
  seed: number,
  outcomes: readonly ByDraw[],
  most: number,
  named = Math.ceil((most * 2) / 3),
): UncertainInput[] {
  const orders = outcomes.map(({ draws, differences }) => {
    const strength = new Map(
      inputs.map(({ key }) => [
        key,
        Math.abs(rankCorrelation(quantilesOf(key, seed, draws), differences)),
      ]),
    );
    const of = ({ key }: UncertainInput) => strength.get(key) ?? 0;
    return [...inputs].sort((a, b) => of(b) - of(a) || (a.key < b.key ? -1 : 1));
  });
  const kept = new Set<UncertainInput>();
  for (const input of orders[0]?.slice(0, named) ?? []) kept.add(input);
  for (let place = 0; place < inputs.length; place++) {
    for (const order of [...orders.slice(1), ...orders.slice(0, 1)]) {
      if (kept.size >= Math.min(most, inputs.length)) return [...kept];
      kept.add(order[place]);
    }
  }
  return [...kept];
}

/** One input at both ends of its range. */
export interface BothEnds {
  input: UncertainInput;
  low: RunPair;
  high: RunPair;
}

/** Run the two scenarios with each input at its low and its high end, the others at their best. */
export async function runEnds(
  run: RunArms,
  two: Two,
  inputs: readonly UncertainInput[],
  replications: number,
): Promise<BothEnds[]> {
  const ends: BothEnds[] = [];
  for (const input of inputs) {
    const arms = [LOW, HIGH].flatMap((at) => armsAt(two, input, at));
    const [low, high] = pairsOf(await run(arms, replications));
    ends.push({ input, low, high });
  }
  return ends;
}

/**
 * Return where, between the ends of an input's range, the difference changes its
 * sign; null where it has the same sign at both ends and at the best value;
 * 'cannot tell' where one of the differences that would show it cannot be told.
 * A place where there is no difference at all has no sign: the preference ends
 * there, it does not turn round.
 */
export async function switchingValue(
  run: RunArms,
  two: Two,
  { input, low, high }: BothEnds,
  measure: Told,
  answer: Apart,
  replications: number,
): Promise<SwitchingValue | 'cannot tell' | null> {
  const all = [
    { quantile: LOW, difference: apartIn(low, measure).difference },
    { quantile: 0.5, difference: answer.difference },
    { quantile: HIGH, difference: apartIn(high, measure).difference },
  ];
  const places = all.flatMap(({ quantile, difference }) =>
    difference === null || difference === 0 ? [] : [{ quantile, difference }],
  );
  const at = places.findIndex(
    ({ difference }, i) => i > 0 && difference > 0 !== places[i - 1].difference > 0,
  );
  if (at < 0) return all.some(({ difference }) => difference === null) ? 'cannot tell' : null;
  const evaluate = async (quantile: number) => {
    const [pair] = pairsOf(await run(armsAt(two, input, quantile), replications));
    return apartIn(pair, measure).difference;
  };
  const found = await findSwitch(evaluate, places[at - 1], places[at], SWITCH_STEPS);
  if (!found) return 'cannot tell';
  const value = (quantile: number) => valueAt(input.figure, quantile);
  return {
    value: value(found.quantile),
    from: value(found.from.quantile),
    to: value(found.to.quantile),
  };
}

function armsAt(two: Two, { key }: UncertainInput, quantile: number) {
  return armsOfTwo(two, { inputs: { kind: 'given', quantiles: { [key]: quantile } } });
}

/** What draws say of the inputs that were run by themselves, in their order. */
export interface FromDraws {
  rankCorrelation: number;
  partialRankCorrelation: number | null;
  isClear: boolean;
  worthKnowing: number | null;
}

/**
 * Return what the draws say of each input; `all` is how many inputs the model
 * has, for what luck alone could give one of them. `gains` are of the same draws;
 * null where neither more nor less is better.
 */
export function fromDraws(
  inputs: readonly UncertainInput[],
  seed: number,
  { draws, differences }: ByDraw,
  gains: Gains | null,
  all: number,
): FromDraws[] {
  const quantiles = inputs.map(({ key }) => quantilesOf(key, seed, draws));
  const partial = partialRankCorrelations(quantiles, differences);
  const least = leastClearCorrelation(draws.length, all);
  return quantiles.map((own, i) => {
    const strength = rankCorrelation(own, differences);
    const isClear = Math.abs(strength) > least;
    return {
      rankCorrelation: strength,
      partialRankCorrelation: partial?.[i] ?? null,
      isClear,
      worthKnowing: isClear && gains ? worthOfFigure(own, gains) : null,
    };
  });
}

/** Return an input with all that was found of it. */
export function explainedInput(
  { input, low, high }: BothEnds,
  measure: Told,
  said: FromDraws | undefined,
  switching: SwitchingValue | 'cannot tell' | null | undefined,
): ExplainedInput {
  const { key, figure, mechanism } = input;
  const swing = apartMore(high, low, measure);
  // What changes no bit at either end follows nothing, whatever luck gave over the draws.
  const isIdle = swing.difference === 0 && swing.low === 0 && swing.high === 0;
  const isClear = !isIdle && (said?.isClear ?? false);
  return {
    key,
    ...(mechanism === undefined ? {} : { mechanism }),
    low: figure.low,
    best: figure.value,
    high: figure.high,
    dimension: figure.dimension,
    written: figure.written,
    rankCorrelation: said?.rankCorrelation ?? null,
    partialRankCorrelation: said?.partialRankCorrelation ?? null,
    isClear,
    atLow: apartIn(low, measure),
    atHigh: apartIn(high, measure),
    swing,
    ...switchingFound(switching),
    worthKnowing: isClear ? (said?.worthKnowing ?? null) : null,
  };
}

function switchingFound(
  switching: SwitchingValue | 'cannot tell' | null | undefined,
): Pick<ExplainedInput, 'switching' | 'switchingUntold'> {
  if (switching === undefined) return {};
  return switching === 'cannot tell' ? { switchingUntold: true } : { switching };
}
