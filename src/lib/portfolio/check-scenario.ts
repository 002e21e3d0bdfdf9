import type { Finding } from '../diagnostics/finding.ts';
import type { PortfolioFile } from './portfolio-file.ts';
import type { Change, Scenario } from './portfolio.ts';
import { resolve } from './resolve.ts';
import { touches } from './touches.ts';

/** What a scenario is compared with: the model as it is, and what was found in it. */
export interface Ground {
  raw: PortfolioFile;
  id: string;
  baseline: readonly Finding[];
}

/**
 * Return the findings of a model with a scenario's changes that it does not
 * have without, at the change that made the path they are about.
 *
 * The first `inherited` changes come from the scenario it builds on; what they
 * bring about is found there.
 */
export function checkScenario(scenario: Scenario, inherited: number, ground: Ground): Finding[] {
  const { changes } = scenario;
  if (changes.length === 0) return [];
  const known = new Set(ground.baseline.map(sameness));
  const changed = resolve(ground.raw, { id: ground.id, changes });
  return changed.findings.flatMap((finding) => {
    if (known.has(sameness(finding))) return [];
    const own = ownChange(finding, changes, inherited);
    return own === null ? [] : [{ ...finding, ...own }];
  });
}

function sameness({ code, path, what }: Finding): string {
  return `${code} ${path} ${what}`;
}

/** Where in the scenario's file a finding belongs; null for a change of its base. */
function ownChange(finding: Finding, changes: readonly Change[], inherited: number) {
  const path = finding.path ?? '';
  const index = /^changes\.(\d+)/.exec(path);
  const at = index ? Number(index[1]) : changes.findLastIndex((change) => touches(change, path));
  const what = index ? finding.what : `${finding.what} (At ${path}.)`;
  if (at < 0) return { path: 'changes', atKey: true, what };
  if (at < inherited) return null;
  const rest = index ? path.slice(index[0].length) : '';
  const key = rest || ('to' in changes[at] ? '.to' : '');
  return { path: `changes.${at - inherited}${key}`, what };
}
