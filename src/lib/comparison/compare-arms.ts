import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';
import { contrast } from './contrast.ts';
import { difference, shareBetter, type MeasuredArm } from './difference.ts';
import { measureKey } from './measure-key.ts';
import type { Difference } from './summary.ts';

/** Two arms to be compared, and the same two with every assumed effect switched off. */
export interface Pair {
  scenario: ArmResult;
  baseline: ArmResult;
  /** Null where they were not run. */
  withoutEffects: { scenario: ArmResult; baseline: ArmResult } | null;
}

/**
 * Return the differences of every measure that both arms have, in the order of
 * the scenario's plan. A measure of a service that only one of them runs has
 * no difference.
 */
export function compareArms({ scenario, baseline, withoutEffects }: Pair): Difference[] {
  const find = finder(baseline);
  const findOff = withoutEffects && {
    scenario: finder(withoutEffects.scenario),
    baseline: finder(withoutEffects.baseline),
  };
  return scenario.plan.measures.flatMap((measure) => {
    const theirs = find(measure);
    if (!theirs) return [];
    const mine = { arm: scenario, measure };
    const { value, low, high } = difference(mine, theirs);
    const off = findOff && { mine: findOff.scenario(measure), theirs: findOff.baseline(measure) };
    return {
      id: measure.id,
      by: measure.by,
      unit: measure.unit,
      difference: value,
      low,
      high,
      shareBetter: value === null ? null : shareBetter(mine, theirs),
      contractDatesAlone: off?.mine && off.theirs ? datesAlone(off.mine, off.theirs) : null,
      assumedEffects:
        off?.mine && off.theirs ? effectsAdd(mine, theirs, off.mine, off.theirs) : null,
      headline: measure.headline,
      better: measure.better,
    };
  });
}

function effectsAdd(
  scenario: MeasuredArm,
  baseline: MeasuredArm,
  scenarioOff: MeasuredArm,
  baselineOff: MeasuredArm,
) {
  const { value, low, high } = contrast([
    { ...scenario, sign: 1 },
    { ...baseline, sign: -1 },
    { ...scenarioOff, sign: -1 },
    { ...baselineOff, sign: 1 },
  ]);
  return { difference: value, low, high };
}

function datesAlone(scenario: MeasuredArm, baseline: MeasuredArm) {
  const { value, low, high } = difference(scenario, baseline);
  return { difference: value, low, high };
}

function finder(arm: ArmResult): (measure: Measure) => MeasuredArm | null {
  const byKey = new Map(arm.plan.measures.map((measure) => [measureKey(measure), measure]));
  return (wanted) => {
    const measure = byKey.get(measureKey(wanted));
    return measure ? { arm, measure } : null;
  };
}
