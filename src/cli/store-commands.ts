import type { Command } from 'commander';
import { backupCommand, restoreCommand } from './backup-commands.ts';
import { jobsCommand } from './jobs-command.ts';
import type { ExitCode } from './outcome.ts';
import { wholeNumber } from './run-options.ts';
import type { Surroundings } from './surroundings.ts';
import { workerCommand } from './worker-command.ts';

const place =
  '\nThe store is bide.db in the data folder (BIDE_DATA; absent: data), or the PostgreSQL at\n' +
  'DATABASE_URL where that is set.';

/** Add the commands that work on the store. */
export function addStoreCommands(
  program: Command,
  surroundings: Surroundings,
  end: (code: ExitCode) => void,
): void {
  program
    .command('worker')
    .description('do parts of long runs for every Bide that shares a database, until stopped')
    .option(
      '--threads <n>',
      'how many at a time; results are the same with any',
      wholeNumber(1, 256),
      surroundings.cores,
    )
    .addHelpText('after', place)
    .action(async (options: { threads: number }) => {
      end(await workerCommand(options, surroundings));
    });
  program
    .command('jobs')
    .description('say which long runs there are, and how far they are')
    .option('--cancel <id>', 'cancel this one')
    .option('--json', 'print them as JSON')
    .addHelpText('after', place)
    .action(async (options: { cancel?: string; json?: boolean }) => {
      end(await jobsCommand(options, surroundings));
    });
  program
    .command('backup')
    .description('write a backup of the store, which may be in use')
    .argument('<file>', 'the file to write; it must not be there')
    .addHelpText('after', place)
    .action(async (file: string, options: unknown) => {
      end(await backupCommand(file, options, surroundings));
    });
  program
    .command('restore')
    .description('put a backup into a store that is empty')
    .argument('<file>', 'what bide backup wrote')
    .addHelpText('after', place)
    .action(async (file: string, options: unknown) => {
      end(await restoreCommand(file, options, surroundings));
    });
}
