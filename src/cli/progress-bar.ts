import { SingleBar } from 'cli-progress';
import type { Output } from './surroundings.ts';

/** Shows how far a run is, on a terminal; in a file or a pipe nothing is shown. */
export interface Progress {
  update: (done: number, total: number) => void;
  stop: () => void;
}

/** Start a bar on the output; it disappears when it is stopped. */
export function progressBar(output: Output): Progress {
  if (!output.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream: output as NodeJS.WriteStream,
    format: 'Running {bar} {percentage}%  {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  let isStarted = false;
  return {
    update(done, total) {
      if (!isStarted) bar.start(total, done);
      isStarted = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
