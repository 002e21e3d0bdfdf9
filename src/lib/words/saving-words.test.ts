import { expect, test } from 'vitest';
import { clockTime, savingInWords } from './saving-words.ts';

const at = Date.UTC(2026, 10, 29, 14, 2);

test('“Saved” says so where a field still holds something', () => {
  expect(savingInWords({ kind: 'saved', at }, true)).toBe(`Saved ${clockTime(at)}`);
  expect(savingInWords({ kind: 'saved', at }, true, true)).toBe(
    `Saved ${clockTime(at)}, without what you typed last`,
  );
  expect(savingInWords({ kind: 'saved', at }, false, true)).toMatch(/^Not saved/);
});
