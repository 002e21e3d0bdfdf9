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

/**
 * How many futures a design is run over, look after look: few, so that whoever makes it has not to
 * wait, and in the end as many as the screen shows, enough there to tell a difference from luck.
 */
export const LOOKS = [2, 10, 40] as const;

export const LAST_LOOK = LOOKS[LOOKS.length - 1];

export type Look = (typeof LOOKS)[number];

export type DesignAnswer =
  | {
      kind: 'answer';
      /** How many futures it is from. */
      runs: number;
      /** Pounds a year that it spends; null where it cannot be told. */
      cost: number | null;
      /** The 95% range of that, for luck alone; null where it cannot be told. */
      costRange: { low: number; high: number } | null;
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
  const spend = design.measures.find(({ id, by }) => id === 'spend' && by === null);
  return {
    kind: 'answer',
    runs: summary.replications,
    cost: spend?.mean ?? null,
    costRange: rangeOf(spend),
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

function rangeOf(spend: Estimate | undefined): { low: number; high: number } | null {
  const { low = null, high = null } = spend ?? {};
  return low === null || high === null ? null : { low, high };
}
