import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { QueueCase } from './queue-case.ts';
import type { Measured } from './queue-case.ts';

const bundle = fileURLToPath(import.meta.url);

/** Run one contestant in a process of its own; `words` are its name and what it asks for. */
export function measure(words: string, seed: number): Measured {
  const [name, ...rest] = words.split(' ');
  return read(process.execPath, [bundle, name, String(seed), ...rest]);
}

/** Pythons that may have SimPy, the fastest first; Debian's own beside another that may hide it. */
const pythons = ['pypy3', 'python3', '/usr/bin/python3'];

/** The first Python here that has SimPy; undefined where there is none. */
export function findSimPy(): string | undefined {
  return pythons.find(
    (python) => spawnSync(python, ['-c', 'import simpy'], { stdio: 'ignore' }).status === 0,
  );
}

export function measureSimPy(
  python: string,
  { arrive, servers, patience }: QueueCase,
  customers: number,
  seed: number,
): Measured {
  const words = [arrive, servers, patience === Infinity ? 'inf' : patience, customers, seed];
  return read(python, ['tests/benchmarks/simpy_queue.py', ...words.map(String)]);
}

function read(command: string, words: string[]): Measured {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${words.join(' ')} failed.\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').pop() as string) as Measured;
}

/** Nanoseconds for each customer, event or pop. */
export const nsEach = ({ seconds, count }: Measured): number => (seconds * 1e9) / count;

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
