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

export interface CheckedScenario {
  /** Findings of the model with the scenario's changes that it does not have without. */
  added: Finding[];
  /** Those of them that are found in this scenario, at the change that made the path they are about. */
  found: Finding[];
}

/**
 * Return what a scenario's changes bring about.
 *
 * The first `inherited` changes come from the scenario it builds on; what they
 * bring about is found there.
 */
export function checkScenario(
  scenario: Scenario,
  inherited: number,
  ground: Ground,
): CheckedScenario {
  const { changes } = scenario;
  if (changes.length === 0) return { added: [], found: [] };
  const known = new Set(ground.baseline.map(sameness));
  const changed = resolve(ground.raw, { id: ground.id, changes });
  const added = changed.findings.filter((finding) => !known.has(sameness(finding)));
  const found = added.flatMap((finding) => {
    const own = ownChange(finding, changes, inherited);
    return own === null ? [] : [{ ...finding, ...own }];
  });
  return { added, found };
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
