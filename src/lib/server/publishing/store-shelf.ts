import type { PublicKey } from '../../snapshot/minisign.ts';
import type { Store } from '../store/store.ts';
import { TOMBSTONE_SIGNATURE, type Shelf } from './shelf.ts';
import {
  listSnapshots,
  loggedVersion,
  namesOfFiles,
  putSnapshot,
  readSnapshotFile,
  withdrawSnapshot,
} from '../store/snapshots.ts';

/** Return the snapshots of a store; its app shows them. `key` is the publisher's, where it is at hand. */
export function storeShelf(store: Store, key: PublicKey | null = null): Shelf {
  const { db } = store;
  return {
    listAt: 'snapshots',
    key,
    // What was stopped left nothing: a transaction is whole or is not.
    tidy: async () => undefined,
    list: () => listSnapshots(db),
    names: ({ hash }) => namesOfFiles(db, hash),
    file: ({ hash }, name) => readSnapshotFile(db, hash, name),
    logged: (place) => loggedVersion(db, place),
    put: (frozen, files, doing) => putSnapshot(store, frozen, files, doing),
    withdraw: (tombstone, signature, doing) => {
      const files = signature === null ? [] : [{ name: TOMBSTONE_SIGNATURE, content: signature }];
      return withdrawSnapshot(store, tombstone, files, doing);
    },
  };
}
