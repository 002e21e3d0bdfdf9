import { access } from 'node:fs/promises';
import { backUp, BackupRefused, restore } from '$lib/server/store/backup.ts';
import { workshopsLeftOut, type WorkshopsLeftOut } from '$lib/server/store/workshops-left-out.ts';
import { dateInWords } from '$lib/words/dates.ts';
import { listOf } from '$lib/words/numbers.ts';
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
  const today = new Date().toISOString().slice(0, 10);
  const [rows, leftOut] = await withStore(data, async (store) => [
    await backUp(store, path, today),
    await workshopsLeftOut(store, today),
  ]);
  stdout.write(`Backed up to ${path}, and read again.\n${counted(rows)}${leftOutInWords(leftOut)}`);
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

function leftOutInWords({ withoutRecord, openUntil }: WorkshopsLeftOut): string {
  const workshops = (count: number) => (count === 1 ? '1 workshop' : `${count} workshops`);
  const lines: string[] = [];
  if (withoutRecord > 0) {
    lines.push(`Not in it: ${workshops(withoutRecord)} planned, or being held.`);
  }
  if (openUntil.length > 0) {
    const days = listOf([...new Set(openUntil)].map((day) => dateInWords(day)));
    lines.push(
      `Not in it: the record of ${workshops(openUntil.length)}, as people can still take back what they`,
      `said (until ${days}). Take a backup after that, too.`,
    );
  }
  return lines.map((line) => `${line}\n`).join('');
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
