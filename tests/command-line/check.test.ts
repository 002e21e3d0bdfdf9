import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bide, root } from './capture.ts';

const shipped = join(root, 'models/one-worker-one-contract');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-check-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Write a model as one file and return its path. */
async function file(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function shippedText(): Promise<string> {
  return readFile(join(shipped, 'portfolio.yaml'), 'utf8');
}

describe('bide check', () => {
  it('ends with 0 where nothing must be mended', async () => {
    const { code, stdout, stderr } = await bide(['check', shipped]);
    expect(stdout).not.toContain('must be mended');
    expect([code, stderr]).toEqual([0, '']);
  });

  it('ends with 1 and says file, line, column, code, what, why and how to mend', async () => {
    const text = (await shippedText()).replace('caseload: 12', 'caseload: lots');
    const line = text.split('\n').findIndex((one) => one.includes('caseload: lots')) + 1;
    const path = await file('lots.yaml', text);
    const { code, stdout } = await bide(['check', path]);
    expect(code).toBe(1);
    const [first, why, mend] = stdout.split('\n');
    expect(first).toMatch(new RegExp(`^${path}:${line}:\\d+ [a-z-]+ \\S`));
    expect(why).toMatch(/^ {4}\S/);
    expect(mend).toMatch(/^ {4}\S/);
    expect(stdout).toMatch(/1 must be mended.*\.\n$/);
  });

  it('says, with the place, which targets no measure can be compared with', async () => {
    const text = await readFile(join(root, 'models/one-pathway/portfolio.yaml'), 'utf8');
    const wrong = text.replace('measure: stage-completed', 'measure: stage-complete');
    const line = wrong.split('\n').findIndex((one) => /stage-complete\b(?!d)/.test(one)) + 1;
    const path = await file('targets.yaml', wrong);
    const { code, stdout } = await bide(['check', path]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      new RegExp(`${path}:${line}:\\d+ target-measure-unknown .+\n.+\n.+stage-completed`),
    );
    expect(stdout).toContain('1 may mislead');
  });

  it('says which scenarios it did not read, as opening the folder in a browser does', async () => {
    const model = join(folder, 'beside');
    await mkdir(join(model, 'Scenarios'), { recursive: true });
    await writeFile(join(model, 'portfolio.yaml'), await shippedText());
    await writeFile(join(model, 'notes.yaml'), 'title: Not a scenario\n');
    for (const name of ['a.yaml', 'Scenarios/b.yaml']) {
      await writeFile(join(model, name), 'title: Longer\nchanges: []\n');
    }
    const { code, stdout } = await bide(['check', model]);
    expect(code).toBe(0);
    expect(stdout).toContain(
      `What looks like a scenario was left out: ${join(model, 'a.yaml')}, ${join(model, 'Scenarios/b.yaml')}.`,
    );
    expect(stdout).not.toContain('notes.yaml');
  });

  it('prints the same as JSON', async () => {
    const path = await file('short.yaml', 'bide: 1\ntitle: Nothing else\n');
    const { code, stdout } = await bide(['check', path, '--json']);
    const document = JSON.parse(stdout) as Record<string, unknown>;
    expect(code).toBe(1);
    expect(document).toMatchObject({ bide: 1, kind: 'check', model: path, passed: false });
    expect(document.findings).toContainEqual(
      expect.objectContaining({
        severity: 'error',
        file: path,
        line: expect.any(Number) as number,
      }),
    );
    const fine = await bide(['check', shipped, '--json']);
    expect(JSON.parse(fine.stdout)).toMatchObject({ passed: true });
  });

  it('ends with 2 where there is no such model', async () => {
    const { code, stdout, stderr } = await bide(['check', join(folder, 'nowhere')]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('There is no');
  });
});

describe('a model made to harm', () => {
  it('cannot move the cursor of a terminal', async () => {
    const path = await file('escape.yaml', 'bide: 1\n"\\e[2J\\e]0;owned\\a": 1\n');
    const { code, stdout } = await bide(['check', path]);
    expect(code).toBe(1);
    // eslint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('ends in findings when it unfolds without end, is too deep, or is no text', async () => {
    const laughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) {
      const before = String.fromCharCode(96 + i);
      const name = String.fromCharCode(97 + i);
      laughs.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
    }
    const deep = `bide: ${'['.repeat(5000)}${']'.repeat(5000)}`;
    const binary = Uint8Array.from({ length: 1000 }, (_, i) => (i * 37) % 256);
    for (const [name, text] of [
      ['laughs.yaml', laughs.join('\n')],
      ['deep.yaml', deep],
      ['binary.yaml', binary],
      ['proto.yaml', 'bide: 1\n__proto__: { polluted: true }\nconstructor: 1\n'],
    ] as const) {
      const { code, stdout, stderr } = await bide(['check', await file(name, text)]);
      expect([name, code]).toEqual([name, 1]);
      expect(stdout + stderr).not.toBe('');
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('cannot point outside its folder', async () => {
    const model = join(folder, 'linked');
    await mkdir(join(model, 'scenarios'), { recursive: true });
    await writeFile(join(model, 'portfolio.yaml'), await shippedText());
    await symlink('/etc/hostname', join(model, 'scenarios', 'host.yaml'));
    const { code, stdout, stderr } = await bide(['check', model]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain("leads out of the model's folder");
  });
});
