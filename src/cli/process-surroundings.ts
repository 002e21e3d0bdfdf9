import { availableParallelism } from 'node:os';
import type { Surroundings } from './surroundings.ts';

/** Return the terminal, pipes and signals of this process. */
export function processSurroundings(): Surroundings {
  // A reader that has seen enough, such as head, closes its end; that is not our failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    onInterrupt(tell) {
      process.on('SIGINT', tell);
      return () => process.off('SIGINT', tell);
    },
    cores: availableParallelism(),
  };
}
