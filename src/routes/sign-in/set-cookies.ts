import type { Cookies } from '@sveltejs/kit';
import { cookiesOf } from '$lib/server/accounts/cookies-of.ts';

/** Hand on the cookies of an answer about accounts. */
export function setCookies(cookies: Cookies, response: Response): void {
  for (const { name, value, options } of cookiesOf(response)) cookies.set(name, value, options);
}
