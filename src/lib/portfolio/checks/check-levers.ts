import type { Finding } from '../../diagnostics/finding.ts';
import { makeFinding } from '../../diagnostics/make-finding.ts';
import { applyChanges } from '../apply-changes.ts';
import type { Portfolio } from '../portfolio.ts';

/** Find levers whose path leads to nothing in the file. */
export function checkLevers({ levers }: Portfolio, raw: unknown): Finding[] {
  if (levers.length === 0) return [];
  const { findings } = applyChanges(
    raw,
    levers.map(({ sets }) => ({ set: sets, to: 0 })),
  );
  const broken = new Set(findings.map(({ path }) => Number(path?.split('.')[1])));
  return [...broken].map((index) => {
    const path = levers[index].sets.slice(0, 80);
    return makeFinding('lever-sets-nothing', `levers.${index}.sets`, { path });
  });
}
