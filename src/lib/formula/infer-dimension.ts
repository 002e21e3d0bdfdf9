import { powersInWords, powersOf, type Dimension, type Powers } from './dimension.ts';
import type { FormulaTree } from './formula-tree.ts';

/** What a formula gives: powers of time and money, or yes and no. */
export type Inferred = Powers | 'yes-or-no';

/** Why a formula has no dimension, in words. */
export class DimensionFault extends Error {}

const PLAIN: Powers = { time: 0, money: 0 };

/**
 * Return what a formula gives, from what its names are. Throws `DimensionFault`
 * where parts do not go together; every name must be known.
 */
export function inferDimension(
  tree: FormulaTree,
  dimensions: ReadonlyMap<string, Dimension>,
): Inferred {
  const infer = (part: FormulaTree) => inferDimension(part, dimensions);
  const measure = (part: FormulaTree): Powers => {
    const found = infer(part);
    if (found === 'yes-or-no')
      throw new DimensionFault('A comparison stands where a number belongs.');
    return found;
  };
  switch (tree.op) {
    case 'number':
      return PLAIN;
    case 'name': {
      const dimension = dimensions.get(tree.name);
      if (!dimension) throw new Error(`“${tree.name}” has no dimension.`);
      return powersOf(dimension);
    }
    case 'negate':
      return measure(tree.of);
    case 'add':
    case 'subtract':
      return same(measure(tree.left), measure(tree.right), tree.op === 'add' ? '+' : '-');
    case 'multiply':
      return combine(measure(tree.left), measure(tree.right), 1);
    case 'divide':
      return combine(measure(tree.left), measure(tree.right), -1);
    case 'power':
      return raised(measure(tree.left), measure(tree.right), tree.right);
    case 'compare':
      same(measure(tree.left), measure(tree.right), tree.how);
      return 'yes-or-no';
    case 'if':
      if (infer(tree.test) !== 'yes-or-no') {
        throw new DimensionFault('What stands before “?” must be a comparison.');
      }
      return same(measure(tree.yes), measure(tree.no), '? :');
    case 'call':
      return called(tree.name, tree.of.map(measure));
  }
}

function same(left: Powers, right: Powers, sign: string): Powers {
  if (left.time !== right.time || left.money !== right.money) {
    throw new DimensionFault(`“${sign}” joins ${powersInWords(left)} and ${powersInWords(right)}.`);
  }
  return left;
}

function combine(left: Powers, right: Powers, sign: 1 | -1): Powers {
  return { time: left.time + sign * right.time, money: left.money + sign * right.money };
}

function isPlain(powers: Powers): boolean {
  return powers.time === 0 && powers.money === 0;
}

function raised(base: Powers, exponent: Powers, written: FormulaTree): Powers {
  if (!isPlain(exponent)) {
    throw new DimensionFault(`“^” raises to ${powersInWords(exponent)}, not to a plain number.`);
  }
  if (isPlain(base)) return base;
  const value = written.op === 'negate' ? negated(written.of) : numberIn(written);
  if (value === null || Math.floor(value) !== value) {
    throw new DimensionFault(`“^” raises ${powersInWords(base)} to what is not a whole number.`);
  }
  return { time: base.time * value, money: base.money * value };
}

function numberIn(tree: FormulaTree): number | null {
  return tree.op === 'number' ? tree.value : null;
}

function negated(tree: FormulaTree): number | null {
  return tree.op === 'number' ? -tree.value : null;
}

function called(name: 'exp' | 'log' | 'sqrt' | 'min' | 'max', of: Powers[]): Powers {
  if (name === 'min' || name === 'max') return of.reduce((a, b) => same(a, b, name));
  if (name === 'sqrt') return { time: of[0].time / 2, money: of[0].money / 2 };
  if (!isPlain(of[0])) {
    throw new DimensionFault(`${name} is taken of ${powersInWords(of[0])}, not of a plain number.`);
  }
  return PLAIN;
}
