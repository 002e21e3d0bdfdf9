/**
 * The tables of the store, one row type each. Moments are ISO 8601 text in UTC and structured
 * values are JSON text, so that SQLite and PostgreSQL hold the same.
 */
import type { Generated } from 'kysely';

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

export interface Tables {
  writer: WriterTable;
  portfolio: PortfolioTable;
  file_version: FileVersionTable;
  act: ActTable;
}
