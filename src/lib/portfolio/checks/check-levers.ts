import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import { applyChanges } from '../apply-changes.ts';
import type { Portfolio } from '../portfolio.ts';

/** Find levers whose path leads to nothing in the file. */
export function checkLevers({ levers }: Portfolio, raw: unknown): Finding[] {
  return levers.flatMap(({ sets }, index) => {
    const { findings, paths } = applyChanges(raw, [{ set: sets, to: 0 }]);
    if (findings.length === 0 && paths.length > 0) return [];
    return [makeFinding('lever-sets-nothing', `levers.${index}.sets`, { path: sets.slice(0, 80) })];
  });
}
