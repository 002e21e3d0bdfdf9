import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { siteAnswer } from '../../src/lib/server/publishing/site-answer.ts';
import { storeShelf } from '../../src/lib/server/publishing/store-shelf.ts';
import { appStore, closeAppStore } from '../../src/lib/server/store/app-store.ts';
import { listSnapshots } from '../../src/lib/server/store/snapshots.ts';
import { openStore } from '../../src/lib/server/store/store.ts';
import { smallSnapshot } from '../snapshot/small-run.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-altered-'));
  vi.stubEnv('BIDE_DATA', folder);
  vi.stubEnv('DATABASE_URL', '');
});

afterAll(async () => {
  await closeAppStore();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('the address of what was altered answers in words, and so does the newest', async () => {
  const frozen = await smallSnapshot();
  const files = ['snapshot.json', 'index.html'].map((name) => ({ name, content: '{}' }));
  const doing = { byRole: 'approver', why: '', at: '2027-03-09T10:00:00.000Z' };
  // Another store of this process has it as it was published, and was read before.
  const elsewhere = await openStore({ folder: join(folder, 'elsewhere') });
  const whole = [{ name: 'snapshot.json', content: frozen.text }];
  await storeShelf(elsewhere).put(frozen, whole, doing);
  expect((await listSnapshots(elsewhere.db))[0].versions[0].kind).toBe('snapshot');
  await elsewhere.close();
  await storeShelf(await appStore()).put(frozen, files, doing);
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const answer = async (path: string) => {
    const { status, body } = (await siteAnswer({ path, acceptEncoding: '', ifNoneMatch: '' }))!;
    return { status, says: new TextDecoder().decode(body!) };
  };
  const at = `/s/longer-awards/${frozen.hash}/`;
  const altered = { status: 500, says: expect.stringContaining('is not as it was published') };
  for (const path of [at, `${at}snapshot.json`]) expect(await answer(path)).toEqual(altered);
  expect(told).toHaveBeenCalledWith(`snapshot.json of version ${frozen.hash} is not as it was published.\n`); // prettier-ignore
  told.mockRestore();
  const newest = await answer('/s/longer-awards/');
  expect(newest).toEqual({
    status: 200,
    says: expect.stringContaining('longer-awards: not as it was published'),
  });
}, 60_000);
