import { saidShown, type SaidShown } from '../comparison/said-shown.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { Snapshot } from './snapshot.ts';

/** What the model of a snapshot holds of what people said about the scenarios that were run. */
export function publishedSaid({ results }: Snapshot, portfolio: Portfolio): SaidShown[] {
  const titles = results.summary.scenarios.map(({ id, title }): [string, string] => [id, title]);
  return saidShown(portfolio, Object.fromEntries(titles));
}
