import { compileFormula } from '../formula/compile-formula.ts';
import type { FormulaTree } from '../formula/formula-tree.ts';
import { namesOf } from '../formula/names-of.ts';
import type { PrincipleScope } from '../portfolio/commissioning.ts';
import type { Dimension, Portfolio } from '../portfolio/portfolio.ts';
import { namesOfScope, unitValues } from '../portfolio/principle-names.ts';
import { endsAmong } from './one-at-a-time.ts';
import type { Reading } from './principle-readings.ts';
import type { PrincipleFigure } from './principle-verdict.ts';

const UNITS = unitValues();

/** What comes of a test on one thing. */
export interface Outcome {
  /** At the best value of every figure; null where one of them is not said. */
  holds: boolean | null;
  /** False where an assumption about the thing, or a figure within its range, could turn it. */
  isSure: boolean;
  /** What its names stood for, in the order of first use. */
  figures: PrincipleFigure[];
}

/** Return the dimension of every name that a test on such a thing may use. */
export function dimensionsOf(
  { assumptions }: Portfolio,
  scope: PrincipleScope,
): Map<string, Dimension> {
  return new Map([
    ...assumptions.map(({ id, quantity }) => [id, quantity.dimension] as const),
    ...namesOfScope(scope),
  ]);
}

/**
 * Return what comes of a test. Figures that have a range are set to either end
 * of it, one at a time, with all that are the same named assumption: where that
 * turns the answer, it is not sure.
 */
export function outcomeOf(
  tree: FormulaTree,
  readings: Readonly<Record<string, Reading>>,
  dimensions: ReadonlyMap<string, Dimension>,
): Outcome {
  const names = [...namesOf(tree)].filter((name) => Object.hasOwn(readings, name));
  const figures = names.map((name) => ({
    name,
    dimension: dimensions.get(name) as Dimension,
    ...readings[name],
  }));
  if (figures.some(({ value }) => value === null)) return { holds: null, isSure: false, figures };
  const formula = compileFormula(tree, UNITS, names);
  const isMet = (standing: (figure: PrincipleFigure) => number | undefined) =>
    formula(...figures.map((figure) => standing(figure) ?? (figure.value as number))) !== 0;
  const holds = isMet(() => undefined);
  const turns = endsAmong<PrincipleFigure>(figures).some((end) => isMet(end) !== holds);
  return { holds, isSure: !turns && figures.every(({ isAssumed }) => !isAssumed), figures };
}
