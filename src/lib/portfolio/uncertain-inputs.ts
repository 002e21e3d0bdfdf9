import { figuresOf } from './figures-of.ts';
import type { Portfolio, Quantity } from './portfolio.ts';

/** A figure with its range: both ends are there and apart. */
export type RangedQuantity = Quantity & { low: number; high: number };

/** One thing that is not known for certain, however many places of the model use it. */
export interface UncertainInput {
  /** `assumptions.<id>` of a named assumption, else the path of the figure. */
  key: string;
  /** The figure as the first place that uses it reads it. */
  figure: RangedQuantity;
  /** What its effect belongs to, for assumed effects. */
  mechanism?: string;
}

/** True for a figure that has a range to be drawn from; what was seen in the world is not drawn. */
export function isUncertain(figure: Quantity): figure is RangedQuantity {
  if (figure.observed) return false;
  return figure.low !== undefined && figure.high !== undefined && figure.low < figure.high;
}

/** Return the key under which a figure is drawn: all places of one assumption share it. */
export function inputKey({ assumption, path }: Quantity): string {
  return assumption === undefined ? path : `assumptions.${assumption}`;
}

/** Return every figure of a portfolio with its key; an assumption's own figure has the assumption's. */
export function keyedFigures(portfolio: Portfolio): { key: string; figure: Quantity }[] {
  const own = new Map(
    portfolio.assumptions.map(({ id, quantity }) => [
      quantity,
      // A plain figure in a formula is kept as an assumption whose id is its path.
      id === quantity.path ? id : `assumptions.${id}`,
    ]),
  );
  return figuresOf(portfolio).map((figure) => ({
    key: own.get(figure) ?? inputKey(figure),
    figure,
  }));
}

/** Return the uncertain inputs of a portfolio, each once, in the order of its figures. */
export function uncertainInputs(portfolio: Portfolio): UncertainInput[] {
  const mechanisms = new Map(
    portfolio.assumptions.map(({ id, mechanism }) => [`assumptions.${id}`, mechanism]),
  );
  const inputs = new Map<string, UncertainInput>();
  for (const { key, figure } of keyedFigures(portfolio)) {
    if (!isUncertain(figure) || inputs.has(key)) continue;
    const mechanism = mechanisms.get(key);
    inputs.set(key, { key, figure, ...(mechanism === undefined ? {} : { mechanism }) });
  }
  return [...inputs.values()];
}
