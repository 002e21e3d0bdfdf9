import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshBuild, newestBuild, type Part } from './fresh-build.js';

let root: string;
let built: string[];

const part: Part = {
  name: 'app',
  sources: ['src', 'package.json'],
  build: async (output, version) => {
    built.push(version);
    mkdirSync(output, { recursive: true });
    writeFileSync(join(output, 'handler.js'), version);
  },
};

function write(path: string, text: string) {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bide-build-'));
  built = [];
  write('src/a.ts', '1');
});

afterEach(() => rmSync(root, { recursive: true }));

test('builds once for the same sources', async () => {
  const first = await freshBuild(root, part);
  expect(await freshBuild(root, part)).toBe(first);
  expect(built).toHaveLength(1);
});

test('builds again when a file changes, comes, goes or is renamed, but not for a test', async () => {
  await freshBuild(root, part);
  write('src/a.ts', '2');
  await freshBuild(root, part);
  write('src/deep/b.ts', '');
  await freshBuild(root, part);
  write('package.json', '{}');
  await freshBuild(root, part);
  expect(new Set(built).size).toBe(4);
  write('src/a.test.ts', 'x');
  await freshBuild(root, part);
  expect(built).toHaveLength(4);
});

test('many processes asking at once share one build', async () => {
  const folders = await Promise.all(Array.from({ length: 5 }, () => freshBuild(root, part)));
  expect(new Set(folders).size).toBe(1);
  expect(built).toHaveLength(1);
});

test('a build that fails leaves nothing that looks finished, and can be tried again', async () => {
  const failing = {
    ...part,
    build: async (output: string) => {
      mkdirSync(output, { recursive: true });
      throw new Error('no');
    },
  };
  await expect(freshBuild(root, failing)).rejects.toThrow('no');
  expect(newestBuild(root, 'app')).toBeUndefined();
  expect(existsSync(await freshBuild(root, part))).toBe(true);
});

test('a lock left behind by a process that ended is taken over', async () => {
  write('build/lock', '4194999');
  await freshBuild(root, part);
  expect(built).toHaveLength(1);
});

test('a few earlier builds stay for those who still run them', async () => {
  for (let change = 0; change < 6; change++) {
    write('src/a.ts', `version ${change}`);
    await freshBuild(root, part);
  }
  expect(readdirSync(join(root, 'build/app'))).toHaveLength(3);
});
