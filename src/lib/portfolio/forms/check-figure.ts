import type { Finding } from '../../diagnostics/finding.ts';
import type { PortfolioFile } from '../portfolio-file.ts';
import { resolve } from '../resolve.ts';
import { withValue } from './with-value.ts';

/** What another value at a place would bring, where the model has it. */
export interface PlaceFindings {
  /** About the place itself, by the key inside it: `best`, `low`, `high`, `source`, `why`, or ''. */
  here: { field: string; finding: Finding }[];
  /** Errors that it would make elsewhere. */
  elsewhere: Finding[];
}

/**
 * Return the errors that a value at a path of a model would make, those the
 * model has already left out. The model is read as a run would read it.
 */
export function checkValue(
  raw: PortfolioFile,
  path: string,
  value: unknown,
  id: string,
): PlaceFindings {
  const after = errorsOf(withValue(raw, path, value) as PortfolioFile, id);
  const within = ({ path: at = '' }: Finding) => at === path || at.startsWith(`${path}.`);
  const others = after.filter((finding) => !within(finding));
  // Reading a large model takes a while: what was wrong before is asked only where it matters.
  const before = new Set(others.length > 0 ? errorsOf(raw, id).map(keyOf) : []);
  return {
    here: after
      .filter(within)
      .map((finding) => ({ field: (finding.path ?? '').slice(path.length + 1), finding })),
    elsewhere: others.filter((finding) => !before.has(keyOf(finding))),
  };
}

function errorsOf(raw: PortfolioFile, id: string): Finding[] {
  return resolve(raw, { id }).findings.filter(({ severity }) => severity === 'error');
}

function keyOf({ code, path, what }: Finding): string {
  return `${code} ${path} ${what}`;
}
