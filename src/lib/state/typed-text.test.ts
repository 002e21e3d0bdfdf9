import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withTyped } from './typed-text.ts';

const boxed = (text: string) => text.replace(/\r\n?/g, '\n');

test('what is typed goes in, and the ends of other lines stay as they were', () => {
  const original = 'a: 1\r\nb: 2\r\nc: 3\n';
  expect(withTyped(original, 'a: 1\nb: 25\nc: 3\n')).toBe('a: 1\r\nb: 25\r\nc: 3\n');
  expect(withTyped(original, 'a: 1\nnew\nb: 2\nc: 3\n')).toBe('a: 1\r\nnew\r\nb: 2\r\nc: 3\n');
  expect(withTyped(original, boxed(original))).toBe(original);
});

test('the box shows what was typed, whatever stood there', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n', ' ') });
  fc.assert(
    fc.property(text, text, (original, other) => {
      expect(boxed(withTyped(original, boxed(other)))).toBe(boxed(other));
      expect(withTyped(original, boxed(original))).toBe(original);
    }),
  );
});
