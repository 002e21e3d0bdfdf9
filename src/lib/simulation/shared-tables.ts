/** Tables that several stages, groups or scenarios need alike are made once. */
import type { CumulativeHazard } from '../engine/hazard.ts';
import type { QuantileTable } from '../engine/quantile-table.ts';
import type { FormulaTree } from '../formula/formula-tree.ts';
import { namesOf } from '../formula/names-of.ts';

/** A hazard of leaving early: its rate with nobody beside the person, and its table if it has a clock. */
export interface Leaving {
  alone: number;
  table: CumulativeHazard | null;
}

/** Tables of one kind that are kept: of a few scenarios, each of some tens. */
const MOST_TABLES = 400;

/**
 * Tables by what they are made from. When there are too many, all are forgotten.
 *
 * South Ayrshire asks for 119 hazards of leaving and needs 22: what is not
 * made twice is not loaded into the processor's cache twice either.
 */
export class SharedTables {
  private readonly leavings = new Map<string, Leaving>();
  private readonly tenures = new Map<string, CumulativeHazard>();
  private readonly differing = new Map<string, QuantileTable>();

  leaving(key: string, make: () => Leaving): Leaving {
    return once(this.leavings, key, make);
  }

  tenure(key: string, make: () => CumulativeHazard): CumulativeHazard {
    return once(this.tenures, key, make);
  }

  differences(key: string, make: () => QuantileTable): QuantileTable {
    return once(this.differing, key, make);
  }
}

function once<T>(made: Map<string, T>, key: string, make: () => T): T {
  let one = made.get(key);
  if (one === undefined) {
    one = make();
    if (made.size === MOST_TABLES) made.clear();
    made.set(key, one);
  }
  return one;
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
