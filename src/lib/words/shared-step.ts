import type { Difference } from '../comparison/summary.ts';
import type { Unit } from '../measures/measure.ts';
import { besideBaseline } from './difference-sentence.ts';
import { stepApart, stepOfFigure, type Ranged } from './precision.ts';

/** One scenario's figure in a row, and how it differs from the first, where that is said. */
export interface RowCell {
  own: Ranged | null | undefined;
  difference?: Difference | null;
}

/**
 * How finely the figures of one measure are said where scenarios stand side by side, in every
 * table, picture and sentence: fine enough for those that differ clearly not to look alike, and for
 * each to fit its range. Undefined where each keeps its usual step.
 */
export function sharedStep(unit: Unit, cells: readonly RowCell[]): number | undefined {
  const apart = stepApart(
    unit,
    cells.map(({ own, difference }) => besideBaseline(own?.mean ?? null, difference ?? undefined)),
  );
  const steps = [apart, ...cells.map(({ own }) => own && stepOfFigure(unit, own))];
  const told = steps.filter((step) => typeof step === 'number');
  return told.length > 0 ? Math.min(...told) : undefined;
}
