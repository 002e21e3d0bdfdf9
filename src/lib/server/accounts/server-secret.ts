import { createHmac, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Transaction } from 'kysely';
import { makeFolder } from '../make-folder.ts';
import { recordAct } from '../store/acts.ts';
import type { Store } from '../store/store.ts';
import type { Tables } from '../store/tables.ts';
import { WrongSettings } from './settings.ts';

/**
 * Return the secret that signs this server's cookies and hides what second factors are checked with:
 * the one that was set, or one beside the store, never in it, so that a copy of the store opens
 * nothing. The first time it is made. Throws `WrongSettings` where the store was made with another:
 * nobody with a password could sign in.
 */
export async function serverSecret(
  store: Store,
  { folder, set }: { folder: string; set: string | null },
): Promise<string> {
  return store.write(async (transaction) => {
    const kept = set ?? (await read(fileIn(folder)));
    const mark = await readMark(transaction);
    // What was backed up by an older version has no mark.
    const isNeeded = mark !== null || (await hasSecondFactors(transaction));
    if (kept === null && isNeeded) throw new WrongSettings(wrong('is not here', folder));
    const secret = kept ?? (await make(folder));
    if (mark === null) {
      await transaction
        .insertInto('secret_mark')
        .values({ id: 1, mark: markOf(secret) })
        .execute();
    } else if (mark !== markOf(secret)) throw new WrongSettings(wrong('is another one', folder));
    return secret;
  });
}

/**
 * Let the store be used with another secret, where its own is lost: nobody stays signed in, and
 * whoever has a password sets up their second factor again.
 */
export async function forgetSecret(store: Store, at: string): Promise<void> {
  await store.write(async (transaction) => {
    await transaction.deleteFrom('secret_mark').execute();
    await transaction.deleteFrom('auth_two_factor').execute();
    await transaction.deleteFrom('auth_session').execute();
    await transaction.updateTable('auth_user').set({ twoFactorEnabled: null }).execute();
    const act = { at, byRole: 'owner', act: 'ended second factors', subject: 'accounts' };
    await recordAct(transaction, { ...act, detail: {} });
  });
}

function wrong(how: string, folder: string): string {
  return [
    `The secret that this store was made with ${how}. With a new one nobody who has a password could sign in.`,
    `Put the file “secret” of the server that made it into ${folder}, or set BIDE_SECRET to what it was there.`,
    `If it is lost: npx bide new-secret --data ${folder}`,
  ].join('\n');
}

/** What tells one secret from another, and leads back to none. */
function markOf(secret: string): string {
  return createHmac('sha256', secret).update('the secret of this store').digest('hex');
}

async function readMark(transaction: Transaction<Tables>): Promise<string | null> {
  const row = await transaction.selectFrom('secret_mark').select('mark').executeTakeFirst();
  return row?.mark ?? null;
}

async function hasSecondFactors(transaction: Transaction<Tables>): Promise<boolean> {
  const row = await transaction.selectFrom('auth_two_factor').select('id').executeTakeFirst();
  return row !== undefined;
}

function fileIn(folder: string): string {
  return join(folder, 'secret');
}

async function make(folder: string): Promise<string> {
  await makeFolder(folder, 0o700);
  try {
    const made = randomBytes(32).toString('base64url');
    await writeFile(fileIn(folder), `${made}\n`, { flag: 'wx', mode: 0o600, flush: true });
    return made;
  } catch (error) {
    // Another process made it in between.
    const kept = (error as NodeJS.ErrnoException).code === 'EEXIST' && (await read(fileIn(folder)));
    if (kept) return kept;
    throw error;
  }
}

async function read(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
