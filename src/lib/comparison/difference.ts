import { jackknifeRatioDifference } from '../engine/jackknife.ts';
import { pairedDifference } from '../engine/statistics.ts';
import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';
import { scaled, tTimes, type Interval } from './estimate.ts';
import { replicationValues, totalsOf } from './replication-values.ts';

/** One measure in one arm. */
export interface MeasuredArm {
  arm: ArmResult;
  measure: Measure;
}

/**
 * Return a scenario's measure minus a baseline's, with its interval at `level`.
 *
 * Pairs are the same replication of both arms: the same people with the same
 * luck. Means differ by the mean of the pairs' differences with a t interval;
 * ratios of totals differ with a jackknife that leaves the same replication
 * out of both. Everything is null where either cannot be told, and where there
 * are fewer than two replications.
 */
export function difference(scenario: MeasuredArm, baseline: MeasuredArm, level = 0.95): Interval {
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

/**
 * Return the share of futures in which the scenario does better; ties count half.
 *
 * A future is a replication. Those in which one of the two cannot be told say
 * nothing and are left out. Null where no future says anything, where there are
 * fewer than two, and for measures of which neither more nor less is better.
 */
export function shareBetter(scenario: MeasuredArm, baseline: MeasuredArm): number | null {
  const { better } = scenario.measure;
  if (better === 'neither' || scenario.arm.replications < 2) return null;
  const mine = replicationValues(scenario.arm, scenario.measure);
  const theirs = replicationValues(baseline.arm, baseline.measure);
  let told = 0;
  let won = 0;
  for (let r = 0; r < mine.length; r++) {
    const apart = mine[r] - theirs[r];
    if (Number.isNaN(apart)) continue;
    told += 1;
    if (apart === 0) won += 0.5;
    else if (apart > 0 === (better === 'higher')) won += 1;
  }
  return told === 0 ? null : won / told;
}
