import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './capture.ts';

const model = join(root, 'models/one-worker-one-contract');
const slow = { timeout: 180_000 };

/** Start the command as a person does; the first use after a change builds it. */
function start(...argv: string[]) {
  const child = spawn(process.execPath, [join(root, 'src/cli/bide.js'), ...argv]);
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (printed.stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (printed.stderr += String(chunk)));
  return { child, printed, ended: once(child, 'close') as Promise<[number | null]> };
}

it('runs as a command, with threads, and says nothing on standard error', slow, async () => {
  const { printed, ended } = start('run', model, '--replications', '3', '--threads', '2');
  expect(await ended).toEqual([0, null]);
  expect(printed.stdout).toContain('3 possible futures');
  expect(printed.stderr).toBe('');
});

it('ends with the code of the command', slow, async () => {
  expect(await start('check', join(model, 'nowhere')).ended).toEqual([2, null]);
});

it('stops when it is interrupted, with 130', slow, async () => {
  const { child, printed, ended } = start('run', model, '--replications', '90000');
  // Nothing tells from outside that it is running: it is interrupted until it has ended.
  const again = setInterval(() => child.kill('SIGINT'), 3000);
  const [code] = await ended;
  clearInterval(again);
  // On a slow machine it may not be listening yet; then the signal itself ends it, with no code.
  expect([130, null]).toContain(code);
  expect(printed.stdout).toBe('');
});

it.runIf(existsSync('/dev/full'))('says so where nothing can be printed', slow, async () => {
  const full = openSync('/dev/full', 'w');
  const bide = [join(root, 'src/cli/bide.js'), 'check', model];
  const child = spawn(process.execPath, bide, { stdio: ['ignore', full, 'pipe'] });
  let stderr = '';
  child.stderr?.on('data', (chunk) => (stderr += String(chunk)));
  expect(await once(child, 'close')).toEqual([2, null]);
  closeSync(full);
  expect(stderr).toMatch(/^What was found cannot be printed: ENOSPC[^\n]*\n$/);
});

it('does not fail when its reader has seen enough', slow, async () => {
  const { child, printed, ended } = start('run', model, '--replications', '2', '--format', 'json');
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await ended).toEqual([0, null]);
  expect(printed.stderr).toBe('');
});
