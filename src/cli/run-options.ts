import { InvalidArgumentError, Option, type Command } from 'commander';

export const FORMATS = ['table', 'json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** How scenarios are run, for every command that runs them. */
export interface RunSettings {
  /** Absent: 50, or where it is to be precise, 2,000 at most. */
  replications?: number;
  /** Absent: as many as replications, at most 50. */
  draws?: number;
  untilPrecise?: boolean;
  seed: number;
  threads: number;
  workers?: boolean;
}

/** What `run` and `compare` can both be told. */
export interface RunOptions extends RunSettings {
  format: Format;
  out?: string;
  /** Only of `compare`: where the money comes from or goes to that makes commitments equal. */
  sameMoney?: string;
}

const USUAL_REPLICATIONS = 50;
const MOST_UNTIL_PRECISE = 2000;
const USUAL_DRAWS = 50;

/** More futures than this take days and tell nothing more. */
const MOST_REPLICATIONS = 100_000;
const MOST_DRAWS = 10_000;
const MOST_THREADS = 256;

/** Return how many futures and sets of figures to run, where not all was said. */
export function howMany({ replications, draws, untilPrecise = false }: RunSettings) {
  const futures = replications ?? (untilPrecise ? MOST_UNTIL_PRECISE : USUAL_REPLICATIONS);
  return {
    replications: futures,
    draws: draws ?? Math.min(futures, USUAL_DRAWS),
    untilPrecise,
  };
}

/** Add the options that `run` and `compare` share. */
export function addRunOptions(command: Command, cores: number): Command {
  return addHowOptions(addHowManyOptions(command), cores);
}

/** Add the options that say how many futures and sets of figures are run. */
export function addHowManyOptions(command: Command): Command {
  return command
    .option(
      '--replications <n>',
      `how many possible futures to run (default: ${USUAL_REPLICATIONS})`,
      wholeNumber(1, MOST_REPLICATIONS),
    )
    .option(
      '--draws <n>',
      'how many sets of plausible figures to draw from the ranges, with two futures each; 0 for ' +
        `none (default: as many as futures, at most ${USUAL_DRAWS})`,
      wholeNumber(0, MOST_DRAWS),
    )
    .option(
      '--until-precise',
      'go on until every headline is known to within 1 of 100, 1 day, £20,000 a year and the ' +
        `like; --replications is then the most (default: ${MOST_UNTIL_PRECISE})`,
    );
}

/** Add the options of every command that runs a model: which futures, where, and what to print. */
export function addHowOptions(command: Command, cores: number): Command {
  return addFuturesOptions(command, cores)
    .addOption(
      new Option('--format <format>', 'what to print').choices([...FORMATS]).default('table'),
    )
    .option('--out <folder>', 'also write results.json, results.csv and table.txt there');
}

/** Add the option that balances scenarios to what the first of them promises. */
export function addSameMoneyOption(command: Command, adds: string): Command {
  return command.option(
    '--same-money <path>',
    `${adds} with as much of this figure as makes it promise the same money as the first, such as ` +
      'services.outreach.roles.worker.posts; any other text lists those there are',
  );
}

/** Add the options that say which futures are run, and on how many threads. */
export function addFuturesOptions(command: Command, cores: number): Command {
  return command
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
    .option(
      '--workers',
      'have it run by the workers (bide worker) of the database at DATABASE_URL',
    );
}

/** Return what reads a whole number of these from the command line. */
export function wholeNumber(least: number, most: number): (text: string) => number {
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
  if (ids.length === 0) throw new InvalidArgumentError('It names at least one.');
  return [...before, ...ids];
}
