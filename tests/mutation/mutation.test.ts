import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mutants } from './mutants.ts';

const top = fileURLToPath(new URL('../..', import.meta.url));
const tried = mutants.filter(({ everyTime }) => everyTime || process.env.BIDE_LONG);

interface Report {
  testResults: {
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Run the test of one mutant on a source in which its rule is broken, or as it is. */
function run(id: string, asItIs: boolean): Report {
  const folder = mkdtempSync(join(tmpdir(), 'mutant-'));
  const report = join(folder, 'report.json');
  const words = ['run', '--config', 'tests/mutation/vitest.config.ts', '--reporter=json'];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', ...words, `--outputFile=${report}`],
    {
      cwd: top,
      encoding: 'utf8',
      timeout: 200_000,
      env: { ...process.env, BIDE_LONG: '', MUTANT: id, MUTANT_AS_IT_IS: asItIs ? '1' : '' },
    },
  );
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as Report;
  } catch {
    throw new Error(`${stdout}\n${stderr}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a rule that is broken on purpose', () => {
  it.each(mutants)('stands in the source as it is written down: $id', ({ file, from, to }) => {
    const text = readFileSync(join(top, file), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
  });

  it.each(tried)('is noticed: $breaks', { timeout: 300_000 }, ({ id, noticed }) => {
    // A test file that cannot be read, or names no such test, has noticed nothing.
    // That the same tests pass on the source as it is, the run that this one belongs to shows by itself;
    // the long one asks here too, so that nothing about running them this way makes them fail.
    const noticedIn = (process.env.BIDE_LONG ? [true, false] : [false]).map((asItIs) => {
      const [{ message, assertionResults }] = run(id, asItIs).testResults;
      expect(message).toBe('');
      const ran = assertionResults.filter(
        ({ status }) => status === 'passed' || status === 'failed',
      );
      expect(ran.length).toBeGreaterThan(0);
      for (const { fullName } of ran) expect(fullName).toContain(noticed.in);
      return ran.some(({ status }) => status === 'failed');
    });
    expect(noticedIn).toEqual(process.env.BIDE_LONG ? [false, true] : [true]);
  });
});
