import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, describe, inject } from 'vitest';
import {
  openStore,
  type Store,
  type StoreKind,
  type StorePlace,
} from '../../src/lib/server/store/store.ts';

/** An empty store of one kind, and ways into it. */
export interface StoreForTest {
  kind: StoreKind;
  place: StorePlace;
  /** Open it, once more if asked again; every one is closed after the test. */
  open: () => Promise<Store>;
}

/** Run the same tests on every kind of store; PostgreSQL is skipped where it is not installed. */
export function describeEachStore(
  name: string,
  tests: (newStore: () => Promise<StoreForTest>) => void,
): void {
  const address = inject('postgres');
  describe.for(['sqlite', 'postgres'] as const)(`${name} (%s)`, (kind) => {
    const endings: (() => Promise<unknown>)[] = [];
    // At full length a test leaves hundreds of databases to be dropped.
    afterEach(async () => {
      for (const end of endings.splice(0).reverse()) await end();
    }, 600_000);
    describe.skipIf(kind === 'postgres' && address === null)('a store', () => {
      tests(async () => {
        const folder = await mkdtemp(join(tmpdir(), 'bide-store-'));
        endings.push(() => rm(folder, { recursive: true, force: true }));
        const url = kind === 'postgres' ? await newDatabase(address ?? '', endings) : undefined;
        const place = { folder, ...(url ? { url } : {}) };
        const open = async () => {
          const store = await openStore(place);
          endings.push(() => store.close());
          return store;
        };
        return { kind, place, open };
      });
    });
  });
}

let count = 0;

async function newDatabase(address: string, endings: (() => Promise<unknown>)[]): Promise<string> {
  const name = `bide_${process.pid}_${++count}`;
  await asked(address, `create database ${name}`);
  endings.push(() => asked(address, `drop database ${name} with (force)`));
  return address.replace('/postgres?', `/${name}?`);
}

/** A connection is not kept: a test may ask for more stores than a server takes connections. */
async function asked(address: string, query: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(query);
  } finally {
    await client.end();
  }
}
