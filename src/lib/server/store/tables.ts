/**
 * The tables of the store, one row type each. Moments are ISO 8601 text in UTC and structured
 * values are JSON text, so that SQLite and PostgreSQL hold the same.
 */
import type { Generated } from 'kysely';
import type { AuthTables } from './auth-tables.ts';
import type { DraftTables } from './draft-tables.ts';
import type { WorkshopTables } from './workshop-tables.ts';

/** One row, which every writing transaction changes first: writers take turns. */
export interface WriterTable {
  id: number;
  turn: number;
}

/** A model that people edit together on this server. */
export interface PortfolioTable {
  /** As in an address: lower-case letters, digits and hyphens. */
  id: string;
  title: string;
  begun_at: string;
}

/** One version of one file of a portfolio. Nothing is overwritten: saving adds a row. */
export interface FileVersionTable {
  portfolio: string;
  /** `portfolio.yaml` or `scenarios/ID.yaml`. */
  path: string;
  /** From 1, without gaps. */
  version: number;
  /** Null where this version took the file away. */
  text: string | null;
  /** The role of who saved it; never a name. */
  by_role: string;
  why: string;
  saved_at: string;
  /** Which version this one brought back; null where it is new. */
  restores: number | null;
}

/** What somebody did, in order. Rows are never changed or deleted: triggers see to it. */
export interface ActTable {
  seq: Generated<number>;
  at: string;
  by_role: string;
  /** What was done: “saved”, “published”, “withdrew”. */
  act: string;
  /** To what: an address within the store. */
  subject: string;
  /** JSON. */
  detail: string;
  /** The hash of the act before; empty for the first. */
  previous: string;
  /** SHA-256 of all of the above but `seq`. */
  hash: string;
}

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** A long run that somebody asked for. */
export interface JobTable {
  id: string;
  /** Which kind of run: it says how the request is read. */
  kind: string;
  title: string;
  /** JSON. */
  request: string;
  /** See `unitVersion`: a job is worked on by one version from its first unit to its last. */
  engine: string;
  state: JobState;
  /** How much of it is done, from 0 to 1. */
  share: number;
  /** A role, never a name. */
  asked_by: string;
  asked_at: string;
  began_at: string | null;
  ended_at: string | null;
  /** The process that sees to it, and when that was last heard of. */
  runner: string | null;
  heard_at: string | null;
  /** JSON; null until it is done. */
  result: string | null;
  /** Why it failed, in words; null where it did not. */
  problem: string | null;
}

/** What units of one run have in common, by the hash of it. */
export interface UnitRequestTable {
  key: string;
  request: string;
  kept_at: string;
}

/** What a unit added up to, or why it cannot be done. */
export interface UnitResultTable {
  key: string;
  bytes: Uint8Array | null;
  /** JSON. */
  problem: string | null;
  kept_at: string;
}

/** A unit that a worker has begun; only where there are many workers. */
export interface UnitClaimTable {
  key: string;
  worker: string;
  /** By the clock of the database, the only one that all share. */
  heard_at: Date | string;
}

/** A version of a published snapshot, at its fixed address. Rows are never changed or deleted. */
export interface SnapshotVersionTable {
  /** SHA-256 of its canonical text. */
  hash: string;
  slug: string;
  /** From 1. */
  number: number;
  /** Hash of the version before; null for the first. */
  previous: string | null;
  /** ISO date. */
  published: string;
}

/** The words that a version is found by; gone once it is withdrawn. */
export interface SnapshotContentTable {
  hash: string;
  words: string;
}

/**
 * A file of a version, its signature and key among them. Once it is withdrawn they are gone, and the
 * signature of its tombstone alone stands here.
 */
export interface SnapshotFileTable {
  hash: string;
  name: string;
  /** In which order the files were published. */
  place: number;
  bytes: Uint8Array;
}

/** What stays of a version that was withdrawn. Rows are never changed or deleted. */
export interface SnapshotTombstoneTable {
  hash: string;
  /** Canonical text. */
  text: string;
}

/** How often something was removed for good, and how much of that is out of the files too: one row. */
export interface WipingTable {
  id: number;
  removed: number;
  wiped: number;
}

export interface Tables extends AuthTables, DraftTables, WorkshopTables {
  writer: WriterTable;
  wiping: WipingTable;
  portfolio: PortfolioTable;
  file_version: FileVersionTable;
  act: ActTable;
  job: JobTable;
  unit_request: UnitRequestTable;
  unit_result: UnitResultTable;
  unit_claim: UnitClaimTable;
  snapshot_version: SnapshotVersionTable;
  snapshot_content: SnapshotContentTable;
  snapshot_file: SnapshotFileTable;
  snapshot_tombstone: SnapshotTombstoneTable;
}
