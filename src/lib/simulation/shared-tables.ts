/** Tables that several stages, groups or scenarios need alike are made once. */
import type { CumulativeHazard } from '../engine/hazard.ts';
import type { FormulaTree } from '../formula/formula-tree.ts';
import { namesOf } from '../formula/names-of.ts';

/**
 * Cumulative hazards by what they are made from.
 *
 * South Ayrshire asks for 119 and needs 22: what is not made twice is not
 * loaded into the cache twice either.
 */
export class SharedTables {
  private readonly made = new Map<string, CumulativeHazard>();

  get(key: string, make: () => CumulativeHazard): CumulativeHazard {
    let table = this.made.get(key);
    if (table === undefined) {
      table = make();
      this.made.set(key, table);
    }
    return table;
  }
}

/**
 * Return a text that is the same only for formulas that give the same numbers:
 * `kind`, the trees, and the values of the names that they use.
 */
export function formulaKey(
  kind: string,
  values: Readonly<Record<string, number>>,
  trees: readonly FormulaTree[],
): string {
  const names = new Set(trees.flatMap((tree) => [...namesOf(tree)]));
  const used = [...names].map((name) => `${name}=${values[name]}`);
  return [kind, ...used, ...trees.map((tree) => JSON.stringify(tree))].join(' ');
}
