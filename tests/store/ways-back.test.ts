import { expect, test } from 'vitest';
import { listAccounts } from '../../src/lib/server/accounts/accounts-list.ts';
import type { Accounts } from '../../src/lib/server/accounts/app-auth.ts';
import { makeAuth, OWNER_EMAIL } from '../../src/lib/server/accounts/auth.ts';
import { closeAccount } from '../../src/lib/server/accounts/close-account.ts';
import { cookiesOf } from '../../src/lib/server/accounts/cookies-of.ts';
import { forgetVisits } from '../../src/lib/server/accounts/forget-visits.ts';
import {
  invite,
  listInvitations,
  readInvitation,
  revokeInvitation,
  useInvitation,
} from '../../src/lib/server/accounts/invitations.ts';
import { newOwnerLink } from '../../src/lib/server/accounts/owner-link.ts';
import { countAttempt } from '../../src/lib/server/accounts/pace.ts';
import { newPasswordLink } from '../../src/lib/server/accounts/password-link.ts';
import { personOf } from '../../src/lib/server/accounts/person-of.ts';
import { askAuth, type Caller } from '../../src/lib/server/accounts/sign-in-request.ts';
import { readActs } from '../../src/lib/server/store/acts.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { describeEachStore } from './each-store.ts';

const secret = 'a secret of more than thirty-two characters';
const settings = { origin: null, isHttps: false, secret: null, organisation: null };
const address = 'http://127.0.0.1:4173';
const email = 'somebody@example.org';
const lost = 'a password that is lost';
const found = 'a password that is new';
const now = new Date();
const at = now.toISOString();

function accountsOn(store: Store): Accounts {
  return { store, secret, settings, auth: makeAuth(store, { ...settings, secret }) };
}

function caller(cookie = ''): Caller {
  return { origin: address, address: '192.0.2.7', headers: new Headers({ cookie }) };
}

async function signUp(accounts: Accounts): Promise<{ person: string; cookie: string }> {
  let cookie = '';
  const token = await invite(accounts.store, ['analyst'], now);
  const person = await useInvitation(accounts.store, token, at, async () => {
    const body = { name: 'S', email, password: lost };
    const response = await askAuth(accounts, caller(), '/sign-up/email', body);
    const set = cookiesOf(response);
    cookie = set.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
    return ((await response.json()) as { user: { id: string } }).user.id;
  });
  return { person: person!, cookie };
}

const signIn = (accounts: Accounts, password: string) =>
  askAuth(accounts, caller(), '/sign-in/email', { email, password });

const did = async (store: Store) => (await readActs(store.db)).map(({ act }) => act);

describeEachStore('the owner', (newStore) => {
  test('takes an invitation back, which then makes no account', async () => {
    const store = await (await newStore()).open();
    const wrong = await invite(store, ['owner'], now);
    const right = await invite(store, ['reader'], now);
    const [one] = (await listInvitations(store, at)).filter(({ roles }) => roles[0] === 'owner');
    expect(await revokeInvitation(store, one.id, at)).toBe(true);
    expect(await readInvitation(store, wrong, at)).toBeNull();
    expect(await useInvitation(store, wrong, at, async () => 'x')).toBeNull();
    expect(await readInvitation(store, right, at)).toEqual(['reader']);
    expect(await listInvitations(store, at)).toMatchObject([{ roles: ['reader'] }]);
    expect(await revokeInvitation(store, one.id, at)).toBe(false);
    // Past its time it is not listed any more.
    expect(await listInvitations(store, new Date(now.getTime() + 8e8).toISOString())).toEqual([]);
    expect(await did(store)).toEqual(['invited', 'invited', 'took back an invitation']);
  });

  test('lets somebody who lost their password and phone set up both anew, once', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const { person, cookie } = await signUp(accounts);
    await askAuth(accounts, caller(cookie), '/two-factor/enable', { password: lost });
    // As if a code from the phone had proved it.
    const proved = { twoFactorEnabled: store.kind === 'sqlite' ? 1 : true };
    await store.db.updateTable('auth_user').set(proved).execute();
    const when = { address, at };
    const tokenOf = (link: string | null) => new URL(link!).searchParams.get('token')!;
    const before = tokenOf(await newPasswordLink(accounts, person, when));
    const token = tokenOf(await newPasswordLink(accounts, person, when));
    const set = (with_: string) =>
      askAuth(accounts, caller(), '/reset-password', { token: with_, newPassword: found });
    // The one that was made first ended with the second; until one is used nothing is changed.
    expect((await set(before)).ok).toBe(false);
    expect(await (await signIn(accounts, lost)).json()).toMatchObject({ twoFactorRedirect: true });
    const kept = JSON.stringify(
      await store.db.selectFrom('auth_verification').selectAll().execute(),
    );
    expect(kept).not.toContain(token);
    expect((await set(token)).ok).toBe(true);
    expect((await set(token)).ok).toBe(false);
    expect((await personOf(accounts, caller(cookie))).person).toBeNull();
    expect((await signIn(accounts, lost)).ok).toBe(false);
    const again = await signIn(accounts, found);
    expect(await again.clone().json()).not.toHaveProperty('twoFactorRedirect');
    const [{ name, value }] = cookiesOf(again);
    const { person: back } = await personOf(
      accounts,
      caller(`${name}=${encodeURIComponent(value)}`),
    );
    // It is the same account, and can do nothing before its second factor.
    expect(back).toMatchObject({ id: person, roles: [], owesSecondFactor: true });
    expect(await did(store)).toContain('set a new password');
  });

  test('closes an account with all that is known of it, but not their own on this machine', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const { person, cookie } = await signUp(accounts);
    await newPasswordLink(accounts, person, { address, at });
    const link = new URL(await newOwnerLink(accounts, address));
    const token = link.searchParams.get('token');
    await askAuth(accounts, caller(), `/magic-link/verify?token=${token}`);
    const owner = (await listAccounts(store.db, now)).find((one) => one.email === OWNER_EMAIL)!;
    expect(owner).toMatchObject({ isServers: true, hasPassword: false });
    // There is no password of theirs to be lost.
    expect(await newPasswordLink(accounts, owner.id, { address, at })).toBeNull();
    expect(await closeAccount(store, owner.id, at)).toBe(false);
    expect(await closeAccount(store, person, at)).toBe(true);
    expect(await closeAccount(store, person, at)).toBe(false);
    expect((await personOf(accounts, caller(cookie))).person).toBeNull();
    const tables = ['auth_user', 'auth_session', 'auth_account', 'auth_role', 'auth_verification'];
    for (const table of tables as 'auth_user'[]) {
      const rows = await store.db.selectFrom(table).selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(person);
      expect(JSON.stringify(rows)).not.toContain(email);
    }
    // The address is free again.
    expect((await signUp(accounts)).person).not.toBe(person);
  });
});

describeEachStore('visits', (newStore) => {
  test('are forgotten once nothing asks for them, and no sooner', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const { cookie } = await signUp(accounts);
    const pace = { most: 1, windowMs: 86_400_000 };
    await countAttempt(store, { who: 'a', what: 'in the room', secret }, pace, now.getTime());
    const left = async () => {
      const tables = ['pace', 'auth_rate_limit', 'auth_session'] as const;
      const counts: number[] = [];
      for (const table of tables) {
        counts.push((await store.db.selectFrom(table).selectAll().execute()).length);
      }
      return counts;
    };
    const daysOn = (days: number) => new Date(now.getTime() + days * 86_400_000);
    const before = await left();
    expect(Math.min(...before)).toBeGreaterThan(0);
    await forgetVisits(store, daysOn(1));
    expect(await left()).toEqual(before);
    expect((await personOf(accounts, caller(cookie))).person).not.toBeNull();
    await forgetVisits(store, daysOn(8));
    expect(await left()).toEqual([0, 0, 0]);
  });
});
