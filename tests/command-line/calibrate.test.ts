import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bide, root } from './capture.ts';

const model = join(root, 'models/one-pathway');
const few = ['calibrate', model, '--replications', '3'];
const one = ['--threads', '1'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-calibrate-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Printed {
  kind: string;
  isGood: boolean;
  says: string;
  structure: string;
  assumptions: { id: string; after: string; atEnd: string | null }[];
  targets: { id: string; value: number; isMet: boolean; isFitted: boolean }[];
  changes: { set: string; to: string }[];
}

describe('bide calibrate', { timeout: 120_000 }, () => {
  it('fits, shows what is left, what fits as well, and writes a scenario', async () => {
    const out = join(folder, 'fitted.yaml');
    const { code, stdout, stderr } = await bide([...few, ...one, '--out', out]);
    expect([code, stderr]).toEqual([0, '']);
    const words = stdout.replace(/\s+/g, ' ');
    for (const part of [
      '2 assumptions fitted to 2 targets',
      'A model for learning. It describes no real service.',
      'Leaving early falls with familiarity',
      'Every fitted target is met.',
      'Held out, and looked at afterwards',
      'Fits as well, the others fitted anew',
    ]) {
      expect(words).toContain(part);
    }
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    const scenario = await readFile(out, 'utf8');
    expect(scenario).toMatch(
      /- \{"set":"assumptions\.leaving-at-first\.best","to":"\d[^"]+ per month"\}/,
    );
    const again = await bide([...few, ...one, '--out', out]);
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('is there already');
  });

  it('gives the same bits on one thread and two, as JSON and as a table', async () => {
    const json = [...few, '--format', 'json'];
    const [alone, two] = [await bide([...json, ...one]), await bide([...json, '--threads', '2'])];
    expect(two.stdout).toBe(alone.stdout);
    const printed = JSON.parse(alone.stdout) as Printed;
    expect(printed).toMatchObject({ kind: 'calibration', isGood: true, structure: 'familiarity' });
    expect(printed.targets.map(({ id }) => id)).toEqual([
      'get-to-know',
      'supported',
      'half-a-year',
    ]);
    const { stdout } = await bide([...few, ...one, '--format', 'csv']);
    expect(stdout.split('\r\n')).toHaveLength(1 + 3 + 2 + 1);
  });

  it('writes the values that hold with one structure where they stand', async () => {
    const argv = [...few, ...one, '--structure', 'lasting-differences', '--format', 'json'];
    const printed = JSON.parse((await bide(argv)).stdout) as Printed;
    expect(printed.structure).toBe('lasting-differences');
    expect(printed.changes.map(({ set }) => set)).toEqual([
      'rules.leaving.falls-with',
      'rules.leaving.lasting-differences.with.leaving-at-first.best',
      'rules.leaving.lasting-differences.with.leaving-later.best',
    ]);
  });

  it('ends with 1 and says so when a target lies outside what the ranges can give', async () => {
    const text = await readFile(join(model, 'portfolio.yaml'), 'utf8');
    const beyond = text.replace(
      'best: 90%, low: 86%, high: 94%',
      'best: 99%, low: 98%, high: 99.5%',
    );
    expect(beyond).not.toBe(text);
    const path = join(folder, 'beyond.yaml');
    await writeFile(path, beyond);
    const [, , ...rest] = few;
    const { code, stdout } = await bide(['calibrate', path, ...rest, ...one]);
    expect(code).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'THE FIT IS BAD: not met is “Of 100 who begin, 90 get to know their keyworker”. At an end of its range: leaving-at-first (low). What was seen lies outside what the ranges can give.',
    );
  });

  it('says what can be fitted when something cannot', async () => {
    const { code, stderr } = await bide([...few, ...one, '--targets', 'half-a-year']);
    expect(code).toBe(2);
    expect(stderr).toContain('half-a-year is held out');
  });

  it('stops when Ctrl-C is pressed', async () => {
    const { code } = await bide([...few, ...one], { isTTY: true, interruptAt: 'Running' });
    expect(code).toBe(130);
  });
});
