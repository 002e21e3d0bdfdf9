/** The one store of this process, opened when it is first asked for. */
import { openStore, type Store } from './store.ts';

let opened: Promise<Store> | null = null;

/** Return the store; a first failure to open it is told to whoever asks, and tried again then. */
export function appStore(): Promise<Store> {
  opened ??= openStore({
    folder: process.env.BIDE_DATA ?? 'data',
    url: process.env.DATABASE_URL,
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

/** Close it: the process stops. */
export async function closeAppStore(): Promise<void> {
  const store = opened;
  opened = null;
  if (store) await (await store).close();
}
