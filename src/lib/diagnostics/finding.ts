/**
 * Findings: what is wrong with something a person wrote, where, why it matters
 * and how to mend it. Stages that read what people write return them beside
 * their value; they throw only for our own bugs.
 */

/** An error leaves no value; a warning may mislead; a note says what is good to know. */
export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  /** From the catalogue, kebab-case; never reused for another meaning. */
  code: string;
  severity: Severity;
  /** Path of the file as the caller named it; empty until the finding is placed. */
  file: string;
  /** From 1; 0 until the finding is placed. */
  line: number;
  column: number;
  /** Where it stands in the file: "services.roads.pathway.0.leave". */
  path?: string;
  /** True when the key, not its value, is at fault. */
  atKey?: boolean;
  /** Characters from the start of the text at `path` to the fault, for formulas. */
  offset?: number;
  what: string;
  why: string;
  mend: string;
}

/** What every stage returns that reads something a person wrote. */
export interface Checked<T> {
  value: T | null;
  findings: Finding[];
}

const WEIGHT: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** True when a finding leaves no value to go on with. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity === 'error');
}

/** Return the findings by file, line and column; at one place, the gravest first. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      WEIGHT[a.severity] - WEIGHT[b.severity] ||
      compareText(a.code, b.code),
  );
}

/** Return the one-line form: `file:line:column code what it says`. */
export function formatFinding(finding: Finding): string {
  const place = `${finding.file}:${finding.line}:${finding.column}`;
  return `${place} ${finding.code} ${finding.what}`;
}

/** Code-unit order: the same in every language and on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
