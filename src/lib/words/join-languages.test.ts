import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { expect, test } from 'vitest';
import { JOIN_LANGUAGES } from './join-languages.ts';
import { inGaelic } from './join-words-gaelic.ts';
import { inEnglish } from './join-words-english.ts';

/** What a sentence is filled with: a name, a day, a number. */
const FILLED = ['Kim at the door', '12 March'];

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [(value as (...given: string[]) => string)(...FILLED)];
  if (value === null || typeof value !== 'object' || value instanceof Set) return [];
  return Object.values(value).flatMap(textsOf);
}

/** Whole sentences: labels of a word or two are no reading. */
function sentencesOf(words: object): string[] {
  return textsOf(words)
    .flatMap((text) => text.split(/(?<=[.?:…])\s+/))
    .filter((text) => wordsOf(text).length >= 4);
}

const wordsOf = (text: string) => text.match(/[\p{L}\d]+(?:['’-][\p{L}]+)*/gu) ?? [];

/** The age at which a text is read, by the grade of Flesch and Kincaid: a hint, not a judgement. */
function readingAge(sentences: string[]): number {
  const words = sentences.flatMap(wordsOf);
  const counts = { sentence: sentences.length, word: words.length };
  return 5 + fleschKincaid({ ...counts, syllable: syllable(words.join(' ')) });
}

const english = sentencesOf(inEnglish);
const plain = sentencesOf(JOIN_LANGUAGES.plain.words);

test('the age at which a text is read is told from its words', () => {
  expect(readingAge(['You can go on.'])).toBeLessThan(9);
  const hard = 'Participants retain authority regarding subsequent withdrawal of contributions.';
  expect(readingAge([hard])).toBeGreaterThan(18);
});

test.each([
  ['English', english],
  ['plain English', plain],
])('no sentence in %s is hard for somebody of nine to eleven', (_, sentences) => {
  expect(sentences.length).toBeGreaterThan(40);
  expect(readingAge(sentences)).toBeLessThanOrEqual(9);
  const over = sentences.filter((sentence) => readingAge([sentence]) > 11);
  expect(over).toEqual([]);
});

test('plain English is shorter, and easier', () => {
  const length = (sentences: string[]) => sentences.flatMap(wordsOf).length;
  expect(length(plain)).toBeLessThan(length(english));
  expect(readingAge(plain)).toBeLessThan(readingAge(english));
});

test('each language can say everything', () => {
  const keys = (words: object) => Object.keys(words).sort();
  for (const { words } of Object.values(JOIN_LANGUAGES)) {
    expect(keys(words)).toEqual(keys(inEnglish));
    expect(textsOf({ ...words, note: 'x' }).filter((text) => text === '')).toEqual([]);
  }
});

test('Gaelic is marked as Gaelic, and as not yet reviewed', () => {
  const { texts } = inGaelic.other!;
  const said = textsOf({ ...inGaelic, other: null });
  for (const text of texts) expect(said).toContain(text);
  const same = new Set(textsOf(inEnglish));
  expect(said.filter((text) => !same.has(text) && !texts.has(text))).toEqual([inGaelic.note]);
  expect(inGaelic.note).toMatch(/^Gaelic: not yet reviewed/);
});
