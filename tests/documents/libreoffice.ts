import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The command of LibreOffice on this machine, or null where it is not installed. */
export const soffice =
  ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0) ?? null;

/** Open a file with LibreOffice, and return it as that program writes it in another format. */
export function converted(name: string, bytes: Uint8Array, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'bide-office-'));
  try {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const words = [profile, '--headless', '--convert-to', to, '--outdir', join(folder, 'out')];
    const run = spawnSync(soffice!, [...words, join(folder, name)], { encoding: 'utf8' });
    const ending = to.split(':')[0];
    const made = join(folder, 'out', `${name.replace(/\.\w+$/, '')}.${ending}`);
    if (run.status !== 0) throw new Error(run.stderr);
    return Uint8Array.from(readFileSync(made));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
