import { expect, test } from 'vitest';
import { askedSettings, nextSize, readSettings, writeSettings } from './phone-settings.ts';

const usual = { language: 'english', size: 'usual', contrast: 'usual' };

test('a phone that keeps nothing, or nonsense, is as usual', () => {
  expect(readSettings('')).toEqual(usual);
  expect(readSettings('klingon.huge.<b>.more')).toEqual(usual);
});

test('what is kept is read back', () => {
  const kept = { language: 'gaelic', size: 'largest', contrast: 'high' } as const;
  expect(readSettings(writeSettings(kept))).toEqual(kept);
});

test('an address changes what it names, and nothing else', () => {
  const kept = readSettings('plain.larger.high');
  const asked = (search: string) => askedSettings(kept, new URLSearchParams(search));
  expect(asked('size=largest')).toEqual({ ...kept, size: 'largest' });
  expect(asked('language=english&contrast=usual')).toEqual({ ...usual, size: 'larger' });
  expect(asked('language=nonsense')).toEqual(kept);
});

test('sizes go round', () => {
  expect(nextSize('usual')).toBe('larger');
  expect(nextSize('largest')).toBe('usual');
});
