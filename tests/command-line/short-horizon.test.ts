import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bide, root } from './capture.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-short-'));
  await cp(join(root, 'models/one-worker-one-contract'), folder, { recursive: true });
  const scenario = [
    'title: Eight years',
    'changes:',
    '  - { set: contracts.award.term, to: 96 months }',
    '',
  ];
  await writeFile(join(folder, 'scenarios/eight-years.yaml'), scenario.join('\n'));
});
afterAll(() => rm(folder, { recursive: true }));

it('is said by check, and refused where scenarios are compared', { timeout: 120_000 }, async () => {
  const short = 'is less than twice the longest award, 96 months';
  const checked = await bide(['check', folder]);
  expect(checked.code).toBe(0);
  expect(checked.stdout.replace(/\s+/g, ' ')).toContain(short);
  for (const command of ['compare', 'explain']) {
    const asked = [command, folder, '--scenarios', 'as-it-is,eight-years', '--replications', '2'];
    const { code, stdout, stderr } = await bide(asked);
    expect([code, stdout], command).toEqual([1, '']);
    expect(stderr).toContain('“Eight years” cannot stand beside “Twelve months”.');
    expect(stderr.replace(/\s+/g, ' ')).toContain(short);
    expect(stderr.replace(/\s+/g, ' ')).toContain('Lengthen the horizon');
  }
});
