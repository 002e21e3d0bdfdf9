import type { Checked, Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';
import type { PortfolioFile } from './portfolio-file.ts';
import type { Change, Portfolio, Scenario } from './portfolio.ts';
import { resolve } from './resolve.ts';
import { touches } from './touches.ts';

/** What a scenario is compared with: the model as it is, and what was found in it. */
export interface Ground {
  raw: PortfolioFile;
  portfolio: Portfolio;
  id: string;
  baseline: readonly Finding[];
}

export interface CheckedScenario {
  /** Findings of the model with the scenario's changes that it does not have without. */
  added: Finding[];
  /** Those of them that are found in this scenario, at the change that made the path they are about. */
  found: Finding[];
  /** Paths of assumptions that this scenario uses and the model as it is does not. */
  uses: string[];
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
  if (changes.length === 0) return { added: [], found: [], uses: [] };
  const known = new Set(ground.baseline.map(sameness));
  const changed = resolve(ground.raw, { id: ground.id, changes });
  const ofChanges = changed.findings.filter(
    (finding) =>
      !known.has(sameness(finding)) &&
      !isUsedWithout(finding, ground.raw) &&
      !ofWarmUp.has(finding.code),
  );
  const added = [...ofChanges, ...keptEnds(ground.portfolio, changed.value)];
  const found = added.flatMap((finding) => {
    const own = ownChange(finding, changes, inherited);
    return own === null ? [] : [{ ...finding, ...own }];
  });
  const idle = changes.flatMap((change, index) => {
    const path = 'set' in change ? change.set : 'add' in change ? change.add : change.remove;
    if (index < inherited || !beforeStart.test(path)) return [];
    return [makeFinding('change-before-start', `changes.${index - inherited}`, { path })];
  });
  return { added, found: [...found, ...idle], uses: usedNow(ground.baseline, changed) };
}

/** Ends that a scenario gives to awards that run at the start: these end as they do in the model. */
function keptEnds(baseline: Portfolio, changed: Portfolio | null): Finding[] {
  return baseline.contracts.flatMap(({ id, name, recurrent, firstEnds }) => {
    const then = changed?.contracts.find((contract) => contract.id === id);
    if (!then || recurrent || then.recurrent || then.firstEnds === firstEnds) return [];
    return [makeFinding('change-of-running-end', `contracts.${id}.first-ends`, { name })];
  });
}

/** What is read from the model as it is alone, for the warm-up begins with it. */
const beforeStart =
  /^services\.[^.]+\.(pathway\.[^.]+\.(together-)?today|waiting-today|waited-today)(\.|$)/;

/** What the model's own list of today brings about is not for a scenario to mend. */
const ofWarmUp: ReadonlySet<string> = new Set(['list-missing', 'list-over-limit']);

/** What the model as it is uses is not left lying about because a scenario puts something in its place. */
function isUsedWithout({ code, path = '' }: Finding, { assumptions = {} }: PortfolioFile): boolean {
  return (
    code === 'assumption-unused' && Object.hasOwn(assumptions, path.slice('assumptions.'.length))
  );
}

function usedNow(baseline: readonly Finding[], { value, findings }: Checked<Portfolio>): string[] {
  // What cannot be read says nothing of what it uses.
  if (!value) return [];
  const there = new Set(value.assumptions.map(({ id }) => `assumptions.${id}`));
  const still = new Set(unusedIn(findings));
  return unusedIn(baseline).filter((path) => there.has(path) && !still.has(path));
}

function unusedIn(findings: readonly Finding[]): string[] {
  return findings.flatMap(({ code, path = '' }) => (code === 'assumption-unused' ? [path] : []));
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
