import { availableParallelism, cpus, totalmem, type } from 'node:os';
import type { Surroundings } from './surroundings.ts';

/** Return the terminal, pipes and signals of this process. */
export function processSurroundings(): Surroundings {
  // A reader that has seen enough, such as head, closes its end; that is not our failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    process.stderr.write(`What was found cannot be printed: ${error.message}\n`);
    process.exit(2);
  });
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    onInterrupt(tell) {
      process.on('SIGINT', tell);
      return () => process.off('SIGINT', tell);
    },
    cores: availableParallelism(),
    machine: { runtime: `Node.js ${process.versions.node}`, system: systemLines() },
  };
}

/** Kind of processor, memory and operating system; nothing that names the computer or its owner. */
function systemLines(): string[] {
  const models = [...new Set(cpus().map(({ model }) => model.trim()))].filter(Boolean);
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} processor threads${models.length > 0 ? `: ${models.join(', ')}` : ''}.`,
    `${gigabytes} GB of memory.`,
    `${type()}, ${process.arch}.`,
  ];
}
