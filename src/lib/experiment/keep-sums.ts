import type { Portfolio, Quantity } from '../portfolio/portfolio.ts';

/** Sums this near to one are meant to be one. */
const SLACK = 0.01;

/**
 * Scale the shares of one whole in a drawn portfolio, in place: where they make
 * all of it at their best values they make all of it again, and nowhere more.
 *
 * `best` is the portfolio that was drawn from, with the same figures.
 */
export function keepSums(best: Portfolio, drawn: Portfolio): void {
  const before = wholes(best);
  wholes(drawn).forEach((shares, i) => {
    const [sum, was] = [sumOf(shares), sumOf(before[i])];
    const wasAll = Math.abs(was - 1) <= SLACK;
    if (sum <= 0 || (sum <= Math.max(1, was) && !wasAll)) return;
    const factor = (wasAll ? was : 1) / sum;
    for (const share of shares) share.value *= factor;
  });
}

/** The lists of shares that are parts of one whole. */
function wholes({ groups, services, contracts }: Portfolio): Quantity[][] {
  const destinations = services.flatMap(({ pathway }) =>
    pathway.flatMap(({ then }) => {
      const needs = [...new Set(then.map(({ need }) => need))];
      return needs.map((need) => then.filter((link) => link.need === need));
    }),
  );
  return [
    ...groups.map(({ turnTo }) => turnTo.map(({ share }) => share)),
    ...services.map(({ contactLeadsTo }) => contactLeadsTo.map(({ share }) => share)),
    ...destinations.map((links) => links.map(({ share }) => share)),
    ...contracts.map(({ whenRefused: { reTendered, moneyMoved, moneyLost } }) => [
      reTendered,
      moneyMoved,
      moneyLost,
    ]),
  ].filter((shares) => shares.length > 0);
}

function sumOf(shares: readonly Quantity[]): number {
  return shares.reduce((sum, { value }) => sum + value, 0);
}
