/**
 * Money against what people get for it, over the scenarios that people chose or made. Nothing is
 * searched and nothing proposed: points, their ranges, and which of them clearly give more for less.
 */
import type { Difference, Summary } from './summary.ts';

/** What is set against money. `kept`: more is better; `unmet`: less is. */
export type FrontierOf = 'kept' | 'unmet';

/** A value with a range that holds it at least 95 times in 100; null where it cannot be told. */
export interface FrontierValue {
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface FrontierPoint {
  id: string;
  title: string;
  isBaseline: boolean;
  /** Pounds spent a year, constant prices. */
  money: FrontierValue;
  /** Relationships not cut short, or referrals that ended without support: a year. */
  outcome: FrontierValue;
  /**
   * `clear`: each other one clearly costs more or clearly does less, so none can be better on both;
   * `behind`: another clearly does no worse on either, and better on one; else it cannot be told.
   */
  standing: 'clear' | 'behind' | 'cannot tell';
  /** True where each other one clearly costs more: then it is clear whatever it does. */
  costsLeast: boolean;
}

type Part = readonly [id: string, sign: 1 | -1];

const MONEY: readonly Part[] = [['spend', 1]];

const OUTCOMES: Record<FrontierOf, readonly Part[]> = {
  kept: [
    ['relationships-begun', 1],
    ['cut-short', -1],
  ],
  unmet: [
    ['stopped-waiting', 1],
    ['turned-away', 1],
    ['closed-out', 1],
    ['not-reached', 1],
  ],
};

/**
 * Return where scenarios stand, in their order.
 *
 * A sum of measures has the sum of their half-widths: as wide as if all luck went one way, so that a
 * range holds at least as often as it says. Two scenarios are compared by how each differs from the
 * baseline, over the same futures, for the same reason.
 */
export function frontierOf(summary: Summary, of: FrontierOf): FrontierPoint[] {
  const apart = differencesFrom(summary);
  const points = summary.scenarios.map(({ id, title, measures }, place) => {
    const estimates = (parts: readonly Part[]) =>
      summed(parts, (wanted) => {
        const found = measures.find((one) => one.id === wanted && one.by === null);
        return found && { value: found.mean, low: found.low, high: found.high };
      });
    return {
      ...{ id, title, isBaseline: place === 0 },
      ...{ money: estimates(MONEY), outcome: aboveNothing(estimates(OUTCOMES[of])) },
    };
  });
  return points.map((point) => ({
    ...point,
    ...standingAmong(
      point.id,
      points.map(({ id }) => id).filter((id) => id !== point.id),
    ),
  }));

  function standingAmong(
    id: string,
    others: string[],
  ): Pick<FrontierPoint, 'standing' | 'costsLeast'> {
    const costsLeast =
      others.length > 0 && others.every((other) => lessBy(apart(MONEY, id, other)) === 'less');
    return { standing: standingOf(id, others), costsLeast };
  }

  function standingOf(id: string, others: string[]): FrontierPoint['standing'] {
    if (others.length === 0) return 'cannot tell';
    const beside = others.map((other) => ({
      cheaper: lessBy(apart(MONEY, id, other)),
      better:
        of === 'unmet'
          ? lessBy(apart(OUTCOMES[of], id, other))
          : lessBy(apart(OUTCOMES[of], other, id)),
    }));
    if (beside.some(({ cheaper, better }) => cheaper === 'cannot tell' && better === 'cannot tell'))
      return 'cannot tell';
    if (beside.every(({ cheaper, better }) => cheaper === 'less' || better === 'less'))
      return 'clear';
    const isBehind = beside.some(
      ({ cheaper, better }) =>
        (cheaper === 'more' && (better === 'more' || better === 'same')) ||
        (cheaper === 'same' && better === 'more'),
    );
    return isBehind ? 'behind' : 'cannot tell';
  }
}

/** Whether the first of two clearly has less, more, or exactly the same in every run. */
function lessBy({ low, high }: FrontierValue): 'less' | 'more' | 'same' | 'cannot tell' {
  if (low === null || high === null) return 'cannot tell';
  if (low === 0 && high === 0) return 'same';
  if (high < 0) return 'less';
  return low > 0 ? 'more' : 'cannot tell';
}

/** Return what tells a sum of measures of one scenario less that of another. */
function differencesFrom({ scenarios, comparisons }: Summary) {
  const baseline = scenarios[0]?.id;
  const fromBaseline = (parts: readonly Part[], id: string): FrontierValue => {
    if (id === baseline) return { value: 0, low: 0, high: 0 };
    const own = comparisons.find(({ scenario }) => scenario === id)?.differences ?? [];
    return summed(parts, (wanted) => {
      const found: Difference | undefined = own.find((one) => one.id === wanted && one.by === null);
      return found && { value: found.difference, low: found.low, high: found.high };
    });
  };
  return (parts: readonly Part[], id: string, less: string): FrontierValue => {
    const [a, b] = [fromBaseline(parts, id), fromBaseline(parts, less)];
    if (a.low === null || a.high === null || b.low === null || b.high === null)
      return { value: null, low: null, high: null };
    return {
      value: a.value === null || b.value === null ? null : a.value - b.value,
      low: a.low - b.high,
      high: a.high - b.low,
    };
  };
}

/** The part of a range in which a count can lie. */
function aboveNothing({ value, low, high }: FrontierValue): FrontierValue {
  if (value === null || low === null || value < 0) return { value, low, high };
  return { value, low: Math.max(0, low), high };
}

/** A sum of measures with signs; null where any of them cannot be told, left out where it is not measured. */
function summed(
  parts: readonly Part[],
  find: (id: string) => FrontierValue | undefined,
): FrontierValue {
  const sum = { value: 0, low: 0, high: 0 };
  let found = 0;
  for (const [id, sign] of parts) {
    const part = find(id);
    if (!part) continue;
    found += 1;
    const { value, low, high } = part;
    if (value === null || low === null || high === null)
      return { value: null, low: null, high: null };
    sum.value += sign * value;
    sum.low += sign > 0 ? low : -high;
    sum.high += sign > 0 ? high : -low;
  }
  return found === 0 ? { value: null, low: null, high: null } : sum;
}
