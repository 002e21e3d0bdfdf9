import { access } from 'node:fs/promises';
import { backUp, BackupRefused, restore } from '$lib/server/store/backup.ts';
import { storePlace } from '$lib/server/store/app-store.ts';
import { openStore, type Store } from '$lib/server/store/store.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

/** `bide backup`: write a backup of the store, which may be in use. */
export async function backupCommand(
  path: string,
  { data }: { data: string },
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw new Misuse(`${path} is there already, and is not overwritten.`);
  const rows = await withStore(data, (store) => backUp(store, path));
  stdout.write(`Backed up to ${path}, and read again.\n${counted(rows)}`);
  return 0;
}

/** `bide restore`: put a backup into a store that is empty. */
export async function restoreCommand(
  path: string,
  { data }: { data: string },
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const rows = await withStore(data, (store) => restore(store, path));
  stdout.write(`Restored from ${path}; its log of acts is unaltered.\n${counted(rows)}`);
  stdout.write(
    [
      `Before you start Bide there, put into ${data} what lay beside the store that was backed up:`,
      'the file “secret”, without which nobody with a password can sign in (unless BIDE_SECRET is set),',
      'and the folder “keys”, without which snapshots are signed with another key.',
      '',
    ].join('\n'),
  );
  return 0;
}

async function withStore<T>(data: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(storePlace(data));
  try {
    return await work(store);
  } catch (error) {
    if (error instanceof BackupRefused) throw new Misuse(error.message);
    throw error;
  } finally {
    await store.close();
  }
}

function counted(rows: Record<string, number>): string {
  return Object.entries(rows)
    .map(([table, count]) => `${table.replaceAll('_', ' ')}: ${count}\n`)
    .join('');
}
