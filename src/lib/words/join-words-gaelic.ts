/**
 * Gaelic: what is sure, and the rest in English, until somebody who speaks it has gone through the
 * whole. What is here is marked as Gaelic where it is shown, sentence by sentence. A sentence with
 * something filled in comes with the review: then this is an object as `inEnglish` is, its language
 * is `gd`, and it has no note.
 */
import { inEnglish } from './join-words-english.ts';
import type { JoinWords } from './join-words.ts';

const ratings = { 'do not know': 'Chan eil fhios agam' };
const says = { agree: 'Tha mi ag aontachadh', disagree: 'Chan eil mi ag aontachadh' };
const sure = {
  code: 'Còd',
  join: 'Gabh pàirt',
  next: 'Air adhart',
  stop: 'Stad',
  takeABreak: 'Gabh fois',
  goOn: 'Lean air adhart',
  change: 'Atharraich',
  ended: 'Tapadh leibh airson pàirt a ghabhail',
};

export const inGaelic: JoinWords = {
  ...inEnglish,
  ...sure,
  ratings: { ...inEnglish.ratings, ...ratings },
  says: { ...inEnglish.says, ...says },
  other: {
    language: 'gd',
    texts: new Set([sure, ratings, says].flatMap((words) => Object.values(words))),
  },
  note: 'Gaelic: not yet reviewed. Most of it is still in English.',
};
