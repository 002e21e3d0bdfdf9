import type { FormulaTree } from './formula-tree.ts';

/** Return a formula in which another stands wherever a name stood. */
export function putInPlace(tree: FormulaTree, name: string, by: FormulaTree): FormulaTree {
  const inside = (part: FormulaTree) => putInPlace(part, name, by);
  switch (tree.op) {
    case 'number':
      return tree;
    case 'name':
      return tree.name === name ? by : tree;
    case 'negate':
      return { ...tree, of: inside(tree.of) };
    case 'if':
      return { ...tree, test: inside(tree.test), yes: inside(tree.yes), no: inside(tree.no) };
    case 'call':
      return { ...tree, of: tree.of.map(inside) };
    default:
      return { ...tree, left: inside(tree.left), right: inside(tree.right) };
  }
}
