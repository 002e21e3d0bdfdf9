/** What is fitted to what: the assumptions and targets of one calibration. */
import { normalQuantile } from '../engine/elementary.ts';
import type { Measure, MeasurePlan } from '../measures/measure.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { Target } from '../portfolio/target.ts';
import { inputKey, isUncertain, type RangedQuantity } from '../portfolio/uncertain-inputs.ts';
import { measureOf, scaleOf, targetFinding } from './check-targets.ts';

/** A calibration that cannot be made; the message tells a person why. */
export class CannotCalibrate extends Error {
  override name = 'CannotCalibrate';
}

/** An assumption that is fitted. */
export interface Free {
  id: string;
  /** Key under which its quantile is given to an arm. */
  key: string;
  figure: RangedQuantity;
}

export interface Problem {
  free: Free[];
  /** Targets that are fitted, first, and those looked at afterwards. */
  fitted: Target[];
  lookedAt: Target[];
  /** What was seen and the model does not hold. */
  outside: Target[];
}

/** What to fit; absent lists mean what the targets themselves say. */
export interface Wanted {
  assumptions: readonly string[];
  targets: readonly string[];
}

/**
 * Return what is fitted to what.
 *
 * Without wishes, targets are fitted that name assumptions, with those. With
 * assumptions alone, every target is fitted that names one of them; with
 * targets, those. Throws `CannotCalibrate` for ids that are not there, for a
 * target that is held out, and for assumptions without a range.
 */
export function problemOf(portfolio: Portfolio, wanted: Wanted): Problem {
  const said = portfolio.targets.filter(({ measure }) => measure !== null);
  for (const id of wanted.targets) refuseTarget(portfolio, id);
  const fitted = said.filter(({ id, fittedWith }) => {
    if (wanted.targets.length > 0) return wanted.targets.includes(id);
    if (wanted.assumptions.length === 0) return fittedWith.length > 0;
    return fittedWith.some((one) => wanted.assumptions.includes(one));
  });
  const ids =
    wanted.assumptions.length > 0
      ? wanted.assumptions
      : fitted.flatMap(({ fittedWith }) => fittedWith);
  const free = [...new Set(ids)].map((id) => freeOf(portfolio, id));
  if (fitted.length === 0) {
    const which = wanted.assumptions.length > 0 ? wanted.assumptions.join(' or ') : 'an assumption';
    throw new CannotCalibrate(
      `Nothing is fitted: no target of this model names ${which} under “fitted-with”.`,
    );
  }
  if (free.length === 0) throw new CannotCalibrate('Name the assumptions that are to be fitted.');
  return {
    free,
    fitted,
    lookedAt: said.filter((target) => !fitted.includes(target)),
    outside: portfolio.targets.filter(({ measure }) => measure === null),
  };
}

function refuseTarget({ targets }: Portfolio, id: string): void {
  const target = targets.find((one) => one.id === id);
  const known = targets.map((one) => one.id).join(', ');
  if (!target) throw new CannotCalibrate(`There is no target ${id}. This model has: ${known}.`);
  if (target.measure === null) {
    throw new CannotCalibrate(`Nothing can be fitted to ${id}: ${target.outsideTheModel}.`);
  }
  if (target.heldOut) {
    throw new CannotCalibrate(`${id} is held out, so that it can be looked at afterwards.`);
  }
}

function freeOf({ assumptions, targets }: Portfolio, id: string): Free {
  const assumption = assumptions.find((one) => one.id === id);
  if (!assumption) {
    const named = [...new Set(targets.flatMap(({ fittedWith }) => fittedWith))].join(', ');
    throw new CannotCalibrate(
      `There is no assumption ${id}.${named === '' ? '' : ` Targets name: ${named}.`}`,
    );
  }
  const { quantity } = assumption;
  if (!isUncertain(quantity)) {
    throw new CannotCalibrate(`${id} has no range to be fitted within: give it “low” and “high”.`);
  }
  return { id, key: keyOf(id, quantity), figure: quantity };
}

/** All places of one assumption share its key, also where another value stands in for its own. */
function keyOf(id: string, quantity: RangedQuantity): string {
  return inputKey({ ...quantity, assumption: id });
}

/** A target in the unit of its measure. */
export interface Aim {
  target: Target;
  measure: Measure;
  value: number;
  low: number;
  high: number;
  /** Half of what lies between low and high, an interval of 80%, as a standard error. */
  error: number;
}

/** Return a target in the unit of its measure in a plan; throws `CannotCalibrate` where there is none. */
export function aimOf(plan: MeasurePlan, target: Target): Aim {
  const finding = targetFinding(plan, target);
  if (finding) throw new CannotCalibrate(`Target ${target.id}: ${finding.what} ${finding.mend}`);
  const measure = measureOf(plan, target);
  const scale = measure ? scaleOf(measure.unit, target.value.dimension) : null;
  if (!measure || scale === null) throw new Error(`Nothing is wrong with target ${target.id}.`);
  const { value, low = value, high = value } = target.value;
  const error = ((high - low) * scale) / (2 * normalQuantile(0.9));
  return { target, measure, value: value * scale, low: low * scale, high: high * scale, error };
}
