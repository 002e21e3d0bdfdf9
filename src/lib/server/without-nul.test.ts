import { expect, test } from 'vitest';
import { plainForm, withoutNul } from './without-nul.ts';

test('a NUL, and marks that turn a line, are taken out of texts and left in files', async () => {
  expect(withoutNul('a\0b\0')).toBe('ab');
  const form = new FormData();
  for (const value of ['one\0', '\u2067tw\u202eo']) form.append('says', value);
  form.append('file', new File(['a\0b\u202e'], 'a.bin'));
  const rest = plainForm(form);
  expect([...rest.keys()]).toEqual(['says', 'says', 'file']);
  expect(rest.getAll('says')).toEqual(['one', 'two']);
  const file = rest.get('file') as File;
  expect([file.name, await file.text()]).toEqual(['a.bin', 'a\0b\u202e']);
});
