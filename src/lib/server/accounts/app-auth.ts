/** The accounts of this process: on the one store, by the settings of its environment. */
import { appStore, storePlace } from '../store/app-store.ts';
import type { Store } from '../store/store.ts';
import { makeAuth, type Auth } from './auth.ts';
import { serverSecret } from './server-secret.ts';
import { readAccountSettings, type AccountSettings } from './settings.ts';

export interface Accounts {
  store: Store;
  auth: Auth;
  secret: string;
  settings: AccountSettings;
}

let opened: Promise<Accounts> | null = null;

/** Return the accounts; a first failure to open them is told to whoever asks, and tried again then. */
export function appAccounts(): Promise<Accounts> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<Accounts> {
  const settings = readAccountSettings(process.env);
  const store = await appStore();
  const secret = await serverSecret(store, { folder: storePlace().folder, set: settings.secret });
  return { store, secret, settings, auth: makeAuth(store, { ...settings, secret }) };
}
