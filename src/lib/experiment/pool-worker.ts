import type { RunResult } from './merge.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

/** A worker as the pool sees it: a browser's, a thread, or code on the same page. */
export interface PoolWorker {
  post(message: ToWorker): void;
  /** End it at once, whatever it is doing. */
  end(): void;
}

/** How a worker tells its pool what happened; after `died` it says no more. */
export interface WorkerEvents {
  message: (message: FromWorker) => void;
  died: (reason: Error) => void;
}

export type SpawnWorker = (events: WorkerEvents) => PoolWorker;

export interface RunOptions {
  /** Replications after which `onPartial` is called, such as [2, 10, 50]. */
  checkpoints?: readonly number[];
  onPartial?: (result: RunResult) => void;
  /** Called after every replication of an arm, with how many there are to run. */
  onProgress?: (done: number, total: number) => void;
  /** Called when a worker died and its task is done again by another: nothing is lost. */
  onRestart?: (reason: Error) => void;
  /** Aborting rejects the run with the signal's reason. */
  signal?: AbortSignal;
}

export interface PoolOptions {
  /** How many workers, at least one; they start at once and stay. */
  size: number;
  /** How much memory earlier results may take; absent: 128 MB. */
  cacheBytes?: number;
}
