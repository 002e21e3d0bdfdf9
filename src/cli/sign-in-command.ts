import { newOwnerLink } from '$lib/server/accounts/owner-link.ts';
import { serverSecret } from '$lib/server/accounts/server-secret.ts';
import { OWNER_LINK_MINUTES } from '$lib/server/accounts/auth.ts';
import { readAccountSettings, WrongSettings } from '$lib/server/accounts/settings.ts';
import { storePlace } from '$lib/server/store/app-store.ts';
import { openStore } from '$lib/server/store/store.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

export interface SignInOptions {
  data: string;
  address?: string;
}

/** `bide sign-in`: say a one-time address for the owner of the server that uses this data folder. */
export async function signInCommand(
  { data, address }: SignInOptions,
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const settings = await mended(() => readAccountSettings(process.env));
  const at = address ?? settings.origin ?? `http://127.0.0.1:${process.env.PORT ?? 4173}`;
  const store = await openStore(storePlace(data));
  try {
    const kept = { folder: data, set: settings.secret };
    const secret = await mended(() => serverSecret(store, kept));
    stdout.write(`${await newOwnerLink({ store, secret, settings }, at.replace(/\/$/, ''))}\n`);
    stdout.write(`It works once, and for ${OWNER_LINK_MINUTES} minutes.\n`);
  } finally {
    await store.close();
  }
  return 0;
}

/** What is wrong with a setting is for whoever set it. */
async function mended<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof WrongSettings ? new Misuse(error.message) : error;
  }
}
