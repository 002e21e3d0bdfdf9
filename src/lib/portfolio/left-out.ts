import type { Finding } from '../diagnostics/finding.ts';
import { makeFinding } from '../diagnostics/make-finding.ts';

/** A file beside a model's own. */
export interface FileBeside {
  path: string;
  /** Its text, where it is YAML that can be read. */
  text: string | null;
}

/** Most names that a finding lists. */
const MOST_NAMES = 5;

/** Return what is to be said of files that are not read: scenarios at a wrong place, and others. */
export function leftOutFindings(files: readonly FileBeside[]): Finding[] {
  const scenarios = files.filter(({ text }) => text !== null && looksLikeScenario(text));
  const others = files.filter((file) => !scenarios.includes(file));
  return [
    ...(scenarios.length > 0
      ? [makeFinding('scenarios-left-out', '', { names: namesOf(scenarios) })]
      : []),
    ...(others.length > 0 ? [makeFinding('files-left-out', '', { names: namesOf(others) })] : []),
  ];
}

/** Only a scenario has changes at its outermost level. */
export function looksLikeScenario(text: string): boolean {
  return /^\uFEFF?["']?changes["']?[ \t]*:/m.test(text);
}

function namesOf(files: readonly FileBeside[]): string {
  const names = files.slice(0, MOST_NAMES).map(({ path }) => path);
  if (files.length > MOST_NAMES) names.push(`and ${files.length - MOST_NAMES} more`);
  return names.join(', ');
}
