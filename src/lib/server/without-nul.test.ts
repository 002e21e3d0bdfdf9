import { expect, test } from 'vitest';
import { formWithoutNul, withoutNul } from './without-nul.ts';

test('a NUL is taken out of texts and left in files', async () => {
  expect(withoutNul('a\0b\0')).toBe('ab');
  const form = new FormData();
  for (const value of ['one\0', 'two']) form.append('says', value);
  form.append('file', new File(['a\0b'], 'a.bin'));
  const rest = formWithoutNul(form);
  expect([...rest.keys()]).toEqual(['says', 'says', 'file']);
  expect(rest.getAll('says')).toEqual(['one', 'two']);
  const file = rest.get('file') as File;
  expect([file.name, await file.text()]).toEqual(['a.bin', 'a\0b']);
});
