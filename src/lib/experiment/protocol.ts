/**
 * The messages between a pool and its workers. Each names its job, so that an
 * answer to a cancelled job is known for what it is.
 */
import type { Finding } from '../diagnostics/finding.ts';
import type { MeasurePlan } from '../measures/measure.ts';
import type { SliceResult } from './merge.ts';
import type { WorkRequest } from './prepared-arm.ts';
import type { Arm } from './run-request.ts';
import type { Slice } from './slices.ts';

export type ToWorker =
  /** Keep this request: `run` messages of the job will refer to it. */
  | { kind: 'prepare'; job: number; request: WorkRequest }
  /** Run a slice of one arm. `key` tells arms apart across jobs, so that a program is kept. */
  | {
      kind: 'run';
      job: number;
      task: number;
      key: string;
      arm: Arm;
      slice: Slice;
      follow: number;
      /** True when nobody has told the pool the arm's plan yet. */
      wantsPlan: boolean;
    }
  /** Forget the job; stop at the next replication if it is being worked on. */
  | { kind: 'cancel'; job: number };

export type FromWorker =
  /** The arm of a task is compiled; with how its vectors are laid out, where that is wanted. */
  | { kind: 'ready'; job: number; task: number; plan: MeasurePlan | null; warnings: Finding[] }
  /** One more replication of a task is done. */
  | { kind: 'progress'; job: number; task: number }
  /** A task is done; its arrays are transferred, not copied. */
  | { kind: 'unit-done'; job: number; task: number; result: SliceResult }
  /** A task was given up because its job was cancelled. */
  | { kind: 'stopped'; job: number; task: number }
  /** A task cannot be done: the model or our own code is at fault. */
  | { kind: 'failed'; job: number; task: number; message: string; findings: Finding[] };

/** Return the buffers of a message that can change hands without being copied. */
export function transferables(message: FromWorker): ArrayBuffer[] {
  if (message.kind !== 'unit-done') return [];
  const { totals, series, endings, warmUp } = message.result;
  return [totals, series, endings, warmUp].map((array) => array.buffer as ArrayBuffer);
}
