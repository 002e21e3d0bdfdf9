import { LIMITS } from '../portfolio/limits.ts';
import type { Portfolio, Quantity } from '../portfolio/portfolio.ts';

/** What adding shares up may leave. */
const ROUNDING = 1e-9;

/** Sums this near to one are meant to be one, as where the model is read. */
const SLACK = LIMITS.shareSlack + ROUNDING;

/** Shares that are parts of one whole. */
interface Whole {
  shares: Quantity[];
  /** Whether what they leave goes somewhere of its own: the others turn to nobody, or no further. */
  hasRest: boolean;
}

/**
 * Scale the shares of one whole in a drawn portfolio, in place: where they make
 * all of it at their best values they make all of it again, and nowhere more.
 * One alone in its whole may leave a rest, where the model knows what becomes of it.
 *
 * `best` is the portfolio that was drawn from, with the same figures. Shares in `held` stay as they
 * are, and their partners alone are scaled.
 */
export function keepSums(best: Portfolio, drawn: Portfolio, held: ReadonlySet<Quantity>): void {
  const before = wholes(best);
  wholes(drawn).forEach(({ shares }, i) => {
    const target = targetOf(before[i], sumOf(shares));
    const partners = shares.filter((share) => !held.has(share));
    const sum = sumOf(partners);
    if (target === null || sum <= 0) return;
    const factor = Math.max(0, target - (sumOf(shares) - sum)) / sum;
    for (const share of partners) share.value *= factor;
  });
}

/** Return what shares must be scaled to that now make `sum`; null where they may stay. */
function targetOf(best: Whole, sum: number): number | null {
  const was = sumOf(best.shares);
  if (isAll(best)) return was;
  return sum > Math.max(1, was) ? 1 : null;
}

/** Whether shares make all of their whole whatever each of them is. */
function isAll({ shares, hasRest }: Whole): boolean {
  if (Math.abs(sumOf(shares) - 1) > SLACK) return false;
  return !hasRest || shares.filter(({ value }) => value > 0).length > 1;
}

/**
 * Whether the figures of one input can all be at these values while every other is at its best: not
 * where no partner takes what a share leaves, or gives way to it.
 */
export function canBeAt(portfolio: Portfolio, valueOf: ReadonlyMap<Quantity, number>): boolean {
  return wholes(portfolio).every((whole) => {
    const held = whole.shares.filter((share) => valueOf.has(share));
    if (held.length === 0) return true;
    const partners = sumOf(whole.shares) - sumOf(held);
    const own = held.reduce((sum, share) => sum + (valueOf.get(share) ?? 0), 0);
    const target = targetOf(whole, own + partners);
    if (partners > 0) return own <= Math.max(1, target ?? 1) + ROUNDING;
    return target === null || Math.abs(target - own) <= ROUNDING;
  });
}

/** The lists of shares that are parts of one whole. */
function wholes({ groups, services, contracts }: Portfolio): Whole[] {
  const destinations = services.flatMap(({ pathway }) =>
    pathway.flatMap(({ then }) => {
      const needs = [...new Set(then.map(({ need }) => need))];
      return needs.map((need) => then.filter((link) => link.need === need));
    }),
  );
  const all: Whole[] = [
    ...groups.map(({ turnTo }) => ({ shares: turnTo.map(shareOf), hasRest: true })),
    ...services.map(({ contactLeadsTo: to }) => ({ shares: to.map(shareOf), hasRest: true })),
    ...destinations.map((links) => ({ shares: links.map(shareOf), hasRest: false })),
    ...contracts.map(({ whenRefused: { reTendered, moneyMoved, moneyLost } }) => ({
      shares: [reTendered, moneyMoved, moneyLost],
      hasRest: false,
    })),
  ];
  return all.filter(({ shares }) => shares.length > 0);
}

function shareOf({ share }: { share: Quantity }): Quantity {
  return share;
}

function sumOf(shares: readonly Quantity[]): number {
  return shares.reduce((sum, { value }) => sum + value, 0);
}
