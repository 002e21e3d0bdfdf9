import type { Accounts } from './app-auth.ts';
import { ADDRESS_HEADER } from './auth.ts';
import { addressMark } from './address-mark.ts';

/** Where a request came from: what better-auth is told of it. */
export interface Caller {
  /** The address of this server as the visitor wrote it: `http://127.0.0.1:4173`. */
  origin: string;
  /** The visitor's network address. */
  address: string;
  headers: Headers;
}

/**
 * Ask better-auth for something as its own page would, with its checks and its counting of attempts;
 * none of its addresses can be reached from outside.
 */
export async function askAuth(
  { auth, secret }: Pick<Accounts, 'auth' | 'secret'>,
  caller: Caller,
  path: string,
  body?: Record<string, unknown>,
): Promise<Response> {
  const method = body ? 'POST' : 'GET';
  const request = new Request(`${caller.origin}/api/auth${path}`, {
    method,
    headers: {
      ...authHeaders(caller, secret),
      origin: caller.origin,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return auth.handler(request);
}

/** The headers by which better-auth knows who asks. */
export function authHeaders(
  { headers, address, origin }: Caller,
  secret: string,
): Record<string, string> {
  return {
    cookie: headers.get('cookie') ?? '',
    'user-agent': headers.get('user-agent') ?? '',
    host: new URL(origin).host,
    [ADDRESS_HEADER]: addressMark(address, secret),
  };
}
