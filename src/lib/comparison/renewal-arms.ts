import type { Arm } from '../experiment/run-request.ts';
import { applyChanges } from '../portfolio/apply-changes.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import type { Change } from '../portfolio/portfolio.ts';
import type { Renewal } from './summary.ts';

/** Return the reading of renewal that is not this one. */
export function otherRenewal(read: Renewal): Renewal {
  return read === 'per year' ? 'per decision' : 'per year';
}

/** Return the arms of scenarios under a reading of renewal that the model does not ask for. */
export function armsWithRenewal(
  scenarios: readonly Pick<Arm, 'id' | 'changes'>[],
  raw: PortfolioFile,
  renewal: Renewal,
): Arm[] {
  return scenarios.map(({ id, changes }) => ({
    id,
    changes: [...changes, renewalChange(raw, changes, renewal)],
  }));
}

function renewalChange(raw: PortfolioFile, changes: readonly Change[], to: Renewal): Change {
  const { value } = applyChanges(raw, changes);
  const hasRules = typeof value === 'object' && value !== null && 'rules' in value;
  return hasRules ? { set: 'rules.renewal', to } : { add: 'rules', as: { renewal: to } };
}
