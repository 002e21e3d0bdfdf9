import { expect, test } from 'vitest';
import { mostSent } from './most-sent.ts';

test.for([
  ['8M', '8 MB'],
  ['512k', '512 KB'],
  ['3000000', '3000000 bytes'],
  ['Infinity', ''],
])('%s is %s in words', ([limit, words]) => {
  expect(mostSent(limit)).toBe(words);
});
