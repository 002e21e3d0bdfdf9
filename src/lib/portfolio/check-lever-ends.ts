import type { Code } from '../diagnostics/catalogue.ts';
import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import { touches } from './touches.ts';
import { leverChange, leverEnds } from './lever-changes.ts';
import type { PortfolioFile } from './portfolio-file.ts';
import type { Lever } from './portfolio.ts';
import { resolve } from './resolve.ts';

/** Faults of one figure alone; others may come from several levers at their ends at once. */
const OF_ONE_FIGURE: ReadonlySet<string> = new Set<Code>([
  'chance-without-rate',
  'choice-unknown',
  'date-not-readable',
  'figure-negative',
  'figure-not-readable',
  'figure-not-whole',
  'figure-too-large',
  'figure-zero',
  'law-not-known',
  'share-above-all',
  'shape-wrong',
  'unit-missing',
  'unit-wrong',
]);

/** Return findings for levers whose ends the model could not read. */
export function checkLeverEnds(
  levers: readonly Lever[],
  raw: PortfolioFile,
  id: string,
): Finding[] {
  const broken = new Map<number, string>();
  for (const end of [0, 1] as const) {
    const changes = levers.map((lever) => leverChange(lever, leverEnds(lever)[end]));
    for (const { code, path, what } of resolve(raw, { id, changes }).findings) {
      if (!OF_ONE_FIGURE.has(code)) continue;
      const index = changes.findIndex((change) => touches(change, path ?? ''));
      if (index >= 0 && !broken.has(index)) broken.set(index, what);
    }
  }
  return [...broken].map(([index, what]) =>
    makeFinding('lever-breaks-model', `levers.${index}.sets`, { id: levers[index].id, what }),
  );
}
