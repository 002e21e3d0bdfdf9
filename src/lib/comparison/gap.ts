import { apart, twoByTwo } from '../engine/rounding.ts';
import type { ArmResult } from '../experiment/merge.ts';
import type { Gap, Measure } from '../measures/measure.ts';
import { ofDates } from './compare-arms.ts';
import { boundsApart, heldWithin } from './bounds.ts';
import { scaled, tTimes, type Interval } from './estimate.ts';
import { measureKey } from './measure-key.ts';
import { totalsOf } from './replication-values.ts';
import type { Difference, Estimate } from './summary.ts';

interface Part {
  arm: ArmResult;
  gap: Gap;
  sign: 1 | -1;
}

/** Two arms, and the same two without assumed effects where they were run. */
interface Pairs {
  scenario: ArmResult;
  baseline: ArmResult;
  withoutEffects: { scenario: ArmResult; baseline: ArmResult } | null;
}

/** Return an arm's gaps and ratios by deprivation with their 95% intervals. */
export function gapEstimates(arm: ArmResult): Estimate[] {
  return arm.plan.gaps.map((gap) => {
    const { value: mean, low, high } = gapInterval([{ arm, gap, sign: 1 }]);
    const { id, by, unit } = gap;
    return { id, by, unit, mean, low, high, better: 'neither', headline: false };
  });
}

/** Return how far the gaps of two arms differ. Neither a wider nor a narrower one counts as better. */
export function gapDifferences({ scenario, baseline, withoutEffects: off }: Pairs): Difference[] {
  return scenario.plan.gaps.flatMap((gap): Difference[] => {
    const parts = (mine: ArmResult, theirs: ArmResult, sign: 1 | -1): Part[] | null => {
      const [a, b] = [like(mine, gap), like(theirs, gap)];
      if (!a || !b) return null;
      return [
        { arm: mine, gap: a, sign },
        { arm: theirs, gap: b, sign: sign === 1 ? -1 : 1 },
      ];
    };
    const both = parts(scenario, baseline, 1);
    if (!both) return [];
    const dates = off && parts(off.scenario, off.baseline, 1);
    const less = off && parts(off.scenario, off.baseline, -1);
    const { id, by, unit } = gap;
    return [
      {
        ...{ id, by, unit, ...differenceOf(both), shareBetter: null },
        ...ofDates({ scenario, baseline }),
        contractDatesAlone: dates ? differenceOf(dates) : null,
        assumedEffects: less ? differenceOf([...both, ...less]) : null,
        ...{ headline: false, better: 'neither' },
      },
    ];
  });
}

function differenceOf(parts: Part[]) {
  const { value: difference, low, high } = gapInterval(parts);
  return { difference, low, high };
}

/**
 * A sum of gaps over arms, each with its sign, two by two: totals over totals, with a
 * jackknife that leaves the same replication out of all of them.
 */
function gapInterval(parts: readonly Part[]): Interval {
  const { replications } = parts[0].arm;
  const read = parts.map(({ arm, gap, sign }) => {
    const [most, others] = [gap.most, gap.others].map((measure) => reader(arm, measure));
    return (without: number) => {
      const [a, b] = [most(without), others(without)];
      return sign * (gap.id === 'deprivation-gap' ? apart(a, b) : b === 0 ? NaN : a / b);
    };
  });
  const value = (without: number) => twoByTwo(read.map((one) => one(without)));
  const left = Array.from({ length: replications }, (_left, r) => value(r));
  const mean = left.reduce((sum, one) => sum + one, 0) / replications;
  let squares = 0;
  for (const one of left) squares += (one - mean) * (one - mean);
  const standardError = Math.sqrt((squares * (replications - 1)) / replications);
  const wide = scaled(value(-1), tTimes(standardError, replications), 1);
  // A gap is itself a difference.
  return heldWithin(wide, boundsApart(parts[0].gap, parts.length));
}

/** Reads a measure over all replications but one; -1 leaves out none. */
function reader(arm: ArmResult, { numerator, denominator, scale }: Measure) {
  const over = totalsOf(arm, numerator);
  const under =
    denominator < 0 ? new Float64Array(over.length).fill(1) : totalsOf(arm, denominator);
  const [all, below] = [over, under].map((values) => values.reduce((a, b) => a + b, 0));
  return (without: number): number => {
    const [a, b] = without < 0 ? [all, below] : [all - over[without], below - under[without]];
    return b === 0 ? NaN : (scale * a) / b;
  };
}

function like(arm: ArmResult, gap: Gap): Gap | undefined {
  return arm.plan.gaps.find((one) => measureKey(one) === measureKey(gap));
}
