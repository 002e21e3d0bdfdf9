import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/lib/comparison/explanation.ts';
import { bide, root } from './capture.ts';

const model = join(root, 'models/one-worker-one-contract');
const explain = ['explain', model, '--scenarios', 'as-it-is,thirty-six-months'];
const few = ['--replications', '20', '--draws', '60', '--inputs', '3'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-explain-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('bide explain', { timeout: 120_000 }, () => {
  it('says whether each headline stands, what drives one, and what is worth finding out', async () => {
    const out = join(folder, 'results');
    const { code, stdout, stderr } = await bide([
      ...explain,
      ...few,
      '--threads',
      '1',
      '--out',
      out,
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toContain('Thirty-six months, compared with Twelve months');
    expect(words).toContain('15 figures have ranges; 60 sets of plausible figures were drawn');
    expect(words).toMatch(/Relationships cut short: \S+ fewer \(between \S+ and \S+ fewer\)/);
    // In this model all hangs on the chance of renewal: its ends decide how much terms can do.
    expect(words).toContain('“Award, Chance that funding is renewed” is high');
    expect(words).toContain('Award, Chance that funding');
    expect(words).toContain('With renewal read per decision:');
    expect(words).toContain('Over 5 years:');
    expect(words).toContain('With no effect assumed:');
    expect(words).toContain('the 3 inputs below at both ends, of 15 with a range');
    expect(words).toContain(
      'where the model describes all three reasons why people may leave less',
    );
    expect(words).toMatch(
      /To know every figure before choosing would be worth \S+ of 100 relationships begun on/,
    );
    expect(words).toContain('such worths do not add up');
    expect(words).toContain('Over plausible figures the scenario does better');
    expect(words).toContain('A model for learning. It describes no real service.');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);

    const text = (name: string) => readFile(join(out, name), 'utf8');
    const found = JSON.parse(await text('results.json')) as Explanation & { kind: string };
    expect(found).toMatchObject({
      kind: 'explain',
      baseline: { id: 'as-it-is' },
      scenario: { id: 'thirty-six-months' },
      measure: { id: 'cut-short-per-100' },
      drawn: { inputs: 15, draws: 60, each: 2 },
    });
    expect(found.inputs[0]).toMatchObject({ key: 'contracts.award.renewed', isClear: true });
    const dates = found.trials.find(({ tried }) => tried.kind === 'without')!;
    // No effect is assumed here: nothing is lost with every one switched off.
    expect(dates.differences[0].difference).toBe(found.answer.difference);
    const [head, ...rows] = (await text('results.csv')).trimEnd().split('\r\n');
    expect(head.startsWith('model,scenario,compared_with,measure')).toBe(true);
    const width = head.split(',').length;
    expect(rows.every((row) => row.replace(/"[^"]*"/g, '').split(',').length === width)).toBe(true);
    for (const row of ['verdict', 'tried: renewal', 'switching value', 'rank correlation']) {
      expect(rows.filter((line) => line.includes(`,${row},`))).not.toHaveLength(0);
    }
  });

  it('says the same with one thread and with two', async () => {
    const json = [...explain, ...few, '--format', 'json'];
    const [one, two] = [
      await bide([...json, '--threads', '1']),
      await bide([...json, '--threads', '2']),
    ];
    expect(two.stdout).toBe(one.stdout);
  });

  it('never values one figure above all of them together', async () => {
    // The figure that decides, with the luck of two futures a set: a fit to raw sets passed the whole.
    const size = ['--replications', '2', '--inputs', '1', '--seed', '7', '--format', 'json'];
    const found = JSON.parse((await bide([...explain, ...size])).stdout) as Explanation;
    const [{ key, worthKnowing }] = found.inputs;
    expect(key).toBe('contracts.award.renewed');
    expect(worthKnowing).toBeGreaterThan(0);
    expect(worthKnowing).toBeLessThanOrEqual(found.worthOfAllFigures!);
  });

  it('finds the value at which the preference changes', async () => {
    // Seen through, 12 months keep more people; whether that beats 36 months hangs on renewal.
    const two = ['explain', model, '--scenarios', 'thirty-six-months,seen-through'];
    const measure = ['--measure', 'spend'];
    const { stdout } = await bide([...two, ...few, ...measure, '--format', 'json']);
    const { inputs, measure: named } = JSON.parse(stdout) as Explanation;
    expect(named.id).toBe('spend');
    for (const { switching, atLow, atHigh, low, high } of inputs) {
      const turns = atLow.difference! > 0 !== atHigh.difference! > 0;
      if (!turns) continue;
      expect(switching!.value).toBeGreaterThanOrEqual(low);
      expect(switching!.value).toBeLessThanOrEqual(high);
    }
  });

  it('does not call a measure that nobody can tell one of which neither side is better', async () => {
    const empty = join(folder, 'nobody');
    await cp(model, empty, { recursive: true });
    const file = join(empty, 'portfolio.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/arrive: \{ best.*\}/, 'arrive: 0 per month'));
    const size = ['--replications', '2', '--draws', '10', '--inputs', '1', '--threads', '1'];
    const two = ['--scenarios', 'as-it-is,thirty-six-months'];
    const { stdout } = await bide(['explain', empty, ...two, ...size]);
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toContain('of the 10 sets of plausible figures drawn, fewer than two tell how');
    expect(words).not.toContain('neither more nor less is better');
  });

  it('looks for none where there is no clear difference, and says why', async () => {
    const two = ['explain', model, '--scenarios', 'as-it-is,seen-through'];
    const unclear = [
      '--replications',
      '2',
      '--draws',
      '10',
      '--inputs',
      '1',
      '--measure',
      'wait-mean',
    ];
    const [text, csv] = [await bide([...two, ...unclear]), await bide([...two, ...unclear, '--format', 'csv'])]; // prettier-ignore
    expect(text.stdout.replace(/\s+/g, ' ')).toContain(
      'Where the preference changes was not looked for: there is no clear difference',
    );
    expect(csv.stdout).toContain('not looked for: no clear difference');
  });

  it('names no side where nothing differs, nor where the mean of the sets may be either', async () => {
    const queue = [
      'explain',
      join(root, 'models/one-queue'),
      '--scenarios',
      'as-it-is,a-short-list',
    ];
    const words = async (argv: string[]) => {
      const size = ['--replications', '5', '--draws', '10', '--inputs', '1', '--threads', '1'];
      return (await bide([...argv, ...size])).stdout.replace(/\s+/g, ' ');
    };
    const same = await words(queue);
    expect(same).toContain('the two are the same by this measure');
    expect(same).not.toContain('does better');
    // Of pounds, sums of parts leave dust.
    expect(same).toContain('Spent, a year: no difference. The same in both');
    const unclear = await words([...explain, '--measure', 'wait-mean']);
    expect(unclear).toContain('neither is clearly better by this measure on average');
  });

  it('says so where there is nothing to draw', async () => {
    const sure = join(folder, 'sure');
    const text = await readFile(join(model, 'portfolio.yaml'), 'utf8');
    await mkdir(sure);
    await cp(join(model, 'scenarios'), join(sure, 'scenarios'), { recursive: true });
    await writeFile(
      join(sure, 'portfolio.yaml'),
      text
        .replace(
          '{ title: Made up for learning, kind: assumption }',
          '{ title: Made up, kind: measured }',
        )
        .replace(/\{ best: ([^,]+), low: [^}]+\}/g, '$1'),
    );
    const { code, stdout } = await bide(['explain', sure, ...explain.slice(2), ...few]);
    expect(code).toBe(0);
    expect(stdout.replace(/\s+/g, ' ')).toContain('there is nothing to draw');
    expect(stdout).not.toContain('Rank');
  });

  it('shows how far it is on a terminal, and stops at Ctrl-C with 130', async () => {
    const argv = [...explain, '--threads', '1', '--replications', '2000'];
    const { code, stdout, stderr } = await bide(argv, { isTTY: true, interruptAt: '%' });
    expect([code, stdout]).toEqual([130, '']);
    expect(stderr).toContain('%');
  });

  it.each([
    [['explain', model], '--scenarios'],
    [['explain', model, '--scenarios', 'as-it-is'], 'two scenarios'],
    [['explain', model, '--scenarios', 'as-it-is,seen-through,thirty-six-months'], 'two scenarios'],
    [[...explain, '--measure', 'happiness'], 'There is no measure happiness'],
    [[...explain, '--measure', 'ended-by'], 'say which'],
    [[...explain, '--draws', '1'], 'whole number'],
  ])('%j ends with 2 and says why', async (argv, why) => {
    const fewer = [...argv, '--replications', '2', '--threads', '1'];
    const { code, stdout, stderr } = await bide(fewer);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(why);
  });
});
