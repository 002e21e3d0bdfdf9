/**
 * A throwaway PostgreSQL for the tests, where its programs are installed. Vitest starts it once
 * for a whole run (globalSetup), and tells the tests its address.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where it listens; null where PostgreSQL is not installed. */
    postgres: string | null;
  }
}

const installed = '/usr/lib/postgresql';

export default function start(project: TestProject): (() => void) | undefined {
  const programs = programsFolder();
  if (programs === null) {
    project.provide('postgres', null);
    process.stdout.write('PostgreSQL is not installed: the store is tested on SQLite alone.\n');
    return undefined;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bide-postgres-'));
  const isRoot = process.getuid?.() === 0;
  // PostgreSQL refuses to run as root.
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  const run = (program: string, ...words: string[]) => {
    const path = join(programs, program);
    const [command, ...before] = isRoot ? ['runuser', '-u', 'postgres', '--', path] : [path];
    execFileSync(command, [...before, ...words], { stdio: 'ignore', cwd: folder });
  };
  const cluster = join(folder, 'cluster');
  run('initdb', '--no-sync', '-A', 'trust', '-U', 'postgres', '-D', cluster);
  // It is thrown away, so it need not wait for the disk; no network, only a socket in its folder.
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
  run('pg_ctl', '-w', '-D', cluster, '-o', options, '-l', join(folder, 'log'), 'start');
  project.provide('postgres', `postgresql://postgres@/postgres?host=${folder}`);
  return () => {
    run('pg_ctl', '-D', cluster, '-m', 'immediate', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
}

function programsFolder(): string | null {
  if (!existsSync(installed)) return null;
  const folders = readdirSync(installed)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(installed, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
}
