import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bide } from '../command-line/capture.ts';
import { documents, fencesIn, root, type Fence } from './documents.ts';

/** Enough to see that a command works; what it prints is tested elsewhere. */
const FEW = ['--replications', '2', '--threads', '1'];
/** Commands that other tests run: the build, the server, the checks. */
const ELSEWHERE = /^npm (ci && npm (start|test)|start|test|run [a-z:]+)( |$)/;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-docs-'));
  await cp(join(root, 'models'), join(folder, 'models'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

/** Run one line of a document as a person would in the top folder; return what it printed. */
async function runLine(line: string): Promise<string> {
  const [command, remark = ''] = line.split(' # ');
  const exit = Number(/exits with (\d+)/.exec(remark)?.[1] ?? 0);
  const words = command.trim().split(/\s+/);
  if (ELSEWHERE.test(command)) return '';
  if (words[0] === 'cp' && words[1] === '-r') {
    await cp(join(folder, words[2]), join(folder, words[3]), { recursive: true });
    return '';
  }
  expect(words.slice(0, 2), `${line} is a command this test knows`).toEqual(['npx', 'bide']);
  const argv = words.slice(2).map(here);
  const fewer = {
    run: FEW,
    compare: FEW,
    calibrate: FEW,
    explain: [...FEW, '--draws', '10', '--inputs', '1'],
    publish: [...FEW, '--draws', '0'],
    verify: ['--threads', '1'],
  };
  const { code, stdout, stderr } = await bide([
    ...argv,
    ...(fewer[argv[0] as keyof typeof fewer] ?? []),
  ]);
  expect({ line, code, stderr: code === exit ? '' : stderr }).toEqual({
    line,
    code: exit,
    stderr: '',
  });
  return stdout;
}

/** Files and folders are those of the copy, so that nothing is written into the project. */
function here(word: string, at: number, words: string[]): string {
  const isPath =
    existsSync(join(folder, word)) ||
    ['--out', '--data', 'backup', 'restore'].includes(words[at - 1]);
  return isPath && at > 0 ? join(folder, word) : word;
}

/** Write a block that is a file of its own, where its note names one. */
async function save({ note, text }: Fence): Promise<void> {
  const path = /^(?:model|scenario|snapshot) (\S+)$/.exec(note)?.[1];
  if (path === undefined) return;
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

const withCommands = documents.filter(({ fences }) => fences.some((one) => one.language === 'sh'));

describe('commands in the documents', () => {
  it.each(withCommands.map(({ path, fences }) => [path, fences] as const))(
    '%s: each does what is said',
    async (_path, fences) => {
      let printed = '';
      for (const block of fences) {
        if (block.language === 'yaml') await save(block);
        if (block.language === 'sh') {
          printed = '';
          for (const line of block.text.split('\n')) if (line) printed += await runLine(line);
        }
        if (block.language === 'output') {
          const clear = printed.replaceAll(join(folder, '/'), '').replace(/\s+/g, ' ');
          for (const line of block.text.trim().split('\n')) expect(clear).toContain(line.trim());
        }
      }
    },
    240_000,
  );

  it('shows every command of the command line in use', () => {
    const shown = fencesIn('sh')
      .map(({ text }) => text)
      .join('\n');
    for (const name of [
      ...['check', 'run', 'compare', 'explain', 'report', 'publish', 'verify', 'keys', 'help'],
    ])
      expect(shown).toContain(`bide ${name}`);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = documents.flatMap(({ text }) => [...text.matchAll(/npm run ([a-z:0-9]+)/g)]);
    expect(named.map(([, name]) => name).filter((name) => !(name in scripts))).toEqual([]);
  });
});
