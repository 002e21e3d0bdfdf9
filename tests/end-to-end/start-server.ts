import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A model with three faults, each of another kind. */
const broken = `bide: 1
title: A portfolio with faults
start: "2027-04-01"
horizon: 10 years
sources: {}
localities: { ayr: { name: Ayr, people: many } }
groups: {}
services: {}
contrats: {}
`;

const eightYears = `title: Eight years
changes:
  - { set: contracts.award.term, to: 96 months }
`;

/**
 * Start the built server on a free port, as a person would; return how to stop it.
 *
 * It has the shipped models, a small one with everything, and a broken one, an empty folder for results, and few runs: these
 * tests ask whether pages work, not how sharp results are.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'bide-end-to-end-'));
  const models = join(folder, 'models');
  cpSync(join(root, 'models'), models, { recursive: true });
  // A town with two localities, promises and principles, quick enough to be run.
  cpSync(join(root, 'tests/samples/clean-small'), join(models, 'small'), { recursive: true });
  // The same worker, and an award for which the time looked ahead is too short.
  const short = join(models, 'too-short');
  cpSync(join(models, 'one-worker-one-contract'), short, { recursive: true });
  writeFileSync(join(short, 'scenarios', 'eight-years.yaml'), eightYears);
  mkdirSync(join(models, 'broken'));
  writeFileSync(join(models, 'broken', 'portfolio.yaml'), broken);
  const { server, address } = await serve({ BIDE_MODELS: models, BIDE_DATA: join(folder, 'data') });
  process.env.BIDE_ADDRESS = address;
  process.env.BIDE_MODELS_OF_SERVER = models;
  // For tests that publish into its store, or ask how its owner signs in, on the same machine.
  process.env.BIDE_DATA_OF_SERVER = join(folder, 'data');
  return async () => {
    if (server.exitCode === null) {
      server.kill('SIGTERM');
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Start a server by itself, on a free port where none is given; return it once it says where it is. */
export async function serve(
  env: Record<string, string>,
): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, ['src/build/start.js'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', BIDE_RUNS: '10', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { server, address: await printedAddress(server) };
}

async function printedAddress(server: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const address = /http:\S+/.exec(line)?.[0];
    if (address) return address;
  }
  throw new Error('The server ended before it said where it is.');
}
