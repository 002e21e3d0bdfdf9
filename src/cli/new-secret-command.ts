import { forgetSecret } from '$lib/server/accounts/server-secret.ts';
import { storePlace } from '$lib/server/store/app-store.ts';
import { openStore } from '$lib/server/store/store.ts';
import type { ExitCode } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

/** `bide new-secret`: let the store go on without the secret that it was made with. */
export async function newSecretCommand(
  { data }: { data: string },
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const store = await openStore(storePlace(data));
  try {
    await forgetSecret(store, new Date().toISOString());
  } finally {
    await store.close();
  }
  stdout.write(
    [
      'Everybody is signed out, and every second factor is gone.',
      'Whoever has a password sets up another one when they next sign in; until then they have no role.',
      'Start Bide again: it takes the secret that is there, or makes one.',
      '',
    ].join('\n'),
  );
  return 0;
}
