import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import { compileFormula } from '../../formula/compile-formula.ts';
import type { FormulaTree } from '../../formula/formula-tree.ts';
import { namesOf } from '../../formula/names-of.ts';
import type { Assumption, Portfolio } from '../portfolio.ts';

/** Points at which each kind of figure is tried: none, some, much. */
const TRIED: Record<string, readonly number[]> = {
  familiarity: [0, 0.5, 1],
  'time-together': [0, 30, 3650],
  'time-in-service': [0, 30, 3650],
  'confirmed-funding': [0, 30, 1825],
  'travel-time': [0, 0.02, 0.2],
  'travel-half': [0.01, 0.1],
  'feeling-safe-takes': [0.2, 1, 5],
};

/**
 * Find formulas that give no number somewhere (divided by zero, the logarithm
 * of nothing), or less than nothing. They are tried at the best value of every
 * name, and with one name at a time at either end of its range.
 */
export function checkFormulas({ rules, services, assumptions }: Portfolio): Finding[] {
  const places: { tree: FormulaTree; path: string }[] = [
    { tree: rules.familiarity, path: 'rules.familiarity' },
    { tree: rules.tenureMultiplier, path: 'rules.tenure-multiplier' },
    { tree: rules.uptake, path: 'rules.uptake' },
    ...(rules.leaving?.factors.map(({ structure, factor }) => ({
      tree: factor,
      path: `rules.leaving.${structure}.factor`,
    })) ?? []),
  ];
  for (const { id, pathway } of services) {
    pathway.forEach(({ leave }, i) => {
      if (leave) places.push({ tree: leave, path: `services.${id}.pathway.${i}.leave` });
    });
  }
  return places.flatMap(({ tree, path }) => {
    const noNumber = faultOf(tree, assumptions, Number.isFinite);
    if (noNumber !== null) return [makeFinding('formula-no-number', path, { at: noNumber })];
    const negative = faultOf(tree, assumptions, (value) => value >= 0);
    return negative === null ? [] : [makeFinding('formula-negative', path, { at: negative })];
  });
}

/** Where what a formula gives is not as it should be, in words, or null. */
function faultOf(
  tree: FormulaTree,
  assumptions: readonly Assumption[],
  isGood: (value: number) => boolean,
): string | null {
  const used = namesOf(tree);
  const inUse = assumptions.filter(({ id }) => used.has(id));
  const best = Object.fromEntries(inUse.map(({ id, quantity }) => [id, quantity.value]));
  const variables = [...used].filter((name) => Object.hasOwn(TRIED, name));
  if (!isGoodEverywhere(tree, best, variables, isGood)) return 'the best value of every figure';
  for (const { id, quantity } of inUse) {
    for (const end of ['low', 'high'] as const) {
      const value = quantity[end];
      if (value === undefined) continue;
      if (!isGoodEverywhere(tree, { ...best, [id]: value }, variables, isGood)) {
        return `the ${end} value of “${id}”`;
      }
    }
  }
  return null;
}

function isGoodEverywhere(
  tree: FormulaTree,
  names: Record<string, number>,
  variables: string[],
  isGood: (value: number) => boolean,
): boolean {
  const formula = compileFormula(tree, names, variables);
  let tried: number[][] = [[]];
  for (const name of variables) {
    tried = tried.flatMap((values) => TRIED[name].map((value) => [...values, value]));
  }
  return tried.every((values) => isGood(formula(...values)));
}
