/** What the model says of a design. */
import type { Difference, Estimate, Summary } from '../comparison/summary.ts';

/** One measure of a design, beside how it is now. */
export interface DesignFigure extends Pick<Estimate, 'id' | 'by' | 'unit'> {
  /** What it is called: a promise by its own words. */
  title: string;
  now: number | null;
  design: number | null;
  /** Design minus now; null where it cannot be told. */
  difference: Difference | null;
}

export type DesignAnswer =
  | {
      kind: 'answer';
      /** How many futures it is from. */
      runs: number;
      /** Pounds a year that it spends; null where it cannot be told. */
      cost: number | null;
      figures: DesignFigure[];
    }
  /** The changes make no portfolio: why not, a sentence each. */
  | { kind: 'does not fit'; why: string[] };

/** Fixed before anything was designed, so that no design is shown at its best alone. */
const SHOWN = ['cut-short-per-100', 'kept-a-worker-a-year', 'wait-mean'];

/** Whether a measure is shown of designs, or tells what they cost. */
export function isOfDesigns({ id, by, headline }: Pick<Estimate, 'id' | 'by' | 'headline'>) {
  if (by === null) return id === 'spend' || SHOWN.includes(id);
  return headline && by.kind === 'criterion' && !by.within;
}

/** Return what a summary says of one of its scenarios, beside its first. */
export function designAnswer(
  summary: Summary,
  scenario: string,
  titleOf: (figure: Pick<Estimate, 'id' | 'by'>) => string,
): DesignAnswer {
  const [now] = summary.scenarios;
  const design = summary.scenarios.find(({ id }) => id === scenario) ?? now;
  const differences = summary.comparisons.find((one) => one.scenario === scenario)?.differences;
  const isSame = (one: Pick<Estimate, 'id' | 'by'>, other: Pick<Estimate, 'id' | 'by'>) =>
    one.id === other.id && one.by?.id === other.by?.id;
  const rank = ({ id }: Estimate) => (SHOWN.includes(id) ? SHOWN.indexOf(id) : SHOWN.length);
  const shown = now.measures.filter((one) => isOfDesigns(one) && one.id !== 'spend');
  return {
    kind: 'answer',
    runs: summary.replications,
    cost: design.measures.find(({ id, by }) => id === 'spend' && by === null)?.mean ?? null,
    figures: shown
      .sort((a, b) => rank(a) - rank(b))
      .map((measure) => ({
        ...{ id: measure.id, by: measure.by, unit: measure.unit, title: titleOf(measure) },
        now: measure.mean,
        design: design.measures.find((one) => isSame(one, measure))?.mean ?? null,
        difference: differences?.find((one) => isSame(one, measure)) ?? null,
      })),
  };
}
