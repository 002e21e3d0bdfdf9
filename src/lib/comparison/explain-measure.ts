import { leastClearCorrelation } from '../engine/rank-correlation.ts';
import { drawnDifference, drawnValues } from './drawn-values.ts';
import {
  differencesByDraw,
  explainedInput,
  fromDraws,
  switchingValue,
  type BothEnds,
} from './explain-inputs.ts';
import { apartIn, apartMore, bothOf, type RunArms, type RunPair } from './explain-pair.ts';
import { MOST_SWITCHES, type ExplainPlan } from './explain-plan.ts';
import type { ExplanationRuns } from './explain-runs.ts';
import type { TriedPair } from './explain-trials.ts';
import type { ExplainedInput, MeasureExplained, Told, Trial, Verdict } from './explanation.ts';
import { levelTogether } from './held-together.ts';
import { differenceOver, gainsOf, overFigures, type Spread } from './over-figures.ts';
import { worthOfAllFigures } from './value-of-information.ts';
import { clearSign, standingOf, verdictOf } from './verdict-of.ts';

/**
 * Return what drives one measure's difference; `run` searches for where the preference changes,
 * where there is a clear difference: else there is no preference that could change.
 */
export async function explainMeasure(
  { two, main, drawn, inputs, ends, trials }: ExplanationRuns,
  measure: Told,
  { seed, replications, each }: ExplainPlan,
  run: RunArms,
): Promise<MeasureExplained> {
  const answer = apartIn(main, measure);
  const switches = clearSign(answer) === 0 ? 0 : MOST_SWITCHES;
  const own = drawn && differencesByDraw(drawn, each, measure);
  const kept = ends.map(({ input }) => input);
  const spread = drawn && spreadOf(drawn, each, measure);
  const gains = spread && measure.better !== 'neither' ? gainsOf(spread, measure.better) : null;
  const said = own ? fromDraws(kept, seed, own, gains, inputs.length) : [];
  const order = [...ends.keys()].sort(
    (a, b) => swingOf(ends[b], measure) - swingOf(ends[a], measure),
  );
  const explained: ExplainedInput[] = [];
  for (const [place, i] of order.entries()) {
    const looksFor = place < switches;
    const switching = looksFor
      ? await switchingValue(run, two, ends[i], measure, answer, replications)
      : undefined;
    explained.push(explainedInput(ends[i], measure, said[i], switching));
  }
  return {
    measure,
    answer,
    overFigures: spread && differenceOver(spread, measure.better),
    inputs: explained,
    leastClearCorrelation: own ? leastClearCorrelation(own.draws.length, inputs.length) : null,
    worthOfAllFigures: gains && worthOfAllFigures(gains),
    mechanisms: trials.flatMap(({ tried: of, pair }) =>
      of.kind === 'without' && of.mechanism !== null
        ? [{ mechanism: of.mechanism, adds: apartMore(main, pair, measure) }]
        : [],
    ),
  };
}

/** Return how every wanted measure fares in everything that was tried. */
export function trialsOf({ main, wanted, ...runs }: ExplanationRuns): Trial[] {
  const looked = wanted.map((measure) => lookedAt(runs, measure));
  return allTried(runs).map(({ tried }, i) => ({
    tried,
    differences: wanted.map((measure, m) => {
      const { difference, low, high } = looked[m][i];
      const standing = standingOf(apartIn(main, measure), looked[m][i]);
      return { id: measure.id, by: measure.by, difference, low, high, standing };
    }),
  }));
}

/** Return whether the answers stand, for every headline. */
export function verdictsOf(
  { main, drawn, uncertain, notDescribed, wanted, ...runs }: ExplanationRuns,
  each: number,
): Verdict[] {
  return wanted
    .filter((measure) => isHeadline(main, measure))
    .map((measure) => {
      const one = drawn && spreadOf(drawn, each, measure);
      const overFigures = one && differenceOver(one, measure.better);
      const grounds = { overFigures, isUncertain: uncertain > 0, notDescribed };
      return verdictOf(measure, apartIn(main, measure), grounds, lookedAt(runs, measure));
    });
}

/** Return a measure under every way of looking, by itself and together with all that can be told. */
function lookedAt(runs: Pick<ExplanationRuns, 'trials' | 'ends'>, measure: Told) {
  const looked = allTried(runs).map(({ tried, pair }) => ({
    ...{ tried, pair, apart: apartIn(pair, measure) },
  }));
  const level = levelTogether(looked.filter(({ apart }) => apart.difference !== null).length);
  return looked.map(({ tried, pair, apart }) => ({
    ...{ tried, ...apart, together: apartIn(pair, measure, level) },
  }));
}

function allTried({ trials, ends }: Pick<ExplanationRuns, 'trials' | 'ends'>): TriedPair[] {
  return [...trials, ...ends.flatMap(trialsOfEnds)];
}

function isHeadline(pair: RunPair, measure: Told): boolean {
  return bothOf(pair, measure)?.mine.measure.headline ?? false;
}

function swingOf({ low, high }: BothEnds, measure: Told): number {
  const swing = apartMore(high, low, measure);
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
