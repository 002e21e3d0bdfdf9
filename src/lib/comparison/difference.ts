import { jackknifeRatioDifference } from '../engine/jackknife.ts';
import { apart } from '../engine/rounding.ts';
import { pairedDifference } from '../engine/statistics.ts';
import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';
import { boundsApart, heldWithin } from './bounds.ts';
import { scaled, tTimes, type Interval } from './estimate.ts';
import { replicationValues, totalsOf } from './replication-values.ts';

/** One measure in one arm. */
export interface MeasuredArm {
  arm: ArmResult;
  measure: Measure;
}

/**
 * Return a scenario's measure minus a baseline's, with the part of its interval at `level` in which
 * a difference can lie. Everything is null where either cannot be told, and where there are fewer
 * than two replications.
 */
export function difference(scenario: MeasuredArm, baseline: MeasuredArm, level = 0.95): Interval {
  return heldWithin(wideDifference(scenario, baseline, level), boundsApart(scenario.measure));
}

/**
 * Return the same with its whole interval, wherever its ends lie.
 *
 * Pairs are the same replication of both arms: the same people with the same
 * luck. Means differ by the mean of the pairs' differences with a t interval;
 * ratios of totals differ with a jackknife that leaves the same replication
 * out of both.
 */
export function wideDifference(
  scenario: MeasuredArm,
  baseline: MeasuredArm,
  level: number,
): Interval {
  const { replications } = scenario.arm;
  if (replications < 2) return { value: null, low: null, high: null };
  const over = [scenario, baseline].map(({ arm, measure }) => totalsOf(arm, measure.numerator));
  if (scenario.measure.shape === 'mean') {
    const { mean, halfWidth } = pairedDifference(over[0], over[1], level);
    return scaled(mean, halfWidth, scenario.measure.scale);
  }
  const under = [scenario, baseline].map(({ arm, measure }) => totalsOf(arm, measure.denominator));
  const { estimate, standardError } = jackknifeRatioDifference(
    over[0],
    under[0],
    over[1],
    under[1],
  );
  return scaled(estimate, tTimes(standardError, replications, level), scenario.measure.scale);
}

/** In how many runs a scenario does better. */
export interface HowOften {
  /** Of the runs in which both can be told; ties count half. */
  shareBetter: number | null;
  /** How many those are; absent where they are all of them. */
  runsTold?: number;
}

/**
 * Return in what share of runs the scenario does better.
 *
 * Runs in which one of the two cannot be told say nothing and are left out.
 * Null where no run says anything, where there are fewer than two, and for
 * measures of which neither more nor less is better.
 */
export function howOftenBetter(scenario: MeasuredArm, baseline: MeasuredArm): HowOften {
  const { better } = scenario.measure;
  const { replications } = scenario.arm;
  if (better === 'neither' || replications < 2) return { shareBetter: null };
  const mine = replicationValues(scenario.arm, scenario.measure);
  const theirs = replicationValues(baseline.arm, baseline.measure);
  let told = 0;
  let won = 0;
  for (let r = 0; r < replications; r++) {
    const by = apart(mine[r], theirs[r]);
    if (Number.isNaN(by)) continue;
    told += 1;
    if (by === 0) won += 0.5;
    else if (by > 0 === (better === 'higher')) won += 1;
  }
  if (told === 0) return { shareBetter: null };
  return { shareBetter: won / told, ...(told < replications ? { runsTold: told } : {}) };
}
