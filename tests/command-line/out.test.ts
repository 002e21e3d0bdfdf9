import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bide, root } from './capture.ts';

const model = join(root, 'tests/samples/clean-small');
const few = ['--replications', '2', '--draws', '0', '--threads', '1'];
const run = ['run', model, ...few];
const compare = ['compare', model, '--scenarios', 'as-it-is,three-year', ...few];
const explain = ['explain', model, ...compare.slice(2, 4), '--replications', '2', '--draws', '10', '--inputs', '1', '--threads', '1']; // prettier-ignore
const calibrate = ['calibrate', join(root, 'models/one-pathway'), ...few.slice(0, 2), '--threads', '1']; // prettier-ignore
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-out-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('--out', { timeout: 120_000 }, () => {
  it.each([
    ['run', run],
    ['compare', compare],
    ['explain', explain],
    ['report', ['report', model, ...few]],
    ['calibrate', calibrate],
  ])('is tried by bide %s before anything is run', async (name, argv) => {
    const inTheWay = join(folder, `${name}.txt`);
    await writeFile(inTheWay, 'mine');
    const nowhere = join(inTheWay, 'results');
    for (const out of [inTheWay, nowhere]) {
      const { code, stdout, stderr } = await bide([...argv, '--out', out], { isTTY: true });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/cannot be written|is there already/);
      // The bar shows as soon as something is run.
      expect(stderr).not.toContain('%');
    }
    expect(await readFile(inTheWay, 'utf8')).toBe('mine');
  });

  it('is tried before ten figures are looked for', async () => {
    const own = join(folder, 'our-place');
    await cp(model, own, { recursive: true });
    await mkdir(join(own, 'ten-figures.json'));
    const argv = ['explain', own, ...explain.slice(2, 6), '--ten-figures', '--threads', '1'];
    const { code, stderr } = await bide(argv, { isTTY: true });
    expect(code).toBe(2);
    expect(stderr).toMatch(/ten-figures\.json cannot be written/);
    expect(stderr).not.toContain('%');
  });

  it('is refused where ten figures are kept in the folder of the model', async () => {
    const argv = ['explain', model, ...explain.slice(2, 4), '--ten-figures', '--out', folder];
    const { code, stderr } = await bide(argv);
    expect(code).toBe(2);
    expect(stderr).toMatch(/'--ten-figures' cannot be used with option '--out/);
  });

  it('leaves nothing where it was only tried', async () => {
    const before = await readdir(folder);
    const long = [
      [...run.with(3, '9000'), '--out', join(folder, 'new', 'deeper')],
      [...calibrate.with(3, '9000'), '--out', join(folder, 'new.yaml')],
    ];
    for (const argv of long) {
      const { code } = await bide(argv, { isTTY: true, interruptAt: '%' });
      expect(code).toBe(130);
    }
    expect(await readdir(folder)).toEqual(before);
  });

  it('replaces results of the same command and model, and nothing else', async () => {
    const out = join(folder, 'results');
    const json = () => readFile(join(out, 'results.json'), 'utf8');
    expect((await bide([...run, '--out', out])).code).toBe(0);
    const first = await json();
    expect((await bide([...run, '--seed', '2', '--out', out])).code).toBe(0);
    const second = await json();
    expect(second).not.toBe(first);

    const other = ['run', join(root, 'models/one-queue'), ...few];
    for (const argv of [other, compare, explain]) {
      const { code, stdout, stderr } = await bide([...argv, '--out', out]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('has results of bide run for the model clean-small.');
    }
    expect(await json()).toBe(second);
  });

  it('writes over no file of these names that holds something else', async () => {
    const out = join(folder, 'mine');
    await mkdir(out);
    for (const name of ['table.txt', 'results.json']) {
      await writeFile(join(out, name), '{ "bide": "mine" }');
      const { code, stderr } = await bide([...run, '--out', out]);
      expect(code).toBe(2);
      expect(stderr).toContain(`${name} is there already and does not come from bide run`);
      expect(await readdir(out)).toEqual([name]);
      await rm(join(out, name));
    }
  });

  it('prints what was found also where it turns out that it cannot be written', async () => {
    const out = join(folder, 'scenarios');
    await mkdir(out);
    const file = join(out, 'three-year-same-money.yaml');
    await writeFile(file, 'mine');
    const list = await bide([...compare, '--same-money', 'list']);
    const path = /services\.outreach\.roles\.\S+\.posts/.exec(list.stderr)![0];
    // Of fewer futures it cannot be told whether the two differ at all.
    const argv = compare.with(compare.indexOf('--replications') + 1, '20');
    const { code, stdout, stderr } = await bide([...argv, '--same-money', path, '--out', out]);
    expect(code).toBe(2);
    expect(stdout).toContain('compared with');
    expect(stderr).toContain('Results cannot be written');
    expect(await readFile(file, 'utf8')).toBe('mine');
  });

  it.runIf(existsSync('/dev/null'))('takes a device for a file', async () => {
    const { code, stderr } = await bide(['report', model, '--out', '/dev/null']);
    expect([code, stderr]).toEqual([0, '']);
  });
});
