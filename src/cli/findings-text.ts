import { formatFinding, type Finding, type Severity } from '$lib/diagnostics/finding.ts';
import { listOf } from '$lib/words/numbers.ts';
import { severityInWords } from '$lib/words/grades.ts';

const SEVERITIES: Severity[] = ['error', 'warning', 'note'];

/**
 * Return findings for a terminal: one line each, `file:line:column code what`,
 * and below what must be mended or may mislead, why it matters and how to mend it.
 */
export function findingsText(findings: readonly Finding[]): string {
  return findings.map((finding) => `${linesOf(finding).join('\n')}\n`).join('');
}

/** "2 must be mended, 1 may mislead and 40 good to know"; "Nothing to mend" where there is none. */
export function countFindings(findings: readonly Finding[]): string {
  const counts = SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count > 0 ? [`${count} ${severityInWords(severity)}`] : [];
  });
  return counts.length > 0 ? listOf(counts) : 'Nothing to mend';
}

function linesOf(finding: Finding): string[] {
  const line = printable(formatFinding(finding));
  if (finding.severity === 'note') return [line];
  return [line, `    ${printable(finding.why)}`, `    ${printable(finding.mend)}`];
}

/** A file may hold what would move a terminal's cursor or colours: it is shown, not obeyed. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, (character) => {
    const code = character.codePointAt(0) as number;
    return `\\u{${code.toString(16)}}`;
  });
}
