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

/** How many people are in support rests on who left before the start. */
const CASELOAD = `bide: 1
title: One team
start: "2027-04-01"
horizon: 1 years
warm-up: 8 years
prices: none
sources:
  made-up: { title: Made up, kind: assumption }
localities:
  town: { name: Town, people: 20000, source: made-up }
groups:
  people:
    name: People
    arrive: 2 per month
    live: { town: 100% }
    patience: { median: 10 weeks }
    other-life-events: 0% per year
    turn-to: { s: 100% }
    source: made-up
services:
  s:
    name: S
    kind: team
    provider: { name: C, sector: third, size: local }
    paid-by: money
    source: made-up
    roles:
      worker: { posts: 5, caseload: 20, cost: 40000 GBP per year }
    pathway:
      - stage: support
        with: worker
        lasts: { mean: 20 years }
        leave: early-leaving
contracts:
  money: { funder: X, pays: 200000 GBP per year, term: recurrent, source: made-up }
assumptions:
  early-leaving: { best: 6% per month, low: 1.5% per month, high: 12% per month, source: made-up }
targets:
  there:
    says: 60 people are in support
    value: { best: 60, low: 57, high: 63 }
    measure: present
    of: { service: s }
    fitted-with: [early-leaving]
`;

const fewer = ['--replications', '2', '--threads', '1'];

async function caseload(name: string, ...changes: [from: string, to: string][]): Promise<string> {
  const path = join(folder, name);
  let text = CASELOAD;
  for (const [from, to] of changes) {
    expect(text).toContain(from);
    text = text.replace(from, to);
  }
  await writeFile(path, text);
  return path;
}

interface RunPrinted {
  scenarios: { measures: { id: string; by: unknown; mean: number }[] }[];
}

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
  it('fits, shows what is left, what fits as well, and writes the model with what was fitted', async () => {
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
    const [before, after] = await Promise.all(
      [join(model, 'portfolio.yaml'), out].map(async (path) =>
        (await readFile(path, 'utf8')).split('\n'),
      ),
    );
    expect(after).toHaveLength(before.length);
    const differ = after.filter((line, i) => line !== before[i]);
    expect(differ).toHaveLength(2);
    for (const line of differ) expect(line).toMatch(/best: \d[\d.]*% per month/);
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
    const path = await caseload('table.yaml');
    const { stdout } = await bide(['calibrate', path, '--format', 'csv', ...fewer]);
    expect(stdout.split('\r\n')).toHaveLength(1 + 1 + 1 + 1);
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
    const path = await caseload('beyond.yaml', ['best: 60, low: 57, high: 63', 'best: 300, low: 290, high: 310']); // prettier-ignore
    const { code, stdout } = await bide(['calibrate', path, ...fewer]);
    expect(code).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /THE FIT IS BAD: not met is “60 people are in support”\. At an end of its range: early-leaving \(low\)\. None of the \d+ places tried within the ranges gives all targets at once\./,
    );
  });

  it('says what can be fitted when something cannot', async () => {
    const { code, stderr } = await bide([...few, ...one, '--targets', 'half-a-year']);
    expect(code).toBe(2);
    expect(stderr).toContain('half-a-year is held out');
  });

  it('writes a model that meets what was fitted, on the day of the start too', async () => {
    const path = await caseload('caseload.yaml');
    const out = join(folder, 'caseload-fitted.yaml');
    const { code } = await bide(['calibrate', path, '--replications', '10', ...one, '--out', out]);
    expect(code).toBe(0);
    const present = async (of: string) => {
      const argv = ['run', of, '--replications', '10', '--draws', '0', '--format', 'json'];
      const { scenarios } = JSON.parse((await bide([...argv, ...one])).stdout) as RunPrinted;
      return scenarios[0].measures.find(({ id, by }) => id === 'present' && by === null)!.mean;
    };
    expect(await present(path)).toBeLessThan(45);
    expect(Math.abs((await present(out)) - 60)).toBeLessThan(5);
  });

  it('says before anything is run what it cannot be asked', async () => {
    const path = await caseload('refused.yaml', ['measure: present', 'measure: presence']);
    for (const [argv, says] of [
      [[path], 'Target there: There is no measure “presence” of the service s.'],
      [[model, '--out', join(folder, 'scenarios', 'fitted.yaml')], 'stands among scenarios'],
      [[await caseload('one.yaml'), '--structure', 'familiarity'], 'this model has no such rule'],
    ] as const) {
      const { code, stderr } = await bide(['calibrate', ...argv, ...one], { isTTY: true });
      expect([code, stderr.includes('%')]).toEqual([2, false]);
      expect(stderr).toContain(says);
    }
  });

  it('ends with 1, and fits nothing, where the model cannot tell a target', async () => {
    const path = await caseload(
      'untold.yaml',
      ['measure: present', 'measure: in-support-36-months'],
      ['best: 60, low: 57, high: 63', 'best: 60%, low: 57%, high: 63%'],
      ['posts: 5', 'posts: 0'],
    );
    const out = join(folder, 'untold-fitted.yaml');
    const { code, stdout, stderr } = await bide([...['calibrate', path, ...fewer, '--out', out]]);
    expect([code, stderr]).toEqual([1, `Nothing was fitted, so ${out} was not written.\n`]);
    expect(stdout).toContain('NOTHING IS FITTED: the model cannot tell “60 people are in support”');
    expect(stdout.replace(/\s+/g, ' ')).toContain('cannot CANNOT');
    await expect(readFile(out)).rejects.toThrow();
  });

  it('stops when Ctrl-C is pressed', async () => {
    const { code } = await bide([...few, ...one], { isTTY: true, interruptAt: 'Running' });
    expect(code).toBe(130);
  });
});
