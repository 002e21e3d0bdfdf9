import type { Finding } from '../diagnostics/finding.ts';
import { checkAgreements } from './checks/check-agreements.ts';
import { checkFormulas } from './checks/check-formulas.ts';
import { checkLevers } from './checks/check-levers.ts';
import { checkMoney } from './checks/check-money.ts';
import { checkPrinciples } from './checks/check-principles.ts';
import { checkReach } from './checks/check-reach.ts';
import { checkSize } from './checks/check-size.ts';
import { checkUse } from './checks/check-use.ts';
import type { Change, Portfolio } from './portfolio.ts';

/**
 * Return findings about a model that can be read, but cannot be right, cannot
 * be run, or may mislead. `raw` is the plain object it was resolved from.
 */
export function checkMeaning(
  portfolio: Portfolio,
  raw: unknown,
  changes: readonly Change[],
): Finding[] {
  return [
    ...checkSize(portfolio),
    ...checkFormulas(portfolio),
    ...checkReach(portfolio),
    ...checkUse(portfolio),
    ...checkMoney(portfolio, comparesTerms(portfolio, changes)),
    ...checkLevers(portfolio, raw),
    ...checkPrinciples(portfolio),
    ...checkAgreements(portfolio),
  ];
}

/** True when a lever or a change sets the length of awards. */
function comparesTerms({ levers }: Portfolio, changes: readonly Change[]): boolean {
  const paths = [...levers.map(({ sets }) => sets), ...changes.map(pathOf)];
  return paths.some((path) => path.startsWith('contracts.') && path.endsWith('.term'));
}

function pathOf(change: Change): string {
  return 'set' in change ? change.set : 'add' in change ? change.add : change.remove;
}
