import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/lib/comparison/summary.ts';
import { bide, root } from './capture.ts';

const model = join(root, 'tests/samples/clean-small');
const compare = ['compare', model, '--scenarios', 'as-it-is,three-year', '--draws', '0'];
const few = ['--replications', '4', '--threads', '1'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-same-money-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('--same-money', { timeout: 120_000 }, () => {
  it('lists where money can come from or go to, for a path that is no such place', async () => {
    const { code, stderr, stdout } = await bide([...compare, ...few, '--same-money', 'list']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('list is no figure that money can be moved to or from.');
    expect(stderr.trimEnd().split('\n').length).toBeGreaterThan(2);
    expect(stderr).toMatch(/services\.outreach\.roles\.\S+\.posts \(.+ posts?, £.+ a year each\)/);
  });

  it('compares the scenario with the same money too, and keeps it as a file', async () => {
    const places = await bide([...compare, ...few, '--same-money', 'list']);
    const path = /services\.outreach\.roles\.\S+\.posts/.exec(places.stderr)![0];
    const out = join(folder, 'results');
    // Of fewer futures it cannot be told whether the two differ at all.
    const enough = ['--replications', '20', '--threads', '1'];
    const asked = [...compare, ...enough, '--same-money', path, '--out', out];
    const { code, stdout, stderr } = await bide(asked);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.replace(/\s+/g, ' ')).toContain('commits the same as “As it is”');

    const json = JSON.parse(await readFile(join(out, 'results.json'), 'utf8')) as Summary & {
      sameMoney: { id: string; kind: string; left: { difference: number } }[];
    };
    const [found] = json.sameMoney;
    expect(found).toMatchObject({ id: 'three-year-same-money', kind: 'balanced' });
    const apart = (scenario: string) =>
      json.comparisons
        .find((one) => one.scenario === scenario)!
        .differences.find(({ id, by }) => id === 'commitment' && by === null)!.difference!;
    // The balanced one promises what how it is now does; the other one is far off.
    expect(apart(found.id)).toBeCloseTo(found.left.difference, 6);
    expect(Math.abs(apart(found.id))).toBeLessThan(Math.abs(apart('three-year')) / 10);
    const file = await readFile(join(out, 'three-year-same-money.yaml'), 'utf8');
    expect(file).toContain(JSON.stringify(path));
  });
});
