/** An organisation's own page to sign in at, on this machine: a real OpenID provider, for tests. */
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface Organisation {
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
  close: () => Promise<void>;
}

const clientId = 'bide';
const clientSecret = 'a secret that the organisation gave us';

/** Start one that knows Bide at `origin`, and says of everybody what `claims` says. */
export async function startOrganisation(
  origin: string,
  claims: (account: string) => Record<string, unknown>,
): Promise<Organisation> {
  // Its address is part of what it signs, and is known once it listens.
  let provider: Provider | null = null;
  const server = createServer((request, response) => {
    void provider?.callback()(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  provider = new Provider(issuer, {
    // Its own keys: those that the library lends are the same for everybody.
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${origin}/api/auth/callback/organisation`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_, account) => ({
      accountId: account,
      claims: () => ({ sub: account, ...claims(account) }),
    }),
    pkce: { required: () => true },
    cookies: { keys: ['keys of a test'] },
  });
  return {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/**
 * Go through its pages as somebody would who signs in as `account` and agrees; return the address
 * that it sends them back to, which is not opened.
 */
export async function signInThere(start: string, origin: string, account: string): Promise<string> {
  const cookies = new Map<string, string>();
  let form: URLSearchParams | null = null;
  let at = start;
  for (let step = 0; step < 20; step++) {
    if (at.startsWith(`${origin}/`)) return at;
    const response: Response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    form = null;
    const to: string | null = response.headers.get('location');
    const page: string = to === null ? await response.text() : '';
    const prompt: string | undefined = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (to !== null) at = new URL(to, at).href;
    else if (prompt) {
      at = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', at).href;
      form = new URLSearchParams({ prompt, login: account, password: 'any' });
    } else throw new Error(`The organisation said ${response.status}: ${page.slice(0, 400)}`);
  }
  throw new Error('The organisation sent us round in a circle.');
}
