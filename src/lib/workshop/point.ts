/** What somebody says of their own accord, beside what they are asked; each point gets a reply. */
import { LONGEST_WORDS, plainWords } from './answer.ts';

export const POINT_KINDS = ['lever', 'cannot hold', 'not believed'] as const;
/** Proposes a lever; says what the model cannot hold; or does not believe a figure. */
export type PointKind = (typeof POINT_KINDS)[number];

export interface Point {
  kind: PointKind;
  /** The figure that is not believed, as they name it. */
  about?: string;
  words: string;
  mayQuote: boolean;
}

/** What the facilitator answers to a point. */
export interface Reply {
  did: boolean;
  why: string;
  /** The scenario, or the change to the model, that the point led to; empty for none. */
  ledTo: string;
  /** What was said, in wording that names nobody; for those who may not be quoted. */
  inShort: string;
}

/** There is no other reason for which words are held back. */
export const HELD_FOR = ['names', 'threats', 'hate'] as const;
export type HeldFor = (typeof HELD_FOR)[number];

/** More than anybody says; who floods a room is stopped by it. */
export const MOST_POINTS = 20;
/** The most characters of what a point is about. */
export const LONGEST_ABOUT = 200;

export type ReadPoint = { point: Point } | { problem: 'not a point' | 'too long' };

/** Read what came as a point. */
export function readPoint(given: unknown): ReadPoint {
  if (typeof given !== 'object' || given === null) return { problem: 'not a point' };
  const { kind, about, words, mayQuote } = given as Record<string, unknown>;
  const found = POINT_KINDS.find((one) => one === kind);
  if (!found || typeof words !== 'string') return { problem: 'not a point' };
  const text = plainWords(words);
  const figure = found === 'not believed' && typeof about === 'string' ? plainWords(about) : '';
  if (text === '') return { problem: 'not a point' };
  if (text.length > LONGEST_WORDS || figure.length > LONGEST_ABOUT) return { problem: 'too long' };
  const named = figure === '' ? {} : { about: figure };
  return { point: { kind: found, ...named, words: text, mayQuote: mayQuote === true } };
}

/** What a form says as a point, still to be read. */
export function pointOfForm(field: (name: string) => string) {
  const [kind, about, words] = ['kind', 'about', 'words'].map(field);
  return { kind, about, words, mayQuote: field('may-quote') === 'yes' };
}

/** Read a reply that was written; null where it gives no answer or no reason. */
export function readReply(field: (name: string) => string): Reply | null {
  const [why, ledTo, inShort] = ['why', 'led-to', 'in-short'].map((name) =>
    plainWords(field(name)).slice(0, LONGEST_WORDS),
  );
  const did = field('did');
  if ((did !== 'yes' && did !== 'no') || why === '') return null;
  return { did: did === 'yes', why, ledTo, inShort };
}
