import type { Finding } from '../diagnostics/finding.ts';
import { placeOf, type Positions } from './positions.ts';

/** Return findings with their file, line and column, from the places of their paths. */
export function placeFindings(
  findings: readonly Finding[],
  file: string,
  positions: Positions,
): Finding[] {
  return findings.map((finding) => {
    if (finding.line > 0) return { ...finding, file: finding.file || file };
    const path = finding.path ?? '';
    const place = placeOf(positions, path, finding.atKey ?? false);
    const inLine = positions.get(path)?.inLine ?? false;
    const moved = inLine && finding.offset !== undefined ? finding.offset : 0;
    return { ...finding, file, line: place.line, column: place.column + moved };
  });
}
