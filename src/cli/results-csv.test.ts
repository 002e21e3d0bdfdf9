import { expect, it } from 'vitest';
import { cell } from './results-csv.ts';

it.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', "'+1"],
  ['-1+2', "'-1+2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1', "' =1"],
  ['\r=1', `"'\r=1"`],
  ['plain words', 'plain words'],
  ['with, comma', '"with, comma"'],
  ['two\nlines', '"two\nlines"'],
  [-1.5, '-1.5'],
  [null, ''],
  [false, 'false'],
])('writes %j so that a spreadsheet only reads it', (value, written) => {
  expect(cell(value)).toBe(written);
});
