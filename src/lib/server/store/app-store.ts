/** The one store of this process, opened when it is first asked for. */
import { openStore, type Store, type StorePlace } from './store.ts';

let opened: Promise<Store> | null = null;

/** Return where the store is, by the settings of this process: DATABASE_URL and BIDE_DATA. */
export function storePlace(folder = process.env.BIDE_DATA ?? 'data'): StorePlace {
  const { DATABASE_URL: url } = process.env;
  return { folder, ...(url ? { url } : {}) };
}

/** Return the store; a first failure to open it is told to whoever asks, and tried again then. */
export function appStore(): Promise<Store> {
  opened ??= openStore(storePlace()).catch((error: unknown) => {
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
