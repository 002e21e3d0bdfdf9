import {
  askedSettings,
  readSettings,
  SETTINGS_COOKIE,
  SETTINGS_PATH,
  SETTINGS_SECONDS,
  writeSettings,
} from '$lib/workshop/phone-settings.ts';
import type { LayoutServerLoad } from './$types';

/** How this phone is read: as it keeps it, or as a page without scripts asks for. */
export const load: LayoutServerLoad = ({ cookies, url }) => {
  const kept = cookies.get(SETTINGS_COOKIE) ?? '';
  const settings = askedSettings(readSettings(kept), url.searchParams);
  const asks = ['language', 'size', 'contrast'].some((name) => url.searchParams.has(name));
  if (asks) {
    cookies.set(SETTINGS_COOKIE, writeSettings(settings), {
      path: SETTINGS_PATH,
      // The page changes it itself, so that it can while there is no network.
      httpOnly: false,
      sameSite: 'lax',
      secure: url.protocol === 'https:',
      maxAge: SETTINGS_SECONDS,
    });
  }
  return { settings };
};
