import { Option, type Command } from 'commander';
import {
  addHowOptions,
  addSameMoneyOption,
  listOfIds,
  wholeNumber,
  type Format,
} from './run-options.ts';

/** What `explain` can be told. */
export interface ExplainOptions {
  scenarios: string[];
  measure?: string;
  replications: number;
  draws: number;
  inputs: number;
  tenFigures?: boolean;
  /** Where the money comes from or goes to that makes the commitments of the two equal. */
  sameMoney?: string;
  seed: number;
  threads: number;
  workers?: boolean;
  format: Format;
  out?: string;
}

/** Add the options of `explain`. */
export function addExplainOptions(command: Command, cores: number): Command {
  command
    .requiredOption(
      '--scenarios <ids>',
      'two scenarios, separated by a comma: the second is compared with the first',
      listOfIds,
    )
    .option(
      '--measure <id>',
      'what inputs are ranked by, such as wait-mean or criterion-reached:housing ' +
        '(default: relationships cut short)',
    )
    .option(
      '--replications <n>',
      'how many possible futures for each way of looking',
      wholeNumber(2, 10_000),
      30,
    )
    .option(
      '--draws <n>',
      'how many sets of plausible figures to draw, with two futures each',
      wholeNumber(10, 10_000),
      100,
    )
    .option(
      '--inputs <n>',
      'how many inputs to run by themselves, at both ends of their ranges: those that matter ' +
        'most over the draws',
      wholeNumber(1, 1000),
      10,
    )
    .addOption(
      new Option(
        '--ten-figures',
        'instead, try every input at both ends of its range, and keep the ten that matter most in ' +
          "the model's folder, for its page of ten figures",
      ).conflicts(['draws', 'inputs', 'sameMoney', 'format', 'out']),
    );
  addSameMoneyOption(command, 'explain the second scenario');
  return addHowOptions(command, cores);
}
