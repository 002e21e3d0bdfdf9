import type {
  ConditionalNode,
  ConstantNode,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  SymbolNode,
} from 'mathjs';
import type { FormulaTree } from './formula-tree.ts';
import { timeUnit } from './units.ts';

/** What is not on the allow-list, in words. */
export class NotAllowed extends Error {
  constructor(readonly part: string) {
    super(part);
  }
}

const FUNCTIONS = { exp: 1, log: 1, sqrt: 1, min: 2, max: 2 } as const;
const ARITHMETIC = new Map([
  ['+', 'add'],
  ['-', 'subtract'],
  ['*', 'multiply'],
  ['/', 'divide'],
  ['^', 'power'],
] as const);
const COMPARISONS = new Set(['<', '<=', '>', '>=', '==']);

/**
 * Return our tree for mathjs's, or throw `NotAllowed` for any node that is not
 * on the list. The list is what keeps formulas harmless: whatever mathjs may
 * learn to parse, only these parts come through.
 */
export function treeFromMath(node: MathNode): FormulaTree {
  switch (node.type) {
    case 'ParenthesisNode':
      return treeFromMath((node as ParenthesisNode).content);
    case 'ConstantNode':
      return numberOf(node as ConstantNode);
    case 'SymbolNode':
      return { op: 'name', name: (node as SymbolNode).name };
    case 'OperatorNode':
      return operatorOf(node as OperatorNode);
    case 'FunctionNode':
      return callOf(node as FunctionNode);
    case 'ConditionalNode': {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      const [test, yes, no] = [condition, trueExpr, falseExpr].map(treeFromMath);
      return { op: 'if', test, yes, no };
    }
    default:
      throw new NotAllowed(NODE_WORDS[node.type] ?? 'This');
  }
}

const NODE_WORDS: Record<string, string> = {
  AccessorNode: 'Looking inside a name with “.” or “[ ]”',
  ArrayNode: 'A list',
  AssignmentNode: 'Giving a name a value with “=”',
  BlockNode: 'A second formula after “;”',
  FunctionAssignmentNode: 'Defining a function',
  IndexNode: 'Looking inside a name with “[ ]”',
  ObjectNode: 'A mapping',
  RangeNode: 'A row of numbers with “:”',
  RelationalNode: 'A chain of comparisons',
};

function numberOf(node: ConstantNode): FormulaTree {
  const value: unknown = node.value;
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new NotAllowed(typeof value === 'string' ? 'Text in quotes' : `“${String(value)}”`);
  }
  return { op: 'number', value };
}

function operatorOf(node: OperatorNode): FormulaTree {
  const sign: string = node.op;
  const parts = node.args.map(treeFromMath);
  if (parts.length === 1 && sign === '-') return { op: 'negate', of: parts[0] };
  if (parts.length === 1 && sign === '+') return parts[0];
  const [left, right] = parts;
  if ((node as { implicit?: boolean }).implicit && !isTime(left, right)) {
    throw new NotAllowed('Leaving out “*” between two parts');
  }
  const op = ARITHMETIC.get(sign as '+');
  if (parts.length === 2 && op) return { op, left, right };
  if (parts.length === 2 && COMPARISONS.has(sign)) {
    return { op: 'compare', how: sign as '<', left, right };
  }
  throw new NotAllowed(`“${sign}”`);
}

/** “36 months”: a number and its unit, which the place must know as a name. */
function isTime(left: FormulaTree, right: FormulaTree): boolean {
  return left.op === 'number' && right.op === 'name' && timeUnit(right.name) !== null;
}

function callOf(node: FunctionNode): FormulaTree {
  const called = node.fn as unknown as MathNode;
  const name = called.type === 'SymbolNode' ? (called as SymbolNode).name : '';
  if (!Object.hasOwn(FUNCTIONS, name)) {
    throw new NotAllowed(name ? `The function “${name}”` : 'Calling this');
  }
  const known = name as keyof typeof FUNCTIONS;
  const wanted = FUNCTIONS[known];
  const count = node.args.length;
  if (wanted === 1 ? count !== 1 : count < 2) {
    throw new NotAllowed(`“${name}” of ${count} ${count === 1 ? 'part' : 'parts'}`);
  }
  return { op: 'call', name: known, of: node.args.map(treeFromMath) };
}
