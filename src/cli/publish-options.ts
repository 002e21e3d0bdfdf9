import { InvalidArgumentError, type Command } from 'commander';
import { calendarDay } from '$lib/portfolio/calendar-day.ts';
import { withoutTurning } from '$lib/portfolio/turning-marks.ts';
import { addFuturesOptions, listOfIds, wholeNumber } from './run-options.ts';

/** What `publish` can be told. */
export interface PublishOptions {
  /** The folder of a site of files; absent: the store. */
  out?: string;
  /** The data folder, for the store and the key. */
  data: string;
  scenarios?: string[];
  text?: string;
  /** A file: the paper for Word takes its look from it. */
  template?: string;
  replications: number;
  draws?: number;
  seed: number;
  threads: number;
  key?: string;
  /** ISO date; absent: today. */
  date?: string;
  corrects?: string;
  revises?: string;
  withdraws?: string;
  because?: string;
}

/** Add the options of `publish`. */
export function addPublishOptions(command: Command, cores: number): Command {
  command
    .option(
      '--out <folder>',
      'write a site of files there, which any web server can show; absent: the store, which npm start shows',
    )
    .option(
      '--data <folder>',
      'the data folder, with the store (unless DATABASE_URL names one) and the key',
      process.env.BIDE_DATA ?? 'data',
    )
    .option('--text <file>', 'what people wrote for it: snapshot.yaml')
    .option(
      '--template <file>',
      'a Word file (.docx) that the paper takes its look from: it stands where that says {{paper}}, or at its end',
    )
    .option(
      '--scenarios <ids>',
      'which scenarios, separated by commas, the one that others are compared with first; absent: all',
      listOfIds,
    )
    .option('--replications <n>', 'how many possible futures to run', wholeNumber(2, 100_000), 200)
    .option(
      '--draws <n>',
      'how many sets of plausible figures to draw; 0 for none (default: as many as futures, at most 50)',
      wholeNumber(0, 10_000),
    )
    .option(
      '--key <file>',
      'sign it with this key; absent: not at all with --out, else with the one of the data folder',
    )
    .option(
      '--date <date>',
      'the day it is published, such as 2027-03-01: none before the version that it follows or withdraws, and none to come (default: today)',
      isoDate,
    )
    .option('--corrects <hash>', 'it puts an error right in the version with this fingerprint')
    .option('--revises <hash>', 'it takes the place of the version with this fingerprint')
    .option(
      '--withdraws <hash>',
      'take the version with this fingerprint away; needs no model. Where it was altered and the log does not tell, --corrects or --revises says what it was',
    )
    .option(
      '--because <reason>',
      'what changed and why, for a correction, revision or withdrawal',
      withoutTurning,
    );
  return addFuturesOptions(command, cores).addHelpText(
    'after',
    '\nEach version has an address of its own, named for its fingerprint, that is never written again.\n' +
      'Only a withdrawal takes it away, and leaves the reason there.',
  );
}

function isoDate(text: string): string {
  if (calendarDay(text) !== null) return text;
  throw new InvalidArgumentError('It is a date such as 2027-03-01.');
}
