import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bide, root } from './capture.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-not-comparable-'));
  await cp(join(root, 'models/one-worker-one-contract'), folder, { recursive: true });
  const scenario = [
    'title: Eight years',
    'changes:',
    '  - { set: contracts.award.term, to: 96 months }',
    '',
  ];
  await writeFile(join(folder, 'scenarios/eight-years.yaml'), scenario.join('\n'));
  const built =
    'title: Eight and more\nbased-on: eight-years\nchanges:\n  - { set: services.outreach.roles.outreach-worker.caseload, to: 9 }\n';
  await writeFile(join(folder, 'scenarios/built.yaml'), built);
  const three =
    'title: Three posts\nchanges:\n  - { set: services.outreach.roles.outreach-worker.posts, to: 3 }\n';
  await writeFile(join(folder, 'scenarios/three-posts.yaml'), three);
  const other = 'title: Another time\nchanges:\n  - { set: horizon, to: 12 years }\n';
  await writeFile(join(folder, 'scenarios/another-time.yaml'), other);
});
afterAll(() => rm(folder, { recursive: true }));

it(
  'a horizon that is too short is said by check, and refused where scenarios are compared',
  { timeout: 120_000 },
  async () => {
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
  },
);

it.each(['eight-years', 'built'])(
  'a refusal of %s stands where check finds it',
  { timeout: 120_000 },
  async (id) => {
    const place = `${join(folder, 'scenarios/eight-years.yaml')}:3:38 horizon-short`;
    expect((await bide(['check', folder])).stdout).toContain(place);
    const asked = ['compare', folder, '--scenarios', `as-it-is,${id}`, '--replications', '2'];
    const { code, stderr } = await bide(asked);
    expect(code).toBe(1);
    expect(stderr).toContain(place);
  },
);

it('another time looked ahead is not compared', async () => {
  const asked = ['compare', folder, '--scenarios', 'as-it-is,another-time', '--replications', '2'];
  const { code, stdout, stderr } = await bide(asked);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    '“Another time” cannot stand beside “Twelve months”. It looks another time ahead',
  );
});

it(
  'what nobody pays is said where scenarios are compared, and counts for the same money',
  { timeout: 120_000 },
  async () => {
    const place = 'services.outreach.roles.outreach-worker.posts';
    for (const command of ['compare', 'explain']) {
      const few = ['--replications', '4', '--draws', '10', '--threads', '1'];
      const asked = [command, folder, '--scenarios', 'as-it-is,three-posts', ...few];
      const { code, stdout } = await bide([...asked, '--same-money', place]);
      const text = stdout.replace(/\s+/g, ' ');
      expect(code, command).toBe(0);
      expect(text).toContain(
        'Three posts. Award pays £45,000 a year for what costs £135,000 a year.',
      );
      expect(text).toContain('In “Three posts”, Award pays £45,000 a year for what costs £135,000');
      expect(text).toContain('With 1 post in place of 3 posts');
    }
  },
);

it.each(['own', 'start'])('a model called %s is refused, as the server does', async (name) => {
  const taken = join(folder, name);
  await cp(join(root, 'models/one-worker-one-contract'), taken, { recursive: true });
  for (const command of ['check', 'compare']) {
    const { code, stdout, stderr } = await bide([command, taken]);
    expect(code, command).toBe(1);
    expect(stdout + stderr).toContain(`A model cannot be called “${name}”`);
  }
});
