import type { Dimension } from '../formula/dimension.ts';
import type { FormulaTree } from '../formula/formula-tree.ts';
import { parseFormula } from '../formula/parse-formula.ts';
import { putInPlace } from '../formula/put-in-place.ts';
import { readWords } from '../formula/written-quantity.ts';
import type { Assumption } from './portfolio.ts';
import { readFigure } from './read-figure.ts';
import type { Slot } from './slot.ts';

export type Clock = ReadonlyMap<string, Dimension>;

/** What `leaving` stands for in a stage: the factor of the rule of that name. */
const LEAVING = 'leaving';

/** The figures a rule works with, by the place where its formula stands. */
export const VARIABLES = {
  familiarity: new Map<string, Dimension>([
    ['time-together', 'time'],
    ['feeling-safe-takes', 'number'],
  ]),
  tenureMultiplier: new Map<string, Dimension>([['confirmed-funding', 'time']]),
  uptake: new Map<string, Dimension>([
    ['travel-time', 'time'],
    ['travel-half', 'time'],
  ]),
  leavingByFamiliarity: new Map<string, Dimension>([
    ['familiarity', 'number'],
    ['time-together', 'time'],
    ['feeling-safe-takes', 'number'],
  ]),
  leavingByService: new Map<string, Dimension>([
    ['time-in-service', 'time'],
    ['feeling-safe-takes', 'number'],
  ]),
  leave: new Map<string, Dimension>([
    ['familiarity', 'number'],
    ['time-together', 'time'],
    ['time-in-service', 'time'],
    ['feeling-safe-takes', 'number'],
  ]),
};

/** Words that mean something in a formula already, so that no assumption may have them. */
export const RESERVED: ReadonlySet<string> = new Set([
  ...Object.values(VARIABLES).flatMap((names) => [...names.keys()]),
  LEAVING,
  ...['exp', 'log', 'sqrt', 'min', 'max'],
  ...['mod', 'to', 'in', 'and', 'or', 'xor', 'not', 'end', 'true', 'false', 'null', 'undefined'],
  ...['open-ended', 'recurrent', 'stop', 'none'],
]);

/** Return the checked formula in a slot, or null with findings. */
export function readFormula(
  slot: Slot,
  variables: ReadonlyMap<string, Dimension>,
  gives: Dimension | 'yes-or-no',
  assumptions: readonly Assumption[],
): FormulaTree | null {
  const text = slot.text('a formula');
  if (text === null) return null;
  const words = new Set(text.match(/[a-z][a-z0-9-]*/g));
  const { brokenAssumptions, certainChances } = slot.context;
  if ([...brokenAssumptions].some((id) => words.has(id))) return null;
  const certain = assumptions.find(({ id }) => words.has(id) && certainChances.has(id));
  if (certain) {
    return slot.fail('chance-without-rate', { written: certainChances.get(certain.id) ?? '' });
  }
  const names = new Map(variables);
  for (const { id, quantity } of assumptions) names.set(id, quantity.dimension);
  const { value, findings } = parseFormula(text, { path: slot.path, names, gives });
  slot.context.findings.push(...findings);
  return value;
}

/**
 * Return a hazard that may be a plain figure or a formula. A plain figure
 * becomes a name whose quantity joins the assumptions under its path, so that
 * its range is drawn like any other.
 */
export function readHazard(slot: Slot, assumptions: readonly Assumption[]): FormulaTree | null {
  const plain =
    slot.isMapping ||
    typeof slot.value === 'number' ||
    (typeof slot.value === 'string' && readWords(slot.value) !== null);
  if (!plain) {
    const { leavingFactor } = slot.context;
    if (!leavingFactor) return readFormula(slot, VARIABLES.leave, 'rate', assumptions);
    const names = new Map(VARIABLES.leave).set(LEAVING, 'number');
    const tree = readFormula(slot, names, 'rate', assumptions);
    return tree && putInPlace(tree, LEAVING, leavingFactor);
  }
  const quantity = readFigure(slot, 'rate');
  if (!quantity) return null;
  const rationale = quantity.why ?? '';
  slot.context.inFormulas.push({ id: slot.path, quantity, rationale });
  return { op: 'name', name: slot.path };
}
