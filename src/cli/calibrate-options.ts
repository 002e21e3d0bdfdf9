import { Option, type Command } from 'commander';
import { STRUCTURES, type Structure } from '$lib/portfolio/leaving-rule.ts';
import { FORMATS, listOfIds, wholeNumber, type Format } from './run-options.ts';

/** What `calibrate` can be told. */
export interface CalibrateOptions {
  assumptions?: string[];
  targets?: string[];
  structure?: Structure;
  replications: number;
  seed: number;
  threads: number;
  workers?: boolean;
  format: Format;
  /** File that the model is written to, with the fitted values in place. */
  out?: string;
}

const USUAL_REPLICATIONS = 20;

/** Add the options of `calibrate`. */
export function addCalibrateOptions(command: Command, cores: number): Command {
  return command
    .option(
      '--assumptions <ids>',
      'which assumptions to fit, separated by commas; absent: those that targets name',
      listOfIds,
    )
    .option(
      '--targets <ids>',
      'which targets to fit to, separated by commas; absent: those that name assumptions',
      listOfIds,
    )
    .addOption(
      new Option(
        '--structure <structure>',
        'what leaving early falls with; absent: as the model says',
      ).choices([...STRUCTURES]),
    )
    .option(
      '--replications <n>',
      'how many possible futures each place is tried in',
      wholeNumber(2, 10_000),
      USUAL_REPLICATIONS,
    )
    .option(
      '--seed <k>',
      'which futures: the same number, the same futures',
      wholeNumber(0, Number.MAX_SAFE_INTEGER - 1),
      1,
    )
    .option(
      '--threads <n>',
      'how many threads; results are the same with any',
      wholeNumber(1, 256),
      cores,
    )
    .addOption(
      new Option('--format <format>', 'what to print').choices([...FORMATS]).default('table'),
    )
    .option('--out <file>', 'also write the model there, its file with the fitted values in place');
}
