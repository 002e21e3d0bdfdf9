import type { ArmResult, RunResult } from '../experiment/merge.ts';
import { compareArms } from './compare-arms.ts';
import type { Measure } from '../measures/measure.ts';
import { armWithoutEffects } from './effect-arms.ts';
import { drawnValues } from './drawn-values.ts';
import { endingCurves } from './ending-curves.ts';
import { estimate } from './estimate.ts';
import { futuresOf } from './futures.ts';
import { heldTogether } from './held-together.ts';
import { gapDifferences, gapEstimates } from './gap.ts';
import { measureKey } from './measure-key.ts';
import { overFigures } from './over-figures.ts';
import { seriesEstimate } from './series-estimate.ts';
import type { Estimate, Futures, Renewal, ScenarioSummary, Summary } from './summary.ts';
import { waitingNotes } from './waiting-notes.ts';
import { warmUpNotes } from './warm-up-notes.ts';

/** A run and what it was about. */
export interface Summarised {
  engine: string;
  portfolio: Summary['portfolio'];
  result: RunResult;
  /** In the order shown; each has an arm of its id in the result. */
  scenarios: { id: string; title: string; story: string }[];
  /** Id of the scenario that the others are compared with; null: no comparison. */
  baseline: string | null;
  /** The same scenarios with figures drawn, and how. */
  drawn?: {
    inputs: number;
    each: number;
    result: RunResult | null;
    /** True: differences say in how many single futures the scenario does better, too. */
    countsFutures?: boolean;
  };
  /** The same scenarios under the other reading of renewal. */
  otherRenewal?: { read: Renewal; other: Renewal; result: RunResult };
  /** True: ranges of differences hold for all the scenarios together. */
  isSimultaneous?: boolean;
  precision?: Summary['precision'];
}

/**
 * Return what pages, papers and the command line show of a run.
 *
 * Where the result holds the arms without assumed effects, each difference says
 * what is left of it without them. Simultaneous ranges are those of
 * Bonferroni over the scenarios compared. Throws when an arm is missing: that
 * is our own mistake.
 */
export function summarise(what: Summarised): Summary {
  const { engine, portfolio, result, scenarios, baseline, drawn, otherRenewal, precision } = what;
  const armOf = armsOf(result);
  const others = baseline === null ? [] : scenarios.filter(({ id }) => id !== baseline);
  const drawnArm = drawn?.result ? armsOf(drawn.result) : null;
  const { each = 1, countsFutures = false } = drawn ?? {};
  const otherArm = otherRenewal ? armsOf(otherRenewal.result) : null;
  const summary: Summary = {
    engine,
    portfolio,
    seed: result.seed,
    replications: result.replications,
    warmUpDays: armOf(scenarios[0].id).plan.warmUpDays,
    notes: notesOf(
      scenarios.map(({ id, title }) => ({
        title,
        notes: [...armOf(id).notes, ...warmUpNotes(armOf(id)), ...waitingNotes(armOf(id))],
      })),
    ),
    scenarios: scenarios.map(({ id, title, story }) => ({
      id,
      title,
      story,
      ...summariseArm(
        armOf(id),
        drawnArm && { arm: drawnArm(id), each },
        baseline === null && otherArm ? otherArm(id) : null,
      ),
    })),
    comparisons: others.map(({ id }) => {
      const against = baseline as string;
      const pairOf = (arm: (id: string) => ArmResult) => ({
        scenario: arm(id),
        baseline: arm(against),
      });
      const hasOff = result.arms.some((arm) => arm.id === armWithoutEffects(id));
      const withoutEffects = hasOff ? pairOf((of) => armOf(armWithoutEffects(of))) : null;
      const differences = compareArms({
        ...pairOf(armOf),
        withoutEffects,
        ...(drawnArm ? { drawn: { ...pairOf(drawnArm), each, countsFutures } } : {}),
        ...(otherArm ? { otherRenewal: pairOf(otherArm) } : {}),
      });
      const gaps = gapDifferences({ ...pairOf(armOf), withoutEffects });
      return { scenario: id, baseline: against, differences: [...differences, ...gaps] };
    }),
    ...(drawn
      ? { drawn: { inputs: drawn.inputs, each, draws: (drawn.result?.replications ?? 0) / each } }
      : {}),
    ...(otherRenewal ? { renewal: { read: otherRenewal.read, other: otherRenewal.other } } : {}),
    ...(precision ? { precision } : {}),
  };
  return what.isSimultaneous ? heldTogether(summary) : summary;
}

/** Return what finds a run's arms by their ids. */
function armsOf({ arms }: RunResult): (id: string) => ArmResult {
  const byId = new Map(arms.map((arm) => [arm.id, arm]));
  return (id) => {
    const arm = byId.get(id);
    if (!arm) throw new Error(`The run has no arm ${id}.`);
    return arm;
  };
}

function summariseArm(
  arm: ArmResult,
  drawn: { arm: ArmResult; each: number } | null,
  otherRenewal: ArmResult | null,
): Omit<ScenarioSummary, 'id' | 'title' | 'story'> {
  const { measures, series } = arm.plan;
  return {
    measures: [
      ...measures.map((measure) => ({
        ...estimate(arm, measure),
        ...futures(arm, measure),
        ...(drawn ? { overFigures: estimateOverFigures(measure, drawn) } : {}),
        ...(otherRenewal ? readOtherwise(otherRenewal, measure) : {}),
      })),
      ...gapEstimates(arm),
    ],
    series: series.map((one) => seriesEstimate(arm, one)),
    endings: endingCurves(arm),
    threads: arm.followed,
  };
}

/** Single futures are kept of headlines alone: there are many measures. */
function futures(arm: ArmResult, measure: Measure): { futures?: Futures } {
  const found = measure.headline ? futuresOf({ arm, measure }) : null;
  return found ? { futures: found } : {};
}

function readOtherwise(
  arm: ArmResult,
  { id, by, headline }: Measure,
): Pick<Estimate, 'otherRenewal'> {
  const key = measureKey({ id, by });
  const same = headline && arm.plan.measures.find((measure) => measureKey(measure) === key);
  if (!same) return {};
  const { mean, low, high } = estimate(arm, same);
  return { otherRenewal: { mean, low, high } };
}

function estimateOverFigures(measure: Measure, { arm, each }: { arm: ArmResult; each: number }) {
  return overFigures(drawnValues({ arm, measure }, each))?.over ?? null;
}

/** A note that every scenario has is said once; others say whose they are. */
function notesOf(scenarios: { title: string; notes: string[] }[]): string[] {
  const all = [...new Set(scenarios.flatMap(({ notes }) => notes))];
  return all.flatMap((note) => {
    const having = scenarios.filter(({ notes }) => notes.includes(note));
    if (having.length === scenarios.length) return [note];
    return having.map(({ title }) => `${title}: ${note}`);
  });
}
