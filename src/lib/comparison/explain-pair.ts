import type { ArmResult, RunResult } from '../experiment/merge.ts';
import type { Arm } from '../experiment/run-request.ts';
import type { Measure } from '../measures/measure.ts';
import type { Change } from '../portfolio/portfolio.ts';
import { contrast } from './contrast.ts';
import { difference } from './difference.ts';
import type { Apart, Told } from './explanation.ts';
import { measureKey } from './measure-key.ts';

/** Runs arms under a baseline of their own; without one, under the model as it is. */
export type RunArms = (
  arms: Arm[],
  replications: number,
  baseline?: Change[],
) => Promise<RunResult>;

/** A baseline and a scenario run under one way of looking. */
export interface RunPair {
  baseline: ArmResult;
  scenario: ArmResult;
}

/** The two scenarios that are explained: their changes to the model. */
export interface Two {
  baseline: Change[];
  scenario: Change[];
}

/** Return the two as arms, each with the same twist and with `also` made after its own changes. */
export function armsOfTwo(
  two: Two,
  twist: Partial<Pick<Arm, 'withoutEffects' | 'inputs'>> = {},
  also: (changes: Change[]) => Change[] = () => [],
): [Arm, Arm] {
  const arm = (id: keyof Two): Arm => ({
    ...twist,
    id: `${id} ${JSON.stringify(twist)}`,
    changes: [...two[id], ...also(two[id])],
  });
  return [arm('baseline'), arm('scenario')];
}

/** Return the pairs of a run of arms that come two by two. */
export function pairsOf({ arms }: RunResult): RunPair[] {
  return arms.flatMap((arm, i) => (i % 2 === 0 ? [{ baseline: arm, scenario: arms[i + 1] }] : []));
}

/** Return a measure's difference in a pair, at `level`; nothing to tell where either lacks it. */
export function apartIn(pair: RunPair, wanted: Pick<Told, 'id' | 'by'>, level = 0.95): Apart {
  const both = bothOf(pair, wanted);
  if (!both) return { difference: null, low: null, high: null };
  const { value, low, high } = difference(both.mine, both.theirs, level);
  return { difference: value, low, high };
}

/** Return by how much a difference is greater in one pair than in another. */
export function apartMore(more: RunPair, less: RunPair, wanted: Pick<Told, 'id' | 'by'>): Apart {
  const [a, b] = [bothOf(more, wanted), bothOf(less, wanted)];
  if (!a || !b) return { difference: null, low: null, high: null };
  const { value, low, high } = contrast([
    { ...a.mine, sign: 1 },
    { ...a.theirs, sign: -1 },
    { ...b.mine, sign: -1 },
    { ...b.theirs, sign: 1 },
  ]);
  return { difference: value, low, high };
}

/** Return the measure on both sides of a pair, or null. */
export function bothOf({ baseline, scenario }: RunPair, wanted: Pick<Told, 'id' | 'by'>) {
  const [mine, theirs] = [scenario, baseline].map((arm) => ({ arm, measure: like(arm, wanted) }));
  if (!mine.measure || !theirs.measure) return null;
  return {
    mine: { arm: mine.arm, measure: mine.measure },
    theirs: { arm: theirs.arm, measure: theirs.measure },
  };
}

function like({ plan }: ArmResult, wanted: Pick<Told, 'id' | 'by'>): Measure | undefined {
  const key = measureKey(wanted);
  return plan.measures.find((measure) => measureKey(measure) === key);
}
