import type { Language } from '../workshop/phone-settings.ts';
import { inGaelic } from './join-words-gaelic.ts';
import { inPlainEnglish } from './join-words-plain.ts';
import { inEnglish } from './join-words-english.ts';
import type { JoinWords } from './join-words.ts';

/** Each language by its own name, with the language of that name, and what a phone says in it. */
export const JOIN_LANGUAGES: Record<Language, { name: string; of: string; words: JoinWords }> = {
  english: { name: 'English', of: 'en-GB', words: inEnglish },
  plain: { name: 'Plain English', of: 'en-GB', words: inPlainEnglish },
  gaelic: { name: 'Gàidhlig', of: 'gd', words: inGaelic },
};
