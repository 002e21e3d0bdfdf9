/**
 * Where published snapshots are kept: a folder of static files, or the store. Whoever publishes,
 * withdraws or shows them needs to know no more than this.
 */
import type { PublishedFile } from '../../documents/data-package.ts';
import type { Frozen } from '../../snapshot/freeze.ts';
import type { ListedSnapshot } from '../../snapshot/listed.ts';
import type { PublicKey } from '../../snapshot/minisign.ts';
import type { Snapshot, Tombstone } from '../../snapshot/snapshot.ts';
import type { Doing } from '../store/portfolio-files.ts';
import type { Logged, Put } from '../store/snapshots.ts';

/** Where a version stands. */
export interface FixedPlace {
  slug: string;
  hash: string;
}

export interface Shelf {
  /** The list of all snapshots, as an address from the top of the site. */
  listAt: string;
  /** The publisher's: what it signed is shown as it was signed, or not at all. Null: none is at hand. */
  key: PublicKey | null;
  /** Finish what an earlier run that was stopped has left undone. */
  tidy: () => Promise<void>;
  /** Every version of every snapshot, what is newest first. */
  list: () => Promise<ListedSnapshot[]>;
  /** The names of the files of a version, in the order in which they were published. */
  names: (place: FixedPlace) => Promise<string[]>;
  /** A file of a version as it was published; null where there is none, or no more. */
  file: (place: FixedPlace, name: string) => Promise<Uint8Array | null>;
  /**
   * What the log of acts says of a version from when it was published; null where it does not, or
   * there is none.
   */
  logged: (place: FixedPlace) => Promise<Logged | null>;
  /** Put a version: all of it is on disk when this resolves, or none of it ever is. */
  put: (frozen: Frozen<Snapshot>, files: readonly PublishedFile[], doing: Doing) => Promise<Put>;
  /**
   * Take a version away and leave its tombstone, with its signature where there is a key; false
   * where it is not there, or gone before.
   */
  withdraw: (
    tombstone: Frozen<Tombstone>,
    signature: string | null,
    doing: Doing,
  ) => Promise<boolean>;
}

/** The file in which a tombstone stands, and its signature. */
export const TOMBSTONE = 'withdrawn.json';
export const TOMBSTONE_SIGNATURE = `${TOMBSTONE}.minisig`;

/** Every file that may stand where a version was withdrawn. */
export const LEFT_THERE: readonly string[] = ['index.html', TOMBSTONE, TOMBSTONE_SIGNATURE];
