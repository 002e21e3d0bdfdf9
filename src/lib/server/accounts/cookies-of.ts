import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies';

/** Return the cookies that an answer of better-auth sets, for whoever hands them on. */
export function cookiesOf(response: Response) {
  const all = response.headers.getSetCookie().join(', ');
  return [...parseSetCookieHeader(all)].map(([name, attributes]) => ({
    name,
    value: attributes.value,
    options: {
      ...toCookieOptions(attributes),
      path: attributes.path || '/',
      // Unsaid, a framework would choose by itself.
      secure: attributes.secure === true,
    },
  }));
}
