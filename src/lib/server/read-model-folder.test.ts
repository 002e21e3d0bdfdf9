import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseYaml } from '../portfolio/parse.ts';
import { readModelFolder } from './read-model-folder.ts';

let parent: string;
let model: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'bide-model-'));
  model = join(parent, 'a-model');
  await mkdir(join(model, 'scenarios'), { recursive: true });
  await writeFile(join(model, 'portfolio.yaml'), 'title: One\n');
  await writeFile(join(model, 'README.md'), 'Not read.\n');
});

afterEach(() => rm(parent, { recursive: true }));

describe('reading a model folder', () => {
  it('takes the portfolio and the scenarios in the order of their ids', async () => {
    await writeFile(join(model, 'scenarios', 'two.yaml'), 'title: Two\n');
    await writeFile(join(model, 'scenarios', 'one.yml'), 'title: First\n');
    const read = await readModelFolder(model);
    expect(read.id).toBe('a-model');
    expect(read.files).toEqual([
      { path: join(model, 'portfolio.yaml'), text: 'title: One\n' },
      { path: join(model, 'scenarios', 'one.yml'), text: 'title: First\n' },
      { path: join(model, 'scenarios', 'two.yaml'), text: 'title: Two\n' },
    ]);
  });

  it('takes one file alone, and a folder without scenarios', async () => {
    await rm(join(model, 'scenarios'), { recursive: true });
    expect((await readModelFolder(model)).files).toHaveLength(1);
    expect((await readModelFolder(join(model, 'portfolio.yaml'))).id).toBe('a-model');
    await writeFile(join(parent, 'alone.yaml'), 'title: Alone\n');
    expect(await readModelFolder(join(parent, 'alone.yaml'))).toMatchObject({
      id: 'alone',
      files: [{ path: join(parent, 'alone.yaml'), text: 'title: Alone\n' }],
    });
  });

  it('leaves a byte order mark out', async () => {
    await writeFile(join(model, 'portfolio.yaml'), '\ufefftitle: Marked\n');
    expect((await readModelFolder(model)).files[0].text).toBe('title: Marked\n');
  });

  it('says what is missing', async () => {
    await expect(readModelFolder(join(parent, 'none'))).rejects.toMatchObject({
      name: 'ModelUnreadable',
      isMissing: true,
      message: expect.stringContaining('none') as string,
    });
    await rm(join(model, 'portfolio.yaml'));
    await expect(readModelFolder(model)).rejects.toThrow('portfolio.yaml');
  });

  it('reads nothing outside the folder, however it is pointed at', async () => {
    await writeFile(join(parent, 'secret.yaml'), 'title: Secret\n');
    await symlink(join(parent, 'secret.yaml'), join(model, 'scenarios', 'one.yaml'));
    await expect(readModelFolder(model)).rejects.toThrow("leads out of the model's folder");
    await rm(join(model, 'scenarios'), { recursive: true });
    await mkdir(join(parent, 'elsewhere'));
    await symlink(join(parent, 'elsewhere'), join(model, 'scenarios'));
    await expect(readModelFolder(model)).rejects.toThrow("leads out of the model's folder");
  });

  it('follows links that stay inside, and a link to the folder itself', async () => {
    await symlink(join(model, 'portfolio.yaml'), join(model, 'scenarios', 'one.yaml'));
    await symlink(model, join(parent, 'link'));
    const read = await readModelFolder(join(parent, 'link'));
    expect(read.files[1].text).toBe('title: One\n');
  });

  it.runIf(process.platform !== 'win32')('does not wait at a pipe', async () => {
    await rm(join(model, 'portfolio.yaml'));
    execFileSync('mkfifo', [join(model, 'portfolio.yaml')]);
    await expect(readModelFolder(model)).rejects.toThrow('not a plain file');
  });

  it('reads so much of what is too large or no text that the reader finds it so', async () => {
    const codes = async (bytes: Buffer) => {
      await writeFile(join(model, 'portfolio.yaml'), bytes);
      const { files } = await readModelFolder(model);
      expect(files[0].text.length).toBeLessThanOrEqual(8_000_001);
      return parseYaml(files[0].text, 'portfolio.yaml').findings.map(({ code }) => code);
    };
    expect(await codes(Buffer.alloc(10_000_000, '['))).toEqual(['file-too-large']);
    expect(await codes(Buffer.alloc(10_000_000, '😀'))).toEqual(['file-too-large']);
    expect(await codes(Buffer.from([0x74, 0xff, 0xfe]))).toEqual(['file-not-text']);
    expect(await codes(Buffer.from('title: One', 'utf16le'))).toEqual(['file-not-text']);
  });

  it('refuses what is too much or no YAML', async () => {
    const scenarios = Array.from({ length: 101 }, (_, i) =>
      writeFile(join(model, 'scenarios', `s${i}.yaml`), ''),
    );
    await Promise.all(scenarios);
    await expect(readModelFolder(model)).rejects.toThrow('more than 100 scenarios');
    await expect(readModelFolder(join(model, 'README.md'))).rejects.toThrow('not a YAML file');
  });
});
