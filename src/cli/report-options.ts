import { Option, type Command } from 'commander';
import {
  addFuturesOptions,
  addHowManyOptions,
  listOfIds,
  type RunSettings,
} from './run-options.ts';

export const REPORT_FORMATS = ['md', 'html', 'json'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What `report` can be told. */
export interface ReportOptions extends RunSettings {
  /** Absent: all of the model. */
  scenarios?: string[];
  /** Absent: what the name of the file says, else Markdown. */
  format?: ReportFormat;
  /** Absent: it is printed. */
  out?: string;
}

/** Add the options of `report`. */
export function addReportOptions(command: Command, cores: number): Command {
  command
    .option(
      '--scenarios <ids>',
      'which scenarios, separated by commas; absent: all of the model',
      listOfIds,
    )
    .addOption(
      new Option(
        '--format <format>',
        'Markdown, a page to print, or plain data (default: as the file is named, else md)',
      ).choices([...REPORT_FORMATS]),
    )
    .option('--out <file>', 'write it to this file in place of printing it');
  return addFuturesOptions(addHowManyOptions(command), cores).addHelpText(
    'after',
    '\nThe scenarios are run when --replications, --draws or --until-precise asks for it. The report\n' +
      'then has their results; the first scenario is the one that others are compared with.',
  );
}

/** Whether the options ask for results. */
export function asksForRun({ replications, draws, untilPrecise }: RunSettings): boolean {
  return replications !== undefined || draws !== undefined || untilPrecise === true;
}

/** Return the format asked for, or the one that the name of the file says. */
export function formatOf({ format, out }: Pick<ReportOptions, 'format' | 'out'>): ReportFormat {
  if (format !== undefined) return format;
  const ending = /\.([a-z]+)$/i.exec(out ?? '')?.[1].toLowerCase();
  if (ending === 'htm') return 'html';
  return REPORT_FORMATS.find((one) => one === ending) ?? 'md';
}
