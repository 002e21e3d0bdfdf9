import { exp, log, pow } from '../engine/elementary.ts';
import type { FormulaTree } from './formula-tree.ts';

/** A formula ready to run: takes its variables in the order they were named. */
export type CompiledFormula = (...values: number[]) => number;

type Step = (values: readonly number[]) => number;

/**
 * Return a function of the variables, with every other name fixed.
 *
 * `names` gives the values of assumptions in base units; a name that is in
 * neither is a mistake of the caller and throws. Nested closures: no code is
 * made from text. Comparisons give 1 or 0. The result has the same bits on
 * every machine, since `exp`, `log` and `pow` are the engine's own.
 */
export function compileFormula(
  tree: FormulaTree,
  names: Readonly<Record<string, number>>,
  variables: readonly string[],
): CompiledFormula {
  const step = compileStep(tree, names, variables);
  return (...values) => step(values);
}

function compileStep(
  tree: FormulaTree,
  names: Readonly<Record<string, number>>,
  variables: readonly string[],
): Step {
  const compile = (part: FormulaTree) => compileStep(part, names, variables);
  switch (tree.op) {
    case 'number': {
      const value = tree.value;
      return () => value;
    }
    case 'name':
      return compileName(tree.name, names, variables);
    case 'negate': {
      const of = compile(tree.of);
      return (values) => -of(values);
    }
    case 'if': {
      const test = compile(tree.test);
      const yes = compile(tree.yes);
      const no = compile(tree.no);
      return (values) => (test(values) !== 0 ? yes(values) : no(values));
    }
    case 'compare':
      return compileComparison(tree.how, compile(tree.left), compile(tree.right));
    case 'call':
      return compileCall(tree.name, tree.of.map(compile));
    default:
      return compileArithmetic(tree.op, compile(tree.left), compile(tree.right));
  }
}

function compileName(
  name: string,
  names: Readonly<Record<string, number>>,
  variables: readonly string[],
): Step {
  const index = variables.indexOf(name);
  if (index >= 0) return (values) => values[index];
  if (!Object.hasOwn(names, name)) throw new Error(`The formula's “${name}” has no value.`);
  const value = names[name];
  return () => value;
}

function compileComparison(how: '<' | '<=' | '>' | '>=' | '==', left: Step, right: Step): Step {
  switch (how) {
    case '<':
      return (values) => (left(values) < right(values) ? 1 : 0);
    case '<=':
      return (values) => (left(values) <= right(values) ? 1 : 0);
    case '>':
      return (values) => (left(values) > right(values) ? 1 : 0);
    case '>=':
      return (values) => (left(values) >= right(values) ? 1 : 0);
    case '==':
      return (values) => (left(values) === right(values) ? 1 : 0);
  }
}

function compileArithmetic(
  op: 'add' | 'subtract' | 'multiply' | 'divide' | 'power',
  left: Step,
  right: Step,
): Step {
  switch (op) {
    case 'add':
      return (values) => left(values) + right(values);
    case 'subtract':
      return (values) => left(values) - right(values);
    case 'multiply':
      return (values) => left(values) * right(values);
    case 'divide':
      return (values) => left(values) / right(values);
    case 'power':
      return (values) => pow(left(values), right(values));
  }
}

function compileCall(name: 'exp' | 'log' | 'sqrt' | 'min' | 'max', of: Step[]): Step {
  const first = of[0];
  switch (name) {
    case 'exp':
      return (values) => exp(first(values));
    case 'log':
      return (values) => log(first(values));
    case 'sqrt':
      return (values) => Math.sqrt(first(values));
    case 'min':
      return (values) => of.reduce((least, step) => Math.min(least, step(values)), Infinity);
    case 'max':
      return (values) => of.reduce((most, step) => Math.max(most, step(values)), -Infinity);
  }
}
