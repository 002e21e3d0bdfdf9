import type { Command } from 'commander';
import { backupCommand, restoreCommand } from './backup-commands.ts';
import { hallCommand, type HallOptions } from './hall-command.ts';
import { jobsCommand } from './jobs-command.ts';
import type { ExitCode } from './outcome.ts';
import { wholeNumber } from './run-options.ts';
import type { Surroundings } from './surroundings.ts';
import { workerCommand } from './worker-command.ts';

const postgres = '\nWhere DATABASE_URL is set, the store is the PostgreSQL at that address.';

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
    .addHelpText('after', postgres)
    .action(async (options: { threads: number }) => {
      end(await workerCommand(options, surroundings));
    });
  const withData = (command: Command) =>
    command
      .option('--data <folder>', 'the data folder of the store', process.env.BIDE_DATA ?? 'data')
      .addHelpText('after', postgres);
  withData(program.command('hall'))
    .description('serve this laptop to the phones in a hall, who join a workshop and see no more')
    .option('--port <n>', 'the port to listen on', wholeNumber(1, 65_535), 4173)
    .option('--address <name>', 'what phones reach this machine by; absent: its own address')
    .option('--models <folder>', 'the folder of models; absent: models')
    .option('--cert <file>', 'a certificate, to be served over https')
    .option('--key <file>', 'its key')
    .action(async (options: HallOptions) => {
      end(await hallCommand(options, surroundings));
    });
  withData(program.command('jobs'))
    .description('say which long runs there are, and how far they are')
    .option('--cancel <id>', 'cancel this one')
    .option('--json', 'print them as JSON')
    .action(async (options: { data: string; cancel?: string; json?: boolean }) => {
      end(await jobsCommand(options, surroundings));
    });
  withData(program.command('new-secret'))
    .description('let a store go on whose secret is lost; every second factor is set up again')
    .action(async (options: { data: string }) => {
      // Accounts take a while to load, and few commands need them.
      const { newSecretCommand } = await import('./new-secret-command.ts');
      end(await newSecretCommand(options, surroundings));
    });
  withData(program.command('backup'))
    .description('write a backup of the store, which may be in use')
    .argument('<file>', 'the file to write; it must not be there')
    .action(async (file: string, options: { data: string }) => {
      end(await backupCommand(file, options, surroundings));
    });
  withData(program.command('restore'))
    .description('put a backup into a store that is empty')
    .argument('<file>', 'what bide backup wrote')
    .action(async (file: string, options: { data: string }) => {
      end(await restoreCommand(file, options, surroundings));
    });
}
