import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Accounts } from '../../src/lib/server/accounts/app-auth.ts';
import { makeAuth } from '../../src/lib/server/accounts/auth.ts';
import { cookiesOf } from '../../src/lib/server/accounts/cookies-of.ts';
import { giveOwnerRoles, newOwnerLink } from '../../src/lib/server/accounts/owner-link.ts';
import { personOf } from '../../src/lib/server/accounts/person-of.ts';
import { askAuth } from '../../src/lib/server/accounts/sign-in-request.ts';
import { noTokens } from '../../src/lib/server/store/migrations/0007-no-tokens.ts';
import type { Store } from '../../src/lib/server/store/store.ts';
import { describeEachStore } from './each-store.ts';
import { signInThere, startOrganisation, type Organisation } from './organisation.ts';

const origin = 'https://bide.example.org';
const at = '2026-11-29T10:00:00.000Z';
const secret = 'a secret of more than thirty-two characters';

let organisation: Organisation;
let claims: Record<string, unknown>;

beforeAll(async () => {
  organisation = await startOrganisation(origin, (account) => ({
    name: 'Somebody',
    email: `${account}@council.example`,
    email_verified: true,
    ...claims,
  }));
});
afterAll(() => organisation.close());

/** A visitor of a hosted Bide, with the cookies that they keep. */
class Somebody {
  cookies = new Map<string, string>();
  readonly accounts: Accounts;

  constructor(store: Store, of: Partial<Organisation> = {}) {
    claims = {};
    const settings = {
      origin,
      isHttps: true,
      secret: null,
      organisation: { name: 'The council', ...organisation, ...of },
    };
    this.accounts = { store, secret, settings, auth: makeAuth(store, { ...settings, secret }) };
  }

  get caller() {
    const cookie = [...this.cookies].map((pair) => pair.join('=')).join('; ');
    return { origin, address: '192.0.2.7', headers: new Headers({ cookie }) };
  }

  async ask(path: string, body?: Record<string, unknown>): Promise<Response> {
    const response = await askAuth(this.accounts, this.caller, path, body);
    for (const { name, value } of cookiesOf(response))
      this.cookies.set(name, encodeURIComponent(value));
    return response;
  }

  /** As the page to sign in does it; where the organisation is to be found. */
  begin(): Promise<Response> {
    return this.ask('/sign-in/social', {
      provider: 'organisation',
      callbackURL: '/account',
      errorCallbackURL: '/sign-in?organisation=refused',
    });
  }

  /** Begin, sign in there, and come back; what Bide then says. */
  async signIn(account: string): Promise<Response> {
    const { url } = (await (await this.begin()).json()) as { url: string };
    return this.comeBack(await signInThere(url, origin, account));
  }

  comeBack(address: string): Promise<Response> {
    return this.ask(`/callback/organisation${new URL(address).search}`);
  }

  async person() {
    return (await personOf(this.accounts, this.caller)).person;
  }
}

describeEachStore('signing in with an organisation', (newStore) => {
  test('whoever it knows has an account here, and no role until one is given', async () => {
    const store = await (await newStore()).open();
    const somebody = new Somebody(store);
    const back = await somebody.signIn('jo');
    expect(back.headers.get('location')).toBe('/account');
    const person = await somebody.person();
    expect(person).toMatchObject({ name: 'Somebody', roles: [], owesSecondFactor: false });

    await store.db
      .insertInto('auth_role')
      .values({ user_id: person!.id, role: 'assurer', given_at: at })
      .execute();
    const again = new Somebody(store);
    await again.signIn('jo');
    expect(await again.person()).toMatchObject({ id: person!.id, roles: ['assurer'] });
  });

  const REFUSED = /^\/sign-in\?organisation=refused&error=\w+/;

  /** Expect to be sent back to sign in, as nobody. */
  async function expectRefused(somebody: Somebody, back: Response): Promise<void> {
    expect(back.headers.get('location')).toMatch(REFUSED);
    expect(await somebody.person()).toBeNull();
  }

  test('nobody becomes the owner by an address that the organisation has them write', async () => {
    const store = await (await newStore()).open();
    const mallory = async () => {
      const one = new Somebody(store);
      claims = { email: 'Owner@bide.invalid', email_verified: true };
      await expectRefused(one, await one.signIn('mallory'));
    };
    // Not before there is an owner, and not after.
    await mallory();
    const somebody = new Somebody(store);
    const link = await newOwnerLink(somebody.accounts, origin);
    const token = new URL(link).searchParams.get('token');
    await somebody.ask(`/magic-link/verify?token=${token}`);
    await giveOwnerRoles(store, at);
    expect(await somebody.person()).toMatchObject({ name: 'Owner', roles: ['analyst', 'owner'] });
    await mallory();
    expect(await store.db.selectFrom('auth_account').selectAll().execute()).toEqual([]);
  });

  test('nothing is kept of what the organisation signs or lends', async () => {
    const store = await (await newStore()).open();
    for (let time = 0; time < 2; time++) {
      const somebody = new Somebody(store);
      await somebody.signIn('jo');
      expect(await somebody.person()).not.toBeNull();
      const kept = await store.db.selectFrom('auth_account').selectAll().execute();
      expect(kept).toMatchObject([
        { providerId: 'organisation', idToken: null, accessToken: null, refreshToken: null },
      ]);
    }
  });

  test('what an older Bide kept of it is removed', async () => {
    const { open } = await newStore();
    const store = await open();
    await new Somebody(store).signIn('jo');
    const old = { idToken: 'eyJ', accessToken: '397e', refreshToken: '9d79' };
    await store.db
      .updateTable('auth_account')
      .set(old as object)
      .execute();
    await noTokens().up(store.db);
    const kept = await store.db.selectFrom('auth_account').selectAll().execute();
    expect(kept).toMatchObject([{ idToken: null, accessToken: null, refreshToken: null }]);
  });

  test('who did not agree there is told so, and is nobody here', async () => {
    const store = await (await newStore()).open();
    const somebody = new Somebody(store);
    const { url } = (await (await somebody.begin()).json()) as { url: string };
    const state = new URL(url).searchParams.get('state');
    const said = `${origin}/?state=${state}&error=access_denied`;
    await expectRefused(somebody, await somebody.comeBack(said));
  });

  test('what one browser began no other can end', async () => {
    const store = await (await newStore()).open();
    const lured = new Somebody(store);
    const mallory = new Somebody(store);
    const { url } = (await (await mallory.begin()).json()) as { url: string };
    await expectRefused(lured, await lured.comeBack(await signInThere(url, origin, 'mallory')));
  });

  test('who comes back twice, or too late, is sent to sign in again', async () => {
    const store = await (await newStore()).open();
    const somebody = new Somebody(store);
    const { url } = (await (await somebody.begin()).json()) as { url: string };
    const address = await signInThere(url, origin, 'jo');
    await somebody.comeBack(address);
    expect(await somebody.person()).not.toBeNull();
    const again = new Somebody(store);
    again.cookies = somebody.cookies;
    expect((await again.comeBack(address)).headers.get('location')).toMatch(REFUSED);
    await expectRefused(
      new Somebody(store),
      await new Somebody(store).comeBack(`${origin}/?code=x`),
    );
  });

  test('a wrong secret of ours signs nobody in', async () => {
    const store = await (await newStore()).open();
    const somebody = new Somebody(store, { clientSecret: 'another one' });
    await expectRefused(somebody, await somebody.signIn('jo'));
  });

  test('what another organisation signed is refused', async () => {
    const store = await (await newStore()).open();
    const other = await startOrganisation(origin, () => ({ name: 'Not them' }));
    // Everything as the organisation says it, but for the keys that its word is checked with.
    const liar = createServer((_, response) => {
      void (async () => {
        const [ours, theirs] = await Promise.all(
          [organisation, other].map(
            async ({ discoveryUrl }) =>
              (await fetch(discoveryUrl)).json() as Promise<Record<string, unknown>>,
          ),
        );
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ ...ours, jwks_uri: theirs.jwks_uri }));
      })();
    }).listen(0, '127.0.0.1');
    await once(liar, 'listening');
    const { port } = liar.address() as AddressInfo;
    try {
      const discoveryUrl = `http://127.0.0.1:${port}/.well-known/openid-configuration`;
      const somebody = new Somebody(store, { discoveryUrl });
      await expectRefused(somebody, await somebody.signIn('jo'));
    } finally {
      liar.closeAllConnections();
      liar.close();
      await other.close();
    }
  });

  test('an organisation whose page cannot be reached is said to be away', async () => {
    const store = await (await newStore()).open();
    const discoveryUrl = 'http://127.0.0.1:9/.well-known/openid-configuration';
    const response = await new Somebody(store, { discoveryUrl }).begin();
    expect(response.ok).toBe(false);
  });
});
