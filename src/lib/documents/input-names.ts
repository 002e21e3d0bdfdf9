import type { Portfolio } from '../portfolio/portfolio.ts';
import type { InputNames } from '../words/tried-words.ts';
import { listFigures } from './list-figures.ts';

/** Return the names of inputs as the page of numbers says them: "ROADS, Coordinator, Posts". */
export function inputNamesOf(portfolio: Portfolio): InputNames {
  return Object.fromEntries(
    listFigures(portfolio).map(({ path, of, what }) => [path, [...of, what].join(', ')]),
  );
}
