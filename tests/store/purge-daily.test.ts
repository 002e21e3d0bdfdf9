import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { countAttempt } from '../../src/lib/server/accounts/pace.ts';
import { appStore, closeAppStore } from '../../src/lib/server/store/app-store.ts';
import { startPurging, stopPurging } from '../../src/lib/server/workshops/purge-daily.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('old visits are forgotten from when the server starts', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bide-purge-'));
  vi.stubEnv('BIDE_DATA', folder);
  vi.stubEnv('DATABASE_URL', '');
  const store = await appStore();
  const pace = { most: 1, windowMs: 1000 };
  const visit = (what: string, now: number) =>
    countAttempt(store, { who: 'a', what, secret: 's' }, pace, now);
  await visit('old', Date.now() - 3 * 86_400_000);
  await visit('new', Date.now());
  startPurging();
  await vi.waitFor(async () => {
    expect(await store.db.selectFrom('pace').select('key').execute()).toHaveLength(1);
  });
  stopPurging();
  await closeAppStore();
  await rm(folder, { recursive: true });
});
