import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { makeAuth } from '../../src/lib/server/accounts/auth.ts';
import { cookiesOf } from '../../src/lib/server/accounts/cookies-of.ts';
import { personOf } from '../../src/lib/server/accounts/person-of.ts';
import { forgetSecret, serverSecret } from '../../src/lib/server/accounts/server-secret.ts';
import { WrongSettings } from '../../src/lib/server/accounts/settings.ts';
import { askAuth, type Caller } from '../../src/lib/server/accounts/sign-in-request.ts';
import { readActs } from '../../src/lib/server/store/acts.ts';
import { backUp, restore } from '../../src/lib/server/store/backup.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { describeEachStore } from './each-store.ts';
import { totpOf } from './totp.ts';

const settings = { origin: null, isHttps: false, secret: null, organisation: null };
const at = '2026-11-29T10:00:00.000Z';
const password = 'correct horse battery';
const email = 'somebody@example.org';

const folders: string[] = [];
afterEach(async () => {
  for (const one of folders.splice(0)) await rm(one, { recursive: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bide-secret-'));
  folders.push(folder);
  return folder;
}

function accountsOn(store: Store, secret: string) {
  return { store, secret, settings, auth: makeAuth(store, { ...settings, secret }) };
}

function caller(response?: Response): Caller {
  const cookie = response
    ? cookiesOf(response)
        .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
        .join('; ')
    : '';
  const headers = new Headers({ cookie });
  return { origin: 'http://127.0.0.1:4173', address: '192.0.2.7', headers };
}

/** Make an account with a role and a second factor; return the key of that. */
async function signUp(store: Store, secret: string): Promise<string> {
  const accounts = accountsOn(store, secret);
  const made = await askAuth(accounts, caller(), '/sign-up/email', { name: 'S', email, password });
  const { user } = (await made.clone().json()) as { user: { id: string } };
  const role = { user_id: user.id, role: 'assurer', given_at: at };
  await store.db.insertInto('auth_role').values(role).execute();
  const enabled = await askAuth(accounts, caller(made), '/two-factor/enable', { password });
  const { totpURI } = (await enabled.json()) as { totpURI: string };
  const key = new URL(totpURI).searchParams.get('secret')!;
  const code = totpOf(key, Date.now());
  expect((await askAuth(accounts, caller(made), '/two-factor/verify-totp', { code })).ok).toBe(
    true,
  );
  return key;
}

/** Sign in with the password, and the second factor where it is asked for; null for nobody. */
async function signIn(store: Store, secret: string, key: string) {
  const accounts = accountsOn(store, secret);
  const half = await askAuth(accounts, caller(), '/sign-in/email', { email, password });
  const said = (await half.clone().json()) as { twoFactorRedirect?: boolean };
  const code = totpOf(key, Date.now());
  const whole = said.twoFactorRedirect
    ? await askAuth(accounts, caller(half), '/two-factor/verify-totp', { code })
    : half;
  return (await personOf(accounts, caller(whole))).person;
}

describeEachStore('the secret of the server', (newStore) => {
  test('is made once, kept beside the store and never in it', async () => {
    const { open, place } = await newStore();
    const store = await open();
    const kept = { folder: place.folder, set: null };
    const [one, other] = await Promise.all([serverSecret(store, kept), serverSecret(store, kept)]);
    expect(one).toHaveLength(43);
    expect(other).toBe(one);
    expect(await readFile(join(place.folder, 'secret'), 'utf8')).toBe(`${one}\n`);
    const rows = await store.db.selectFrom('secret_mark').selectAll().execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(one);
  });

  test('goes with what was restored: without it nothing starts, with it people sign in', async () => {
    const { open, place } = await newStore();
    const store = await open();
    const secret = await serverSecret(store, { folder: place.folder, set: null });
    const key = await signUp(store, secret);
    const path = join(place.folder, 'backup.gz');
    await backUp(store, path, '2027-03-09');

    const other = await (await newStore()).open();
    const folder = await newFolder();
    // Somebody started a server there before: that is no store with something in it.
    const begun = await serverSecret(other, { folder, set: null });
    await restore(other, path);
    await expect(serverSecret(other, { folder, set: null })).rejects.toThrow(WrongSettings);
    expect(await signIn(other, begun, key)).toBeNull();
    const empty = await newFolder();
    await expect(serverSecret(other, { folder: empty, set: null })).rejects.toThrow(/is not here/);
    // None was made, so that the right one can still be put there.
    await expect(readFile(join(empty, 'secret'))).rejects.toThrow('ENOENT');
    const wrong = 'another one of more than thirty-two characters';
    await expect(serverSecret(other, { folder: empty, set: wrong })).rejects.toThrow(/another one/);
    expect(await serverSecret(other, { folder: empty, set: secret })).toBe(secret);
    expect(await signIn(other, secret, key)).toMatchObject({ roles: ['assurer'] });
  });

  test('of an older version is asked for where second factors hang on it', async () => {
    const { open, place } = await newStore();
    const store = await open();
    const secret = 'one that was set, of more than thirty-two characters';
    await signUp(store, secret);
    const { folder } = place;
    await expect(serverSecret(store, { folder, set: null })).rejects.toThrow(/is not here/);
    expect(await serverSecret(store, { folder, set: secret })).toBe(secret);
    await expect(serverSecret(store, { folder, set: null })).rejects.toThrow(/is not here/);
  });

  test('can be lost: then second factors are set up again, and nobody has a role before', async () => {
    const { open, place } = await newStore();
    const store = await open();
    const old = await serverSecret(store, { folder: place.folder, set: null });
    const key = await signUp(store, old);
    await forgetSecret(store, at);
    const secret = await serverSecret(store, { folder: await newFolder(), set: null });
    expect(secret).not.toBe(old);
    expect(await store.db.selectFrom('auth_session').selectAll().execute()).toEqual([]);
    expect(await signIn(store, secret, key)).toMatchObject({ roles: [], owesSecondFactor: true });
    const acts = await readActs(store.db);
    expect(acts.map(({ byRole, act }) => `${byRole} ${act}`)).toEqual([
      'owner ended second factors',
    ]);
  });
});
