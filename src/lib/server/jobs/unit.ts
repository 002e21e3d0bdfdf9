/** Units of work: what is handed out, to whatever does it, wherever that is. */
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Finding } from '../../diagnostics/finding.ts';
import type { SliceResult } from '../../experiment/merge.ts';
import type { WorkRequest } from '../../experiment/prepared-arm.ts';
import type { Arm } from '../../experiment/run-request.ts';
import type { Slice } from '../../experiment/slices.ts';
import type { MeasurePlan } from '../../measures/measure.ts';

/** Consecutive replications of one arm: all that decides the bits of their sums. */
export interface Unit {
  request: WorkRequest;
  arm: Arm;
  slice: Slice;
  /** How many imagined people to follow in the first replication. */
  follow: number;
}

export interface UnitResult {
  plan: MeasurePlan;
  warnings: Finding[];
  result: SliceResult;
}

/** Something that does units. */
export interface Units {
  /**
   * Do a unit. Rejects with `RunFailed` where the model or our code is at fault, with the signal's
   * reason where it was aborted, and with another error where whatever did it broke down.
   */
  do: (unit: Unit, signal: AbortSignal) => Promise<UnitResult>;
  close: () => Promise<void> | void;
}

/**
 * Which units may meet in one run. Their results travel in the format of the platform, so its
 * version is part of it beside the engine's.
 */
export function unitVersion(engine: string): string {
  return `${engine}.node${process.versions.node.split('.')[0]}`;
}

/** Return the key of a request: SHA-256 of what it says. */
export function requestKey(request: WorkRequest): string {
  return sha256(JSON.stringify(request));
}

/** Return the key of a unit: the same unit of the same version has the same one, anywhere. */
export function unitKey(version: string, request: string, { arm, slice, follow }: Unit): string {
  const { from, count } = slice;
  return sha256(JSON.stringify([version, request, arm, from, count, follow]));
}

/** Return a result as bytes; every number keeps its bits. */
export function packResult(result: UnitResult): Buffer {
  return deflateRawSync(serialize(result), { level: 1 });
}

/** Return what `packResult` made of a result, by the same `unitVersion`. */
export function unpackResult(bytes: Uint8Array): UnitResult {
  return deserialize(inflateRawSync(bytes)) as UnitResult;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
