import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EDITING_FINDINGS } from '$lib/diagnostics/catalogue-editing.ts';
import { OPENING_FINDINGS } from '$lib/diagnostics/catalogue-opening.ts';
import { SNAPSHOT_FINDINGS } from '$lib/diagnostics/catalogue-snapshots.ts';
import { CATALOGUE } from '$lib/diagnostics/catalogue.ts';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import { readModel, type ModelFile } from '$lib/portfolio/read-model.ts';

/**
 * One folder for each kind of file that a user or an attacker could give:
 * `input.yaml` alone, or a portfolio with scenarios, and in `findings.json`
 * what must be found, where.
 */
/** Kinds of finding that would need a file too large to keep; `limits.test.ts` makes them. */
const MADE_ELSEWHERE = [
  // Of the name of a model's folder: src/lib/portfolio/reserved-id.test.ts.
  'model-id-reserved',
  'file-too-large',
  'too-many-entries',
  'too-many-findings',
  'too-many-of',
  'text-too-long',
  'schema-mismatch',
  // Of what is measured: tests/calibration/check-targets.test.ts.
  'target-measure-unknown',
  'target-of-another-kind',
  // Of edits, in src/lib/portfolio/edit-text.test.ts.
  ...Object.keys(EDITING_FINDINGS),
  // Of files that are opened, in src/lib/documents/open-model-files.test.ts.
  ...Object.keys(OPENING_FINDINGS),
  // Of texts and models that are published, in tests/snapshot.
  ...Object.keys(SNAPSHOT_FINDINGS),
];

const here = dirname(fileURLToPath(import.meta.url));
const cases = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function filesOf(name: string, below = ''): ModelFile[] {
  const folder = join(here, name, below);
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return filesOf(name, path);
    if (!entry.name.endsWith('.yaml')) return [];
    return [{ path, text: readFileSync(join(here, name, path), 'utf8') }];
  });
}

describe('samples', () => {
  it.each(cases)('%s', (name) => {
    const { value, findings } = readModel(filesOf(name), name);
    const found = findings.map((finding) => ({
      at: `${finding.file}:${finding.line}:${finding.column}`,
      code: finding.code,
      says: finding.what,
    }));
    const expected = join(here, name, 'findings.json');
    expect(found).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
    expect(value === null).toBe(hasErrors(findings));
  });

  it('show every kind of finding that there is', () => {
    const shown = new Set(
      cases.flatMap((name) => {
        const text = readFileSync(join(here, name, 'findings.json'), 'utf8');
        return (JSON.parse(text) as { code: string }[]).map(({ code }) => code);
      }),
    );
    const missing = Object.keys(CATALOGUE).filter(
      (code) => !shown.has(code) && !MADE_ELSEWHERE.includes(code),
    );
    expect(missing).toEqual([]);
  });
});
