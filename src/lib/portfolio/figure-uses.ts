import { namesOf } from '../formula/names-of.ts';
import type { FormulaTree } from '../formula/formula-tree.ts';
import type { Portfolio } from './portfolio.ts';
import { keyedFigures } from './uncertain-inputs.ts';

/**
 * Return the paths at which a model uses an input: of a named assumption the
 * places that take their value from it and the formulas that name it, of any
 * other figure the place where it stands.
 */
export function usesOf(portfolio: Portfolio, key: string): string[] {
  const places = keyedFigures(portfolio)
    .filter((keyed) => keyed.key === key && keyed.figure.path !== key)
    .map(({ figure }) => figure.path);
  const named = key.startsWith('assumptions.') ? key.slice('assumptions.'.length) : null;
  const formulas = named === null ? [] : formulasNaming(portfolio, named);
  const uses = [...new Set([...places, ...formulas])];
  return uses.length > 0 ? uses : [key];
}

function formulasNaming({ services, rules }: Portfolio, name: string): string[] {
  const names = (tree: FormulaTree | undefined) => tree !== undefined && namesOf(tree).has(name);
  const paths = services.flatMap(({ id, pathway }) =>
    pathway.flatMap(({ leave }, index) =>
      names(leave) ? [`services.${id}.pathway.${index}.leave`] : [],
    ),
  );
  if (names(rules.familiarity)) paths.push('rules.familiarity');
  if (names(rules.tenureMultiplier)) paths.push('rules.tenure-multiplier');
  if (names(rules.uptake)) paths.push('rules.uptake');
  if (rules.leaving?.factors.some(({ factor }) => names(factor))) paths.push('rules.leaving');
  return paths;
}
