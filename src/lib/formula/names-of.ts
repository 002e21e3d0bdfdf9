import type { FormulaTree } from './formula-tree.ts';

/** Return the names a formula uses, each once, in order of first use. */
export function namesOf(tree: FormulaTree): Set<string> {
  const names = new Set<string>();
  visit(tree, (part) => {
    if (part.op === 'name') names.add(part.name);
  });
  return names;
}

/** Call back for the tree and every tree inside it, from left to right. */
export function visit(tree: FormulaTree, callback: (part: FormulaTree) => void): void {
  callback(tree);
  for (const part of partsOf(tree)) visit(part, callback);
}

function partsOf(tree: FormulaTree): FormulaTree[] {
  switch (tree.op) {
    case 'number':
    case 'name':
      return [];
    case 'negate':
      return [tree.of];
    case 'if':
      return [tree.test, tree.yes, tree.no];
    case 'call':
      return tree.of;
    default:
      return [tree.left, tree.right];
  }
}
