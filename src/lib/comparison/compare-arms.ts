import type { ArmResult } from '../experiment/merge.ts';
import type { Measure } from '../measures/measure.ts';
import { differInDatesAlone } from '../portfolio/dates-alone.ts';
import { contrast } from './contrast.ts';
import { difference, howOftenBetter, type MeasuredArm } from './difference.ts';
import { drawnDifference, drawnValues } from './drawn-values.ts';
import { futuresApart } from './futures.ts';
import { measureKey } from './measure-key.ts';
import { differenceOver, overFigures } from './over-figures.ts';
import type { Difference, DifferenceOverFigures, Futures } from './summary.ts';

/** Two arms of one run. */
export interface ArmPair {
  scenario: ArmResult;
  baseline: ArmResult;
}

/** Two arms to be compared, and what else was run of the same two. */
export interface Pair extends ArmPair {
  /** With every assumed effect switched off; null where they were not run. */
  withoutEffects: ArmPair | null;
  /** With figures drawn, `each` futures a draw. */
  drawn?: ArmPair & { each: number; countsFutures: boolean };
  /** Under the other reading of renewal. */
  otherRenewal?: ArmPair;
}

/**
 * Return the differences of every measure that both arms have, in the order of
 * the scenario's plan. A measure of a service that only one of them runs has
 * no difference.
 */
export function compareArms(pair: Pair): Difference[] {
  const { scenario } = pair;
  const both = sides(pair);
  const dates = ofDates(pair);
  const [off, other, drawn] = [pair.withoutEffects, pair.otherRenewal, pair.drawn].map(
    (like) => like && sides(like),
  );
  return scenario.plan.measures.flatMap((measure) => {
    const found = both(measure);
    if (!found) return [];
    const without = off?.(measure);
    const renewed = other?.(measure);
    const { difference: value, low, high } = intervalOf(found);
    return {
      id: measure.id,
      by: measure.by,
      unit: measure.unit,
      difference: value,
      low,
      high,
      // Where its range cannot be told, how often cannot either: too few runs tell both.
      ...(low === null ? { shareBetter: null } : howOftenBetter(found.mine, found.theirs)),
      ...dates,
      contractDatesAlone: without ? intervalOf(without) : null,
      assumedEffects: without ? effectsAdd(found, without) : null,
      headline: measure.headline,
      better: measure.better,
      ...futures(found),
      ...(drawn ? { overFigures: drawnOf(drawn(measure), pair.drawn) } : {}),
      ...(renewed ? { otherRenewal: intervalOf(renewed) } : {}),
    };
  });
}

/** What a difference says of a pair that differs in contract dates alone. */
export function ofDates({ scenario, baseline }: ArmPair): Pick<Difference, 'changesDatesAlone'> {
  const isOfDates = differInDatesAlone(scenario.changes, baseline.changes);
  return isOfDates ? { changesDatesAlone: true } : {};
}

function futures({ mine, theirs }: Both): { futures?: Futures } {
  const found = mine.measure.headline ? futuresApart(mine, theirs) : null;
  return found ? { futures: found } : {};
}

/** One measure on both sides of a comparison. */
interface Both {
  mine: MeasuredArm;
  theirs: MeasuredArm;
}

function effectsAdd({ mine, theirs }: Both, off: Both) {
  const { value, low, high } = contrast([
    { ...mine, sign: 1 },
    { ...off.mine, sign: -1 },
    { ...off.theirs, sign: 1 },
    { ...theirs, sign: -1 },
  ]);
  return { difference: value, low, high };
}

function intervalOf({ mine, theirs }: Both) {
  const { value, low, high } = difference(mine, theirs);
  return { difference: value, low, high };
}

function drawnOf(both: Both | null, drawn: Pair['drawn']): DifferenceOverFigures | null {
  if (!both || !drawn) return null;
  const { each, countsFutures } = drawn;
  const { mine, theirs } = both;
  const spread = overFigures(drawnDifference(drawnValues(mine, each), drawnValues(theirs, each)));
  if (!spread) return null;
  const said = differenceOver(spread, mine.measure.better);
  return countsFutures ? said : withoutFutures(said);
}

function withoutFutures({
  shareFuturesBetter: _share,
  futuresTold: _told,
  ...over
}: DifferenceOverFigures): DifferenceOverFigures {
  return over;
}

/** Return what finds a measure on both sides; null where one of them lacks it. */
function sides({ scenario, baseline }: ArmPair): (measure: Measure) => Both | null {
  const [own, against] = [finder(scenario), finder(baseline)];
  return (measure) => {
    const [mine, theirs] = [own(measure), against(measure)];
    return mine && theirs && { mine, theirs };
  };
}

function finder(arm: ArmResult): (measure: Measure) => MeasuredArm | null {
  const byKey = new Map(arm.plan.measures.map((measure) => [measureKey(measure), measure]));
  return (wanted) => {
    const measure = byKey.get(measureKey(wanted));
    return measure ? { arm, measure } : null;
  };
}
