import { expect, it } from 'vitest';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { keepSums } from './keep-sums.ts';

/** Two services that people turn to, with these shares. */
function portfolioOf(shares: number[]): Portfolio {
  const turnTo = shares.map((value) => ({ share: { value } }));
  return { groups: [{ turnTo }], services: [], contracts: [] } as unknown as Portfolio;
}

function kept(best: number[], drawn: number[]): number {
  const portfolio = portfolioOf(drawn);
  keepSums(portfolioOf(best), portfolio, new Set());
  return portfolio.groups[0].turnTo.reduce((sum, { share }) => sum + share.value, 0);
}

it('takes for all what may be written for all, and for less what is read as less', () => {
  expect(kept([0.333, 0.333, 0.333], [0.3, 0.3, 0.2])).toBeCloseTo(0.999, 12);
  expect(kept([0.6, 0.395], [0.5, 0.3])).toBeCloseTo(0.8, 12);
  expect(kept([0.6, 0.395], [0.7, 0.5])).toBeCloseTo(1, 12);
});
