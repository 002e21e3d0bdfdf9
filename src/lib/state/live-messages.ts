/** The messages between a page and the worker that runs scenarios for it. */
import type { Finding } from '../diagnostics/finding.ts';
import type { RunRequest } from '../experiment/run-request.ts';
import type { Summed, Summing } from './summing-pool.ts';

export type ToLive =
  | {
      kind: 'run';
      job: number;
      /** Its model is null where it is that of the run before: a large one takes long to be sent. */
      request: Omit<RunRequest, 'model'> & { model: RunRequest['model'] | null };
      summing: Summing;
      /** Replications after which something is shown; empty: only at the end. */
      checkpoints: readonly number[];
    }
  | { kind: 'cancel'; job: number };

export type FromLive =
  | { kind: 'partial' | 'done'; job: number; summed: Summed }
  | { kind: 'progress'; job: number; done: number; total: number }
  /** A worker died, and another does its work again. */
  | { kind: 'restart'; job: number; reason: string }
  /** The model, a scenario or our own code is at fault. */
  | { kind: 'failed'; job: number; message: string; findings: Finding[] };
