import { expect, it } from 'vitest';
import { qrLayout } from './qr-layout.ts';

const RUN = /M(\d+) (\d+)h(\d+)v1H\1z/g;

it('draws a code for cameras as dark squares within a light border of four', () => {
  const { size, path } = qrLayout('otpauth://totp/Bide:a@example.org?secret=ABCDEFGH&issuer=Bide');
  const dark = new Set<string>();
  for (const [, x, y, length] of path.matchAll(RUN)) {
    for (let i = 0; i < Number(length); i++) dark.add(`${Number(x) + i} ${y}`);
  }
  expect(path.replace(RUN, '')).toBe('');
  const isDark = (x: number, y: number) => dark.has(`${x} ${y}`);
  const border = [0, 1, 2, 3, size - 1, size - 4];
  for (const at of border) {
    for (let along = 0; along < size; along++) {
      expect(isDark(at, along) || isDark(along, at)).toBe(false);
    }
  }
  // A square of seven by seven with a light ring and a dark middle stands in three corners.
  for (const [x, y] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ]) {
    const rows = Array.from({ length: 7 }, (_, row) =>
      Array.from({ length: 7 }, (_, column) => (isDark(x + column, y + row) ? '#' : '.')).join(''),
    );
    expect(rows).toEqual([
      ...['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'],
    ]);
  }
});
