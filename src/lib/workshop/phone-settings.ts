/** How a phone is read: kept on the phone alone, in one cookie, so that it holds without scripts too. */

export const LANGUAGES = ['english', 'plain', 'gaelic'] as const;
export const SIZES = ['usual', 'larger', 'largest'] as const;
export const CONTRASTS = ['usual', 'high'] as const;

export type Language = (typeof LANGUAGES)[number];
export type TextSize = (typeof SIZES)[number];
export type Contrast = (typeof CONTRASTS)[number];

export interface PhoneSettings {
  language: Language;
  size: TextSize;
  contrast: Contrast;
}

export const SETTINGS_COOKIE = 'bide-phone';
export const SETTINGS_PATH = '/join';
/** A month: as long as a panel that meets again. */
export const SETTINGS_SECONDS = 30 * 86_400;

/** Read what a phone keeps; what is unknown is as usual. */
export function readSettings(text: string): PhoneSettings {
  const [language, size, contrast] = text.split('.');
  return {
    language: oneOf(LANGUAGES, language),
    size: oneOf(SIZES, size),
    contrast: oneOf(CONTRASTS, contrast),
  };
}

export function writeSettings({ language, size, contrast }: PhoneSettings): string {
  return [language, size, contrast].join('.');
}

/** Return the settings with what an address asks for: `?language=plain`, `?size=larger`. */
export function askedSettings(kept: PhoneSettings, search: URLSearchParams): PhoneSettings {
  return {
    language: oneOf(LANGUAGES, search.get('language'), kept.language),
    size: oneOf(SIZES, search.get('size'), kept.size),
    contrast: oneOf(CONTRASTS, search.get('contrast'), kept.contrast),
  };
}

/** The size after this one; the first after the last. */
export function nextSize(size: TextSize): TextSize {
  return SIZES[(SIZES.indexOf(size) + 1) % SIZES.length];
}

function oneOf<T extends string>(
  all: readonly T[],
  text: string | null | undefined,
  otherwise: T = all[0],
): T {
  return all.find((one) => one === text) ?? otherwise;
}
