/**
 * Which of a draft's changes a finding comes from. A finding names the place in the model that it
 * is about, which need not be the place that was changed: posts that cost more than an award pays
 * are found at the award.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { Change } from '../portfolio/portfolio.ts';
import { touches } from '../portfolio/touches.ts';

export class FindingCauses {
  /** What was tried before, the newest last. */
  #tried: { changes: readonly Change[]; found: Set<string> }[] = [];

  /** Remember what was found in a draft. */
  record(changes: readonly Change[], findings: readonly Finding[]): void {
    this.#tried = [
      ...this.#tried.filter((tried) => tried.changes !== changes).slice(-49),
      { changes, found: new Set(findings.map(sameness)) },
    ];
  }

  /**
   * Return the changes that a finding comes from: the one it names, else those at or around its
   * place, else those made since the last time that it was not found; none where that is not known.
   */
  of(finding: Finding, changes: readonly Change[]): Change[] {
    const path = finding.path ?? '';
    const named = /^changes\.(\d+)/.exec(path);
    if (named) return changes.slice(Number(named[1]), Number(named[1]) + 1);
    const around = changes.filter((change) => touches(change, path));
    if (around.length > 0) return around;
    if (changes.length === 1) return [...changes];
    const without = this.#tried.findLast(({ found }) => !found.has(sameness(finding)));
    if (!without) return [];
    const before = new Set(without.changes.map((change) => JSON.stringify(change)));
    return changes.filter((change) => !before.has(JSON.stringify(change)));
  }
}

function sameness({ code, path, what }: Finding): string {
  return `${code} ${path} ${what}`;
}
