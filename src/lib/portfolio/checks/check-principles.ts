import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import type { FormulaTree } from '../../formula/formula-tree.ts';
import { visit } from '../../formula/names-of.ts';
import type { Portfolio } from '../portfolio.ts';
import { namesOfScope } from '../principle-names.ts';

/** Find tests that always give the same answer, because a share is taken for a percentage. */
export function checkPrinciples({ principles }: Portfolio): Finding[] {
  return principles.flatMap(({ scope, test, partly }, index) => {
    const names = namesOfScope(scope);
    const tests = { test, ...(partly ? { partly } : {}) };
    return Object.entries(tests).flatMap(([key, tree]) =>
      sharesAboveAll(tree, (name) => names.get(name) === 'share').map((details) =>
        makeFinding('principle-share-above-all', `principles.${index}.${key}`, details),
      ),
    );
  });
}

function sharesAboveAll(
  tree: FormulaTree,
  isShare: (name: string) => boolean,
): { name: string; written: string }[] {
  const found: { name: string; written: string }[] = [];
  visit(tree, (part) => {
    if (part.op !== 'compare') return;
    for (const [one, other] of [
      [part.left, part.right],
      [part.right, part.left],
    ]) {
      if (one.op !== 'name' || other.op !== 'number' || !isShare(one.name)) continue;
      if (other.value > 1) found.push({ name: one.name, written: String(other.value) });
    }
  });
  return found;
}
