import { Command, CommanderError } from 'commander';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { TemplateRefused } from '$lib/documents/word-template.ts';
import { PublishRefused } from '$lib/server/publishing/publish-refused.ts';
import { ModelUnreadable } from '$lib/server/read-model-folder.ts';
import { calibrateCommand } from './calibrate-command.ts';
import { addCalibrateOptions, type CalibrateOptions } from './calibrate-options.ts';
import { checkCommand } from './check-command.ts';
import { explainCommand } from './explain-command.ts';
import { addExplainOptions, type ExplainOptions } from './explain-options.ts';
import { findingsText, printable } from './findings-text.ts';
import { Interrupted, Misuse, type ExitCode } from './outcome.ts';
import { keysCommand } from './keys-command.ts';
import { processSurroundings } from './process-surroundings.ts';
import { publishCommand } from './publish-command.ts';
import { addPublishOptions, type PublishOptions } from './publish-options.ts';
import { reportCommand } from './report-command.ts';
import { addReportOptions, type ReportOptions } from './report-options.ts';
import { runCommand } from './run-command.ts';
import {
  addRunOptions,
  addSameMoneyOption,
  listOfIds,
  wholeNumber,
  type RunOptions,
} from './run-options.ts';
import type { SignInOptions } from './sign-in-command.ts';
import { addStoreCommands } from './store-commands.ts';
import type { Surroundings } from './surroundings.ts';
import { verifyCommand, type VerifyOptions } from './verify-command.ts';

/**
 * Run the command line with the arguments after the command's name.
 *
 * Returns the exit code: 0 fine, 1 when the model must be mended, 2 when the
 * command was misused, 130 when it was interrupted. Throws for our own mistakes.
 */
export async function main(
  argv: string[],
  surroundings: Surroundings = processSurroundings(),
): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = bide(surroundings, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv.length > 0 ? argv : ['help'], { from: 'user' });
    return exitCode;
  } catch (error) {
    return failed(error, surroundings);
  }
}

function bide(surroundings: Surroundings, end: (code: ExitCode) => void): Command {
  const { stdout, stderr, cores } = surroundings;
  const program = new Command('bide')
    .description('Compare ways of commissioning support: who waits, and how long people stay.')
    .version(engineVersion, '--version', 'say which version this is')
    .helpOption('-h, --help', 'say how a command is used')
    .helpCommand('help [command]', 'say how a command is used')
    .showHelpAfterError('(bide help says how it is used)')
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
    })
    .exitOverride();

  program
    .command('check')
    .description('say what is wrong with a model: 0 when nothing must be mended, else 1')
    .argument('<model>', 'a folder with portfolio.yaml, or a YAML file')
    .option('--json', 'print the findings as JSON')
    .action(async (path: string, options: { json?: boolean }) => {
      end(await checkCommand(path, options, surroundings));
    });

  const run = program
    .command('run')
    .description('run a model and print its figures')
    .argument('<model>', 'a folder with portfolio.yaml, or a YAML file')
    .option(
      '--scenario <ids>',
      'which scenarios, separated by commas; absent: the model as it is',
      listOfIds,
    );
  addRunOptions(run, cores).action(
    async (path: string, options: RunOptions & { scenario?: string[] }) => {
      const ids = options.scenario ?? ['as-it-is'];
      end(await runCommand(path, 'run', ids, options, surroundings));
    },
  );

  const compare = program
    .command('compare')
    .description('run scenarios and compare them with the first')
    .argument('<model>', 'a folder with portfolio.yaml and scenarios')
    .option(
      '--scenarios <ids>',
      'which scenarios, separated by commas; absent: all of the model',
      listOfIds,
    );
  addSameMoneyOption(compare, 'also compare each scenario');
  addRunOptions(compare, cores).action(
    async (path: string, options: RunOptions & { scenarios?: string[] }) => {
      const ids = options.scenarios ?? [];
      end(await runCommand(path, 'compare', ids, options, surroundings));
    },
  );

  const calibrate = program
    .command('calibrate')
    .description('fit assumptions to what was seen: 0 when every fitted target is met, else 1')
    .argument('<model>', 'a folder with portfolio.yaml, or a YAML file');
  addCalibrateOptions(calibrate, cores).action(async (path: string, options: CalibrateOptions) => {
    end(await calibrateCommand(path, options, surroundings));
  });

  const explain = program
    .command('explain')
    .description('say what drives the difference between two scenarios, and whether it stands')
    .argument('<model>', 'a folder with portfolio.yaml and scenarios');
  addExplainOptions(explain, cores).action(async (path: string, options: ExplainOptions) => {
    end(await explainCommand(path, options, surroundings));
  });

  const report = program
    .command('report')
    .description('report the method of a model, and of a run, by the checklist STRESS-DES')
    .argument('<model>', 'a folder with portfolio.yaml, or a YAML file');
  addReportOptions(report, cores).action(async (path: string, options: ReportOptions) => {
    end(await reportCommand(path, options, surroundings));
  });

  const publish = program
    .command('publish')
    .description(
      'freeze a comparison of scenarios, and put it into the store or on a site of files',
    )
    .argument('[model]', 'a folder with portfolio.yaml and scenarios');
  addPublishOptions(publish, cores).action(
    async (path: string | undefined, options: PublishOptions) => {
      end(await publishCommand(path, options, surroundings));
    },
  );

  program
    .command('verify')
    .description('say whether a snapshot is as published: 0 when nothing is wrong, else 1')
    .argument(
      '<snapshot>',
      'snapshot.json, the folder of a version, or a whole site; or, in the store, a fingerprint, an address or a name',
    )
    .option(
      '--data <folder>',
      'the data folder with the store (unless DATABASE_URL names one)',
      process.env.BIDE_DATA ?? 'data',
    )
    .option('--key <key>', 'the publisher’s public key, or a file with it')
    .option('--no-rerun', 'do not run the model again')
    .option('--threads <n>', 'how many threads', wholeNumber(1, 256), cores)
    .action(async (path: string, options: VerifyOptions) => {
      end(await verifyCommand(path, options, surroundings));
    });

  program
    .command('keys')
    .description('make the key that snapshots are signed with, and say the public one')
    .option('--data <folder>', 'where keys are kept', process.env.BIDE_DATA ?? 'data')
    .action(async (options: { data: string }) => {
      end(await keysCommand(options, surroundings));
    });

  program
    .command('sign-in')
    .description('say a one-time address at which the owner of the server signs in')
    .option('--data <folder>', 'the data folder of the server', process.env.BIDE_DATA ?? 'data')
    .option('--address <address>', 'where the server is; absent: ORIGIN, or this machine')
    .action(async (options: SignInOptions) => {
      // Accounts take a while to load, and no other command needs them.
      const { signInCommand } = await import('./sign-in-command.ts');
      end(await signInCommand(options, surroundings));
    });
  addStoreCommands(program, surroundings, end);
  return program;
}

function failed(error: unknown, { stderr }: Surroundings): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Interrupted) return 130;
  const isMisuse = [Misuse, PublishRefused, TemplateRefused].some((one) => error instanceof one);
  if (error instanceof Error && (isMisuse || error instanceof ModelUnreadable)) {
    // What may be chosen from is listed, each on a line of its own.
    const lines = error instanceof Misuse ? error.message.split('\n') : [error.message];
    stderr.write(`${lines.map(printable).join('\n')}\n`);
    return isMisuse ? 2 : 1;
  }
  if (error instanceof RunFailed) {
    const errors = error.findings.filter(({ severity }) => severity === 'error');
    stderr.write(`${printable(error.message)}\n${findingsText(errors)}`);
    return 1;
  }
  throw error;
}
