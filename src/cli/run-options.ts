import { InvalidArgumentError, Option, type Command } from 'commander';

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** What `run` and `compare` can both be told. */
export interface RunOptions {
  replications: number;
  seed: number;
  threads: number;
  format: Format;
  out?: string;
}

/** More futures than this take days and tell nothing more. */
const MOST_REPLICATIONS = 100_000;
const MOST_THREADS = 256;

/** Add the options that `run` and `compare` share. */
export function addRunOptions(command: Command, cores: number): Command {
  return command
    .option(
      '--replications <n>',
      'how many possible futures to run',
      wholeNumber(1, MOST_REPLICATIONS),
      50,
    )
    .option(
      '--seed <k>',
      'which futures: the same number, the same futures',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
      1,
    )
    .option(
      '--threads <n>',
      'how many threads; results are the same with any',
      wholeNumber(1, MOST_THREADS),
      cores,
    )
    .addOption(
      new Option('--format <format>', 'what to print').choices([...FORMATS]).default('table'),
    )
    .option('--out <folder>', 'also write results.json, results.csv and table.txt there');
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
    if (value >= least && value <= most) return value;
    throw new InvalidArgumentError(`It is a whole number from ${least} to ${most}.`);
  };
}

/** Split a list such as "as-it-is,three-year"; repeated options add to it. */
export function listOfIds(text: string, before: string[] = []): string[] {
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length === 0) throw new InvalidArgumentError('It names at least one scenario.');
  return [...before, ...ids];
}
