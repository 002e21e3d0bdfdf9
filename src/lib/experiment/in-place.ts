import type { SpawnWorker } from './pool-worker.ts';
import type { PrepareArm } from './prepared-arm.ts';
import { WorkerCore } from './worker-core.ts';

/**
 * Return what starts a worker on this very thread.
 *
 * A run happens where it is asked for, one replication at a time, with a pause
 * after each in which whatever else waits gets its turn.
 */
export function inPlace(prepare: PrepareArm): SpawnWorker {
  return (events) => {
    let isEnded = false;
    const core = new WorkerCore(
      prepare,
      (message) => void (isEnded || events.message(message)),
      () => new Promise((resolve) => setTimeout(resolve)),
    );
    return {
      post: (message) => void (isEnded || core.receive(message)),
      end: () => {
        isEnded = true;
      },
    };
  };
}
