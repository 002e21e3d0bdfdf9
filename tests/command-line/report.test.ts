import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bide, root } from './capture.ts';

const shipped = join(root, 'models/one-worker-one-contract');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-report-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Document {
  kind: string;
  scenarios: { id: string }[];
  sections: { items: { id: string; blocks: Block[]; toFill: { by: string }[] }[] }[];
}

interface Block {
  kind: string;
  caption?: string;
  items?: string[];
  rows?: (string | string[])[][];
}

async function json(...more: string[]): Promise<Document> {
  const { code, stdout, stderr } = await bide(['report', shipped, '--format', 'json', ...more]);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Document;
}

const item = ({ sections }: Document, id: string) =>
  sections.flatMap(({ items }) => items).find((one) => one.id === id)!;

describe('bide report', () => {
  it('prints Markdown, with the notice on top and all scenarios, and runs nothing', async () => {
    const { code, stdout, stderr } = await bide(['report', shipped]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^# One worker, one award: Report of the method \(STRESS\)\n\n> \*\*A model for learning/,
    );
    expect(stdout).toContain('| contracts.award.term | set | 36 months |');
    expect(stdout).toContain('**Only a run can fill this.**');
  });

  it('is about the scenarios that are named', async () => {
    const document = await json('--scenarios', 'as-it-is,sixty-months');
    expect(document.scenarios.map(({ id }) => id)).toEqual(['as-it-is', 'sixty-months']);
    expect(JSON.stringify(item(document, '2.3'))).not.toContain('36 months');
  });

  it('has the settings and the headlines of a run where one is asked for', async () => {
    const run = ['--replications', '4', '--draws', '0', '--seed', '7', '--threads', '1'];
    const scenarios = ['--scenarios', 'as-it-is,thirty-six-months'];
    const document = await json(...scenarios, ...run);
    const { blocks, toFill } = item(document, '4.3');
    expect(toFill).toEqual([]);
    const settings = blocks.flatMap(({ items }) => items ?? []).join(' ');
    expect(settings).toContain('4 runs of each scenario, seed 7');
    const [headlines, differences] = blocks.filter(({ kind }) => kind === 'table');
    const { stdout } = await bide(['compare', shipped, ...scenarios, ...run, '--format', 'json']);
    const summary = JSON.parse(stdout) as {
      warmUpDays: number;
      scenarios: { measures: { headline: boolean }[] }[];
    };
    const wanted = summary.scenarios[0].measures.filter(({ headline }) => headline).length;
    expect(headlines.rows).toHaveLength(wanted);
    for (const row of headlines.rows!) expect(row).toHaveLength(3);
    expect(differences.caption).toContain('beside');
    expect(differences.rows).toHaveLength(wanted);
    // No effect is assumed in this model, so that dates alone make every difference.
    for (const row of differences.rows!) {
      expect(row).toHaveLength(6);
      expect(row[4]).toEqual([row[1], row[2]]);
    }
    const years = Math.round(summary.warmUpDays / 365.25);
    expect(JSON.stringify(item(document, '4.1'))).toContain(`this run was ${years} years`);
    expect(JSON.stringify(item(document, '5.2'))).toContain('seed 7');
  }, 60_000);

  it('writes a file in the format that its name says', async () => {
    const file = join(folder, 'report.html');
    const { code, stdout } = await bide(['report', shipped, '--out', file]);
    expect([code, stdout]).toEqual([0, '']);
    expect(await readFile(file, 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
    const nowhere = await bide(['report', shipped, '--out', join(folder, 'no', 'such', 'x.md')]);
    expect(nowhere.code).toBe(2);
    expect(nowhere.stderr).toContain('cannot be written');
  });

  it('gives findings in place of a report where the model must be mended', async () => {
    const text = await readFile(join(shipped, 'portfolio.yaml'), 'utf8');
    const path = join(folder, 'broken.yaml');
    await writeFile(path, text.replace('caseload: 12', 'caseload: lots'));
    const { code, stdout, stderr } = await bide(['report', path]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/broken\.yaml:\d+:\d+ [a-z-]+ /);
  });

  it('ends with 2 where a scenario is not there', async () => {
    const { code, stderr } = await bide(['report', shipped, '--scenarios', 'no-such']);
    expect(code).toBe(2);
    expect(stderr).toContain('There is no scenario no-such');
  });
});
