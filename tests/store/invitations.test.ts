import { expect, test } from 'vitest';
import { listAccounts, setRoles } from '../../src/lib/server/accounts/accounts-list.ts';
import type { Accounts } from '../../src/lib/server/accounts/app-auth.ts';
import { makeAuth, OWNER_EMAIL } from '../../src/lib/server/accounts/auth.ts';
import { cookiesOf } from '../../src/lib/server/accounts/cookies-of.ts';
import {
  invite,
  readInvitation,
  useInvitation,
} from '../../src/lib/server/accounts/invitations.ts';
import { personOf } from '../../src/lib/server/accounts/person-of.ts';
import {
  readAccountSettings,
  riskInSettings,
  WrongSettings,
} from '../../src/lib/server/accounts/settings.ts';
import { askAuth, type Caller } from '../../src/lib/server/accounts/sign-in-request.ts';
import { readActs } from '../../src/lib/server/store/acts.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { describeEachStore } from './each-store.ts';
import { totpOf } from './totp.ts';

const secret = 'a secret of more than thirty-two characters';
const settings = { origin: null, isHttps: false, secret: null, organisation: null };
const password = 'correct horse battery';
const email = 'somebody@example.org';

function accountsOn(store: Store): Accounts {
  return { store, secret, settings, auth: makeAuth(store, { ...settings, secret }) };
}

function caller(cookie = ''): Caller {
  const headers = new Headers({ cookie });
  return { origin: 'http://127.0.0.1:4173', address: '192.0.2.7', headers };
}

function cookieOf(response: Response): string {
  return cookiesOf(response)
    .map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
    .join('; ');
}

async function signUp(accounts: Accounts, token: string, at: string, as = email) {
  let response: Response | null = null;
  const person = await useInvitation(accounts.store, token, at, async () => {
    const body = { name: 'S', email: as, password };
    response = await askAuth(accounts, caller(), '/sign-up/email', body);
    return response.ok ? (await response.clone().json()).user.id : null;
  });
  return { person, cookie: response ? cookieOf(response) : '' };
}

describeEachStore('invitations', (newStore) => {
  test('an invitation makes one account, which can do nothing without a second factor', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const now = new Date();
    const token = await invite(store, ['assurer', 'reader'], now);
    expect(await readInvitation(store, token, now.toISOString())).toEqual(['assurer', 'reader']);
    const later = new Date(now.getTime() + 8 * 86_400_000).toISOString();
    expect(await readInvitation(store, token, later)).toBeNull();
    expect((await signUp(accounts, token, later)).person).toBeNull();

    const { person, cookie } = await signUp(accounts, token, now.toISOString());
    expect(person).not.toBeNull();
    expect((await signUp(accounts, token, now.toISOString())).person).toBeNull();
    const before = await personOf(accounts, caller(cookie));
    expect(before.person).toMatchObject({ roles: [], owesSecondFactor: true });

    const enabled = await askAuth(accounts, caller(cookie), '/two-factor/enable', { password });
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    const key = new URL(totpURI).searchParams.get('secret')!;
    const wrong = await askAuth(accounts, caller(cookie), '/two-factor/verify-totp', {
      code: '000000' === totpOf(key, Date.now()) ? '111111' : '000000',
    });
    expect(wrong.ok).toBe(false);
    const right = await askAuth(accounts, caller(cookie), '/two-factor/verify-totp', {
      code: totpOf(key, Date.now()),
    });
    expect(right.status).toBe(200);
    const after = await personOf(accounts, caller(cookieOf(right)));
    expect(after.person).toMatchObject({ roles: ['assurer', 'reader'], owesSecondFactor: false });

    // The password alone opens nothing from now on.
    const half = await askAuth(accounts, caller(), '/sign-in/email', { email, password });
    expect(await half.json()).toMatchObject({ twoFactorRedirect: true });
    expect((await personOf(accounts, caller(cookieOf(half)))).person).toBeNull();
    const whole = await askAuth(accounts, caller(cookieOf(half)), '/two-factor/verify-totp', {
      code: totpOf(key, Date.now()),
    });
    const signedIn = await personOf(accounts, caller(cookieOf(whole)));
    expect(signedIn.person?.roles).toEqual(['assurer', 'reader']);

    const acts = await readActs(store.db);
    expect(JSON.stringify(acts)).not.toContain(email);
    expect(acts.map(({ byRole, act }) => `${byRole} ${act}`)).toEqual([
      'owner invited',
      'assurer made an account',
    ]);
    const kept = JSON.stringify([
      await store.db.selectFrom('auth_invitation').selectAll().execute(),
      await store.db
        .selectFrom('auth_two_factor' as 'auth_user')
        .selectAll()
        .execute(),
      await store.db.selectFrom('auth_account').selectAll().execute(),
    ]);
    for (const hidden of [token, password, key]) expect(kept).not.toContain(hidden);

    expect(await setRoles(store, person!, ['approver'], now.toISOString())).toBe(true);
    const [listed] = await listAccounts(store.db, now);
    expect(listed).toMatchObject({ name: 'S', email, roles: ['approver'] });
    expect(await setRoles(store, 'nobody', ['owner'], now.toISOString())).toBe(false);
  });
});

describeEachStore('an invitation', (newStore) => {
  test('makes nobody the owner of the server, by whatever address', async () => {
    const store = await (await newStore()).open();
    const accounts = accountsOn(store);
    const now = new Date();
    const token = await invite(store, ['reader'], now);
    const taken = await signUp(accounts, token, now.toISOString(), OWNER_EMAIL);
    expect(taken.person).toBeNull();
    expect(await listAccounts(store.db, now)).toEqual([]);
    expect((await signUp(accounts, token, now.toISOString())).person).not.toBeNull();
  });
});

test('settings that are wrong are all said, with how to mend them', () => {
  const read = (env: Record<string, string>) => () => readAccountSettings(env);
  expect(read({})()).toEqual({ origin: null, isHttps: false, secret: null, organisation: null });
  expect(read({ ORIGIN: 'https://bide.example.org' })().isHttps).toBe(true);
  expect(read({ ORIGIN: 'bide.example.org' })).toThrow(/ORIGIN is “bide.example.org”/);
  expect(read({ ORIGIN: 'https://bide.example.org/x' })).toThrow(WrongSettings);
  expect(read({ BIDE_SECRET: 'short' })).toThrow(/fewer than 32/);
  const discovery = 'https://id.example.org/.well-known/openid-configuration';
  expect(read({ BIDE_OIDC_DISCOVERY: discovery })).toThrow(/BIDE_OIDC_CLIENT and BIDE_OIDC_SECRET/);
  const whole = { BIDE_OIDC_DISCOVERY: discovery, BIDE_OIDC_CLIENT: 'c', BIDE_OIDC_SECRET: 's' };
  expect(read(whole)).toThrow(/ORIGIN must be set/);
  const http = { ...whole, BIDE_OIDC_DISCOVERY: 'http://id.example.org/' };
  expect(read({ ...http, ORIGIN: 'https://bide.example.org' })).toThrow(/https address/);
  const right = read({ ...whole, ORIGIN: 'https://bide.example.org' })();
  expect(right.organisation).toMatchObject({ name: 'your organisation', clientId: 'c' });
});

test('a hosted server that cannot tell its visitors apart says so', () => {
  const ORIGIN = 'https://bide.example.org';
  expect(riskInSettings({})).toBeNull();
  expect(riskInSettings({ ORIGIN })).toMatch(/Set ADDRESS_HEADER to the header/);
  expect(riskInSettings({ ORIGIN, ADDRESS_HEADER: 'x-forwarded-for' })).toBeNull();
  expect(riskInSettings({ ORIGIN, BIDE_CERTIFICATE: 'bide.pem' })).toBeNull();
});
