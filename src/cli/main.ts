import { Command, CommanderError } from 'commander';

/**
 * Run the command line with the arguments after the command's name.
 *
 * Returns the exit code: 0 when all went well, 1 when it did not.
 */
export async function main(argv: string[]): Promise<number> {
  const program = new Command('bide')
    .description('Compare ways of commissioning support: who waits, and how long people stay.')
    .exitOverride();
  program.action(() => program.outputHelp());
  try {
    await program.parseAsync(argv, { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    throw error;
  }
}
