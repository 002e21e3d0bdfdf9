import type { Measure } from '../measures/measure.ts';
import { explainMeasure, trialsOf, verdictsOf } from './explain-measure.ts';
import type { RunArms } from './explain-pair.ts';
import { sizeOfRuns, type ExplainPlan } from './explain-plan.ts';
import { runExplanation } from './explain-runs.ts';
import type { Explanation, HeadlinesExplained } from './explanation.ts';

/** What an explanation says, without what the caller knows of the run. */
export type Explained = Omit<Explanation, 'engine' | 'portfolio'>;

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
  const runs = await runExplanation(plan, run, choose);
  const explained = await explainMeasure(runs, runs.wanted[0], plan, run);
  return {
    ...headOf(plan),
    drawn: { inputs: runs.uncertain, draws: runs.draws, each: plan.each },
    ...explained,
    trials: trialsOf(runs),
    verdicts: verdictsOf(runs, plan.each),
  };
}

/** How hard one step of an explanation looks. */
export type StepSize = Pick<ExplainPlan, 'replications' | 'draws' | 'most'>;

/**
 * The steps of an explanation that somebody waits for: a first look that says
 * what it rests on, then sharper ones. The last is what `bide explain` takes
 * when nothing else is asked for, with a few more inputs, since all headlines
 * share them.
 */
export const STEPS: readonly StepSize[] = [
  { replications: 5, draws: 20, most: 3 },
  { replications: 10, draws: 50, most: 8 },
  { replications: 30, draws: 100, most: 12 },
];

/** Told while an explanation is worked out. */
export interface OnExplained {
  /** After each step, what is known by then. */
  step?: (explained: HeadlinesExplained, isLast: boolean) => void;
  /** Replications of the step that goes on: done, and how many it takes at the most. */
  progress?: (done: number, total: number, step: number) => void;
}

/** Runs arms and tells how many of their replications are still to be done. */
export type RunCounted = (
  ...asked: [...Parameters<RunArms>, onLeft: (left: number) => void]
) => ReturnType<RunArms>;

/**
 * Explain the difference in every headline, step by step, all of them from the
 * same runs. Return what the last step says.
 *
 * Each step depends on its own size alone, not on the steps before it; what
 * they have in common is run once where `run` keeps what it has run.
 */
export async function explainInSteps(
  plan: Omit<ExplainPlan, keyof StepSize>,
  steps: readonly StepSize[],
  run: RunCounted,
  on: OnExplained = {},
): Promise<HeadlinesExplained> {
  let last: HeadlinesExplained | null = null;
  for (const [i, size] of steps.entries()) {
    const whole = { ...plan, ...size };
    let total = sizeOfRuns(whole);
    let done = 0;
    on.progress?.(0, total, i);
    last = await explainHeadlines(whole, async (arms, replications, baseline) => {
      const asked = arms.length * replications;
      // The search for switching values comes on top: nobody knows before how much there is of it.
      total = Math.max(total, done + asked);
      const onLeft = (left: number) => on.progress?.(done + asked - left, total, i);
      const result = await run(arms, replications, baseline, onLeft);
      done += asked;
      on.progress?.(done, total, i);
      return result;
    });
    on.step?.(last, i === steps.length - 1);
  }
  if (!last) throw new RangeError('An explanation has one step or more.');
  return last;
}

/** Explain the difference in every headline. */
async function explainHeadlines(plan: ExplainPlan, run: RunArms): Promise<HeadlinesExplained> {
  const runs = await runExplanation(plan, run);
  const measures = [];
  for (const measure of runs.wanted) {
    measures.push(await explainMeasure(runs, measure, plan, run));
  }
  return {
    ...headOf(plan),
    drawn: { inputs: runs.uncertain, draws: runs.draws, each: plan.each },
    measures,
    trials: trialsOf(runs),
    verdicts: verdictsOf(runs, plan.each),
  };
}

function headOf({ seed, replications, baseline, scenario }: ExplainPlan) {
  return {
    seed,
    replications,
    baseline: { id: baseline.id, title: baseline.title },
    scenario: { id: scenario.id, title: scenario.title },
  };
}
