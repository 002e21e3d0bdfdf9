import { getMigrations } from 'better-auth/db/migration';
import { expect, test } from 'vitest';
import { makeAuth } from '../../src/lib/server/accounts/auth.ts';
import type { Accounts } from '../../src/lib/server/accounts/app-auth.ts';
import { cookiesOf } from '../../src/lib/server/accounts/cookies-of.ts';
import { giveOwnerRoles, newOwnerLink } from '../../src/lib/server/accounts/owner-link.ts';
import { countAttempt } from '../../src/lib/server/accounts/pace.ts';
import { personOf } from '../../src/lib/server/accounts/person-of.ts';
import { endSessions, listSessions } from '../../src/lib/server/accounts/sessions.ts';
import { askAuth, type Caller } from '../../src/lib/server/accounts/sign-in-request.ts';
import { mayStillRead } from '../../src/lib/server/may-still-read.ts';
import { readActs } from '../../src/lib/server/store/acts.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { describeEachStore } from './each-store.ts';

const secret = 'a secret of more than thirty-two characters';
const settings = { origin: null, isHttps: false, secret: null, organisation: null };
const at = '2026-11-29T10:00:00.000Z';

function accountsOn(store: Store): Accounts {
  return { store, secret, settings, auth: makeAuth(store, { ...settings, secret }) };
}

function caller(cookie = '', address = '192.0.2.7'): Caller {
  const headers = new Headers({ cookie, 'user-agent': 'Mozilla/5.0 (Windows) Firefox/150.0' });
  return { origin: 'http://127.0.0.1:4173', address, headers };
}

async function signIn(accounts: Accounts, address?: string): Promise<string> {
  const link = await newOwnerLink(accounts, 'http://127.0.0.1:4173');
  const response = await use(accounts, link, address);
  expect(response.status).toBe(200);
  await giveOwnerRoles(accounts.store, at);
  return cookiesOf(response)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
}

function use(accounts: Accounts, link: string, address?: string): Promise<Response> {
  const token = new URL(link).searchParams.get('token');
  return askAuth(accounts, caller('', address), `/magic-link/verify?token=${token}`);
}

describeEachStore('accounts', (newStore) => {
  test('our tables are as better-auth wants them', async () => {
    const store = await (await newStore()).open();
    const { toBeAdded, toBeCreated } = await getMigrations(accountsOn(store).auth.options);
    expect({ toBeAdded, toBeCreated }).toEqual({ toBeAdded: [], toBeCreated: [] });
  });

  test('the owner signs in by an address that works once', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const link = await newOwnerLink(accounts, 'http://127.0.0.1:4173');
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:4173\/sign-in\/owner\?token=[a-zA-Z]{32}$/);
    expect((await use(accounts, link)).status).toBe(200);
    const again = await use(accounts, link);
    expect(again.status).toBe(302);
    expect(cookiesOf(again)).toEqual([]);
    const cookie = await signIn(accounts);
    const { person } = await personOf(accounts, caller(cookie));
    expect(person).toMatchObject({ name: 'Owner', roles: ['analyst', 'owner'] });
    const acts = await readActs(store.db);
    expect(acts.map(({ byRole, act }) => `${byRole} ${act}`)).toEqual(['owner gave roles']);
  });

  test('a session opens nothing once it is changed, ended or past its time', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const cookie = await signIn(accounts);
    const forged = cookie.replace(/\.(.)/, (_, first) => `.${first === 'a' ? 'b' : 'a'}`);
    expect((await personOf(accounts, caller(forged))).person).toBeNull();
    const { person } = await personOf(accounts, caller(cookie));
    const second = await signIn(accounts);
    const listed = await listSessions(store.db, person!.id, new Date());
    expect(listed.map(({ where }) => where)).toEqual(['Firefox on Windows', 'Firefox on Windows']);
    // Somebody else's session is not ended by naming it.
    expect(await endSessions(store, { person: 'x', only: listed[0].id }, 'reader', at)).toBe(0);
    const others = { person: person!.id, except: person!.session.id };
    expect(await endSessions(store, others, 'owner', at)).toBe(1);
    expect((await personOf(accounts, caller(second))).person).toBeNull();
    expect((await personOf(accounts, caller(cookie))).person?.id).toBe(person!.id);
    await store.db
      .updateTable('auth_session')
      .set({ expiresAt: '2026-01-01T00:00:00.000Z' })
      .execute();
    expect((await personOf(accounts, caller(cookie))).person).toBeNull();
  });

  test('what goes on being read is read as long as the session and the roles are there', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const someone = async () => (await personOf(accounts, caller(await signIn(accounts)))).person!;
    const [person, other] = [await someone(), await someone()];
    const may = (who = person, now = new Date()) =>
      mayStillRead(store, who, '/workshops/[id]/events', now);
    expect([await may(), await may(other)]).toEqual([true, true]);
    expect(await may(person, new Date(Date.now() + 8 * 86_400_000))).toBe(false);
    await endSessions(store, { person: person.id, only: person.session.id }, 'owner', at);
    expect([await may(), await may(other)]).toEqual([false, true]);
    await store.db.deleteFrom('auth_role').execute();
    expect(await may(other)).toBe(false);
  });

  test('no secret that opens something, and no network address, is in the store', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const link = await newOwnerLink(accounts, 'http://127.0.0.1:4173');
    const cookie = await signIn(accounts, '198.51.100.23');
    const tables = ['auth_user', 'auth_session', 'auth_verification', 'auth_rate_limit', 'pace'];
    let kept = '';
    for (const table of tables) {
      kept += JSON.stringify(
        await store.db
          .selectFrom(table as 'auth_user')
          .selectAll()
          .execute(),
      );
    }
    expect(kept).toContain('owner@bide.invalid');
    expect(kept).not.toContain(new URL(link).searchParams.get('token'));
    expect(kept).not.toContain('198.51.100.23');
    // What is kept of a session is without the signature that a cookie needs.
    expect(kept).not.toContain(decodeURIComponent(cookie).split('.')[1]);
    expect(cookie).toContain('.');
  });

  test('attempts are counted in the store, by visitor', async () => {
    const { open } = await newStore();
    const accounts = accountsOn(await open());
    const guess = (address: string) =>
      askAuth(accounts, caller('', address), `/magic-link/verify?token=${'x'.repeat(32)}`);
    const statuses: number[] = [];
    for (let i = 0; i < 11; i++) statuses.push((await guess('192.0.2.1')).status);
    expect(statuses).toEqual([...Array(10).fill(302), 429]);
    // A restart forgives nothing; another visitor is not held back.
    const again = accountsOn(await open());
    const one = caller('', '192.0.2.1');
    const path = `/magic-link/verify?token=${'x'.repeat(32)}`;
    expect((await askAuth(again, one, path)).status).toBe(429);
    expect((await guess('192.0.2.2')).status).toBe(302);
  });

  test('a pace counts by who and what, and begins again after its window', async () => {
    const store = await (await newStore()).open();
    const pace = { most: 2, windowMs: 60_000 };
    const count = (who: string, now: number) =>
      countAttempt(store, { who, what: '/a', secret }, pace, now);
    expect(await count('a', 0)).toBe(0);
    expect(await count('a', 1000)).toBe(0);
    expect(await count('a', 2000)).toBe(58);
    expect(await count('b', 2000)).toBe(0);
    expect(await count('a', 60_000)).toBe(0);
  });
});
