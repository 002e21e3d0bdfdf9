/**
 * A published snapshot, format 1: everything a board needs to read a comparison of scenarios years
 * later, and everything anybody needs to run it again. Plain data, frozen in one canonical text
 * whose SHA-256 is its name.
 *
 * What stands in it never changes meaning: a later format gets another number.
 */
import type { PrincipleVerdict } from '../comparison/principle-verdict.ts';
import type { Summary } from '../comparison/summary.ts';
import type { ChartId } from './charts.ts';
import type { CheckId } from './checklist.ts';

export const SNAPSHOT_FORMAT = 1;

/** A job in an organisation; never a person's name. */
export interface Post {
  role: string;
  organisation: string;
}

export type RoleId = 'commissioner' | 'analyst' | 'assurer' | 'approver';

/** What an assurer or approver put on the record, and when (ISO date). */
export interface Statement {
  says: string;
  on: string;
  /** Known limitations; empty where none were named. */
  limits: string;
}

/** What people wrote for a snapshot: all of `snapshot.yaml`. */
export interface SnapshotText {
  slug: string;
  title: string;
  question: string;
  /** In plain words, a paragraph or two. */
  summary: string;
  /** What panels ranked first, in words; absent where none was asked. It stands at the head. */
  rankedFirst?: { says: string; from: string }[];
  /** Markdown; empty where there is none. */
  narrative: string;
  notChosen: { option: string; why: string }[];
  /** Who disagreed and why: roles and groups, never names. */
  dissent: { says: string; from: string }[];
  /** What people said that no number shows. */
  cannotShow: { says: string; from: string }[];
  limits: string[];
  /** Which charts are shown; absent: all. */
  charts?: ChartId[];
  /** ISO date. */
  reviewBy: string;
  roles: Partial<Record<RoleId, Post>>;
  assurance: Statement | null;
  approval: Statement | null;
  checksDone: string[];
  /** What was done about each check; a check that is absent is still open. */
  checklist: Partial<Record<CheckId, string>>;
  /** What the board is asked to decide; empty where it is not said. */
  decision: string;
}

export const DRAFT = 'Draft, not assured';
export const ASSURED = 'Assured and approved';
export type Status = typeof DRAFT | typeof ASSURED;

/** A figure that rests on an assumption or on experience, as the assumptions log lists it. */
export interface LoggedAssumption {
  /** Address in the model: "services.roads.roles.coordinator.posts". */
  path: string;
  /** In plain words: "ROADS, Coordinator: Posts". */
  what: string;
  written: string;
  range: string;
  grade: string;
  source: string;
}

/** Pay and cost of a post are rounded to this many pounds a year in small teams. */
export const ROUNDED_BY = 1000;

/** What is told of every small role, whether it had a mark or none. */
export const MARK_UNSAID = 'any lived-experience mark left out';

/** A place of the model's text that was made less exact before anything was run. */
export interface DisclosureEdit {
  /** Address in the model. */
  path: string;
  what:
    | 'pay rounded'
    | 'cost rounded'
    | typeof MARK_UNSAID
    /** Of records from before verdicts that turn on such edits were left out. */
    | 'lived-experience mark left out';
}

/** What was put in, as published: reading and running these texts gives the results. */
export interface SnapshotInputs {
  /** Id of the model: the name of its folder. */
  model: string;
  portfolio: string;
  scenarios: { id: string; text: string }[];
  edits: DisclosureEdit[];
}

/** Which futures were run. */
export interface SnapshotRun {
  /** Ids of the scenarios compared, the one that others are compared with first. */
  scenarios: string[];
  seed: number;
  replications: number;
  /** Sets of plausible figures; 0 where none were drawn. */
  draws: number;
}

export interface SnapshotResults {
  summary: Summary;
  principles: { scenario: string; verdicts: SnapshotVerdict[] }[];
}

export type SnapshotVerdict = Pick<
  PrincipleVerdict,
  'id' | 'says' | 'scope' | 'test' | 'verdict' | 'ifAssumptionsHold'
> & {
  /** Present where the verdict turns on what is not said of small teams, and so cannot be told. */
  leftOut?: 'small teams';
};

export interface Version {
  /** From 1. */
  number: number;
  /** An error put right, or better figures or method: the two are kept apart. */
  kind: 'first' | 'correction' | 'revision';
  /** What changed and why; empty for the first. */
  why: string;
  /** Hash of the version before; null for the first. */
  previous: string | null;
}

export interface Snapshot {
  bide: 'snapshot';
  format: typeof SNAPSHOT_FORMAT;
  text: SnapshotText;
  status: Status;
  version: Version;
  /** ISO date. */
  published: string;
  /** Which engine made the results. */
  engine: string;
  inputs: SnapshotInputs;
  run: SnapshotRun;
  results: SnapshotResults;
  assumptions: LoggedAssumption[];
}

/**
 * What stays where a snapshot was withdrawn. It repeats nothing of what was withdrawn, but for the
 * error that it had put right: the version before has that still.
 */
export interface Tombstone {
  bide: 'withdrawn snapshot';
  format: typeof SNAPSHOT_FORMAT;
  slug: string;
  /** Hash of what was withdrawn, and the number of its version. */
  withdrawn: string;
  number: number;
  why: string;
  /** The hash of the version that it corrected, and why; absent where it was no correction. */
  corrected?: { version: string; why: string };
  /** ISO date. */
  on: string;
}
