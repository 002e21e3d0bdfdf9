import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/lib/comparison/summary.ts';
import { bide, root } from './capture.ts';

const model = join(root, 'models/one-worker-one-contract');
const compare = ['compare', model, '--scenarios', 'as-it-is,thirty-six-months'];
const few = ['--replications', '8', '--threads', '1'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-run-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('bide compare', () => {
  it('says figures, differences, contract dates and the notice in words', async () => {
    // As many as it takes for a clear difference: what contract dates do is told of those.
    const enough = ['--replications', '24', '--threads', '1'];
    const { code, stdout, stderr } = await bide([...compare, ...enough]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('One worker, one award');
    expect(stdout).toContain('24 possible futures of 10 years from 1 April 2027');
    for (const words of [
      'Relationships cut short, of 100',
      'Kept a worker for a year, of 100',
      'funding ended',
      'Mean wait, days',
      'Spent, a year, pounds',
    ]) {
      expect(stdout).toContain(words);
    }
    expect(stdout).toMatch(/Thirty-six months, compared with .+\n=+\n/);
    expect(stdout).toMatch(
      /Contract\s+dates\s+alone:\s+\d[^.]*(\.\d[^.]*)*\.\s+Assumed\s+effects\s+add\s+nothing\./,
    );
    expect(stdout).toContain('A model for learning. It describes no real service.');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it('tells luck, figures nobody knows, one future and the other reading of renewal apart', async () => {
    const all = [...compare, ...few];
    all[3] += ',seen-through';
    const { stdout } = await bide([...all, '--draws', '6']);
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toContain('15 figures have ranges. 6 sets of plausible figures were drawn');
    for (const column of ['Luck in the', 'One future (8', 'Renewal read']) {
      expect(stdout).toContain(column);
    }
    expect(words).toContain('both comparisons hold together (95%; each by itself 97.5%');
    const json = JSON.parse(
      (await bide([...all, '--draws', '6', '--format', 'json'])).stdout,
    ) as Summary;
    expect(json.drawn).toEqual({ inputs: 15, draws: 6, each: 2 });
    expect(json.renewal).toEqual({ read: 'per year', other: 'per decision' });
    expect(json.simultaneous).toEqual({ comparisons: 2, level: 0.975 });
    for (const { measures } of json.scenarios) {
      for (const { headline, overFigures } of measures) {
        if (!headline || !overFigures) continue;
        const { figures, oneFuture } = overFigures;
        expect(figures.high - figures.low).toBeLessThanOrEqual(
          oneFuture.high - oneFuture.low + 1e-9,
        );
      }
    }
    const cut = json.comparisons[0].differences.find(({ id }) => id === 'cut-short-per-100');
    expect(cut?.overFigures?.shareFuturesBetter).toBeTypeOf('number');
    const two = await bide([
      ...['compare', model, '--scenarios', all[3], '--replications', '8', '--draws', '6'],
      ...['--threads', '2', '--format', 'json'],
    ]);
    expect(JSON.parse(two.stdout)).toEqual(json);
  });

  it('draws nothing where nobody asks, and says so where there is nothing to draw', async () => {
    const none = await bide([...compare, ...few, '--draws', '0', '--format', 'json']);
    const summary = JSON.parse(none.stdout) as Summary;
    expect(summary.drawn).toBeUndefined();
    expect(summary.scenarios[0].measures[0]).not.toHaveProperty('overFigures');
    const sure = join(folder, 'sure.yaml');
    const text = await readFile(join(model, 'portfolio.yaml'), 'utf8');
    await writeFile(
      sure,
      text
        .replace(
          '{ title: Made up for learning, kind: assumption }',
          '{ title: Made up, kind: measured }',
        )
        .replace(/\{ best: ([^,]+), low: [^}]+\}/g, '$1'),
    );
    const { stdout } = await bide(['run', sure, ...few]);
    expect(stdout.replace(/\s+/g, ' ')).toContain('there is nothing to draw');
  });

  it('goes on until the headlines are precise, looking at fixed numbers of futures', async () => {
    const go = ['run', join(root, 'models/one-pathway'), '--draws', '0'];
    const options = ['--until-precise', '--threads', '1', '--format', 'json'];
    const given = JSON.parse((await bide([...go, ...options])).stdout) as Summary;
    const { reached, looks } = given.precision!;
    expect([reached, looks]).toEqual([true, [50, 80]]);
    expect(given.replications).toBe(80);
    const most = [...go, ...options, '--replications', '79'];
    const short = JSON.parse((await bide(most)).stdout) as Summary;
    expect(short.precision).toEqual({ reached: false, looks: [50] });
    const few = await bide([...go, ...options, '--replications', '10']);
    expect([few.code, few.stderr]).toEqual([2, expect.stringContaining('50 futures') as string]);
  });

  it('gives one JSON document, the same with one thread and with two', async () => {
    const one = await bide([...compare, ...few, '--format', 'json']);
    const two = await bide([
      ...compare,
      '--replications',
      '8',
      '--threads',
      '2',
      '--format',
      'json',
    ]);
    expect(two.stdout).toBe(one.stdout);
    const document = JSON.parse(one.stdout) as Summary & Record<string, unknown>;
    expect(document).toMatchObject({ bide: 1, kind: 'compare', seed: 1, replications: 8 });
    expect(document.engine).toMatch(/^\d+\.\d+\.\d+\+[0-9a-f]{16}$/);
    expect(document.portfolio).toMatchObject({
      id: 'one-worker-one-contract',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      start: '2027-04-01',
    });
    expect(document.scenarios.map(({ id }) => id)).toEqual(['as-it-is', 'thirty-six-months']);
    expect(document.scenarios[0].threads.length).toBeGreaterThan(0);
    const [{ scenario, baseline, differences }] = document.comparisons;
    expect([scenario, baseline]).toEqual(['thirty-six-months', 'as-it-is']);
    const cut = differences.find(({ id, by }) => id === 'cut-short-per-100' && by === null);
    // This model assumes no effects: all of every difference is left without them.
    expect(cut).toHaveProperty('withoutEffects.difference', cut?.difference);
    expect(one.stdout).not.toContain('contractDatesAlone');
    expect(document.findings).toBeInstanceOf(Array);
  });

  it('takes other seeds for other futures, and all scenarios where none is named', async () => {
    const all = ['compare', model, '--replications', '2', '--threads', '1', '--format', 'json'];
    const first = JSON.parse((await bide(all)).stdout) as Summary;
    const second = JSON.parse((await bide([...all, '--seed', '2'])).stdout) as Summary;
    expect(first.scenarios.map(({ id }) => id)).toHaveLength(4);
    expect(second.scenarios[0].measures[0].mean).not.toBe(first.scenarios[0].measures[0].mean);
  });

  it('writes every format into a folder that it makes', async () => {
    const out = join(folder, 'new', 'results');
    const { code, stdout } = await bide([...compare, ...few, '--format', 'csv', '--out', out]);
    expect(code).toBe(0);
    const text = (name: string) => readFile(join(out, name), 'utf8');
    expect(await text('results.csv')).toBe(stdout);
    expect(JSON.parse(await text('results.json'))).toMatchObject({ kind: 'compare' });
    expect(await text('table.txt')).toContain('compared with');
    const [head, ...rows] = stdout.trimEnd().split('\r\n');
    expect(head.split(',')).toEqual(
      expect.arrayContaining(['without_effects_low', 'assumed_effects_high']),
    );
    const width = head.split(',').length;
    expect(rows.every((row) => row.replace(/"[^"]*"/g, '').split(',').length === width)).toBe(true);
    expect(rows.filter((row) => row.includes('cut-short-per-100'))).not.toHaveLength(0);
  });
});

describe('bide run', () => {
  it('runs the model as it is, or the scenarios named, and compares nothing', async () => {
    const plain = JSON.parse(
      (await bide(['run', model, ...few, '--format', 'json'])).stdout,
    ) as Summary;
    expect(plain.scenarios.map(({ id }) => id)).toEqual(['as-it-is']);
    expect(plain.comparisons).toEqual([]);
    const named = await bide(['run', model, ...few, '--scenario', 'seen-through,as-it-is']);
    expect(named.code).toBe(0);
    expect(named.stdout).not.toContain('compared with');
  });

  it('tells the main measures under both readings of renewal', async () => {
    const argv = ['run', model, ...few, '--draws', '0'];
    const { stdout } = await bide(argv);
    expect(stdout).toContain('Renewal read per decision');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'The chance of renewal is read per year in these',
    );
    const json = JSON.parse((await bide([...argv, '--format', 'json'])).stdout) as Summary;
    expect(json.renewal).toEqual({ read: 'per year', other: 'per decision' });
    const measures = json.scenarios[0].measures;
    for (const { id, by, headline, otherRenewal } of measures) {
      expect(otherRenewal !== undefined, JSON.stringify([id, by])).toBe(
        headline && id !== 'deprivation-gap',
      );
    }
    const cut = measures.find(({ id, by }) => id === 'cut-short-per-100' && by === null)!;
    expect(cut.otherRenewal!.mean).not.toBe(cut.mean);
    const [head, ...rows] = (await bide([...argv, '--format', 'csv'])).stdout.split('\r\n');
    const at = head.split(',').indexOf('other_renewal');
    const row = rows.find((one) => one.includes(',cut-short-per-100,,'))!;
    expect(Number(row.split(',')[at])).toBe(cut.otherRenewal!.mean);
  });

  it('takes options before the model too, as the help has them', async () => {
    const options = [...few, '--format', 'json', '--scenario', 'seen-through', '--scenario', 'as-it-is']; // prettier-ignore
    const { code, stdout } = await bide(['run', ...options, model]);
    expect(code).toBe(0);
    const { scenarios } = JSON.parse(stdout) as Summary;
    expect(scenarios.map(({ id }) => id)).toEqual(['seen-through', 'as-it-is']);
  });

  it('ends with 1 and the findings where the model must be mended', async () => {
    const path = join(folder, 'broken.yaml');
    await writeFile(path, 'bide: 1\ntitle: Nothing else\n');
    const { code, stdout, stderr } = await bide(['run', path]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`${path}:`);
  });
});

describe('on a terminal', () => {
  it('shows how far it is, and in a pipe nothing', async () => {
    const terminal = await bide(['run', model, ...few], { isTTY: true });
    expect(terminal.stderr).toContain('%');
    const pipe = await bide(['run', model, ...few]);
    expect(pipe.stderr).toBe('');
    expect(pipe.stdout).toBe(terminal.stdout);
  });

  it.each([1, 2])('stops at Ctrl-C with %i threads and ends with 130', async (threads) => {
    const argv = ['run', model, '--replications', '20000', '--threads', String(threads)];
    const { code, stdout } = await bide(argv, { isTTY: true, interruptAt: '%' });
    expect([code, stdout]).toEqual([130, '']);
  });
});

describe('misuse', () => {
  it.each([
    [['--nonsense'], 'nonsense'],
    [['dance'], 'dance'],
    [['check'], 'model'],
    [['run', model, '--replications', '0'], 'whole number'],
    [['run', model, '--replications', '1e3'], 'whole number'],
    [['run', model, '--seed', '-1'], 'whole number'],
    [['run', model, '--threads', 'many'], 'whole number'],
    [['run', model, '--format', 'pdf'], 'pdf'],
    [['run', model, '--scenario', 'nothing'], 'There is no scenario nothing'],
    [['compare', model, '--scenarios', 'as-it-is'], 'two scenarios or more'],
    [['compare', model, '--scenarios', ','], 'at least one'],
  ])('%j ends with 2 and says why', async (argv, why) => {
    const { code, stdout, stderr } = await bide(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
  });

  it('ends with 2 where results cannot be written', async () => {
    const inTheWay = join(folder, 'in-the-way');
    await writeFile(inTheWay, '');
    const argv = ['run', model, '--replications', '1', '--threads', '1', '--out', inTheWay];
    const { code, stderr } = await bide(argv);
    expect(code).toBe(2);
    expect(stderr).toContain('cannot be written');
  });

  // Node's own way of making folders tries for ever there.
  it.runIf(existsSync('/proc'))('ends where the system refuses a folder as not there', async () => {
    const argv = ['run', model, '--replications', '1', '--draws', '0', '--out', '/proc/x'];
    const { code, stdout, stderr } = await bide([...argv, '--threads', '1']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Results cannot be written to /proc/x: ENOENT');
  });

  it.each([[[]], [['help']], [['--help']], [['help', 'compare']], [['--version']]])(
    '%j is none',
    async (argv) => {
      const { code, stdout } = await bide(argv);
      expect(code).toBe(0);
      expect(stdout).not.toBe('');
    },
  );
});
