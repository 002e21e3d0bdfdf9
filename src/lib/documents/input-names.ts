import type { Portfolio } from '../portfolio/portfolio.ts';
import type { InputNames } from '../words/tried-words.ts';
import { listFigures } from './list-figures.ts';

/**
 * Return the names of inputs as the page of numbers says them: "ROADS, Coordinator, Posts". A name that
 * the next one says again is left out: "Outreach worker, Notice", not "Outreach, Outreach worker, Notice".
 */
export function inputNamesOf(portfolio: Portfolio): InputNames {
  const figures = listFigures(portfolio);
  const shortened = figures.map(({ of, what }) => joined(of.filter(notSaidAgain), what));
  return Object.fromEntries(
    figures.map(({ path, of, what }, index) => {
      const name = shortened[index];
      // Two services may each have a role of one name: those keep what tells them apart.
      return [path, isOnlyOne(name, shortened) ? name : joined(of, what)];
    }),
  );
}

const joined = (of: readonly string[], what: string): string => [...of, what].join(', ');

function notSaidAgain(name: string, index: number, of: readonly string[]): boolean {
  const next = of[index + 1]?.toLowerCase() ?? '';
  return !` ${next} `.includes(` ${name.toLowerCase()} `);
}

const isOnlyOne = (name: string, names: readonly string[]): boolean =>
  names.indexOf(name) === names.lastIndexOf(name);
