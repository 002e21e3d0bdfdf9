import { expect, it } from 'vitest';
import { layoutIconArray } from './icon-array-layout.ts';

it.each([
  [0, 0],
  [0.3, 0],
  [37.4, 37],
  [99.6, 100],
  [100, 100],
  [140, 100],
  [-3, 0],
])('of %d draws %d full marks of a hundred', (value, full) => {
  const { icons } = layoutIconArray(value, 180);
  expect(icons).toHaveLength(100);
  expect(icons.filter((icon) => icon.full)).toHaveLength(full);
});

it('keeps marks inside the square and apart', () => {
  const { icons, radius, width } = layoutIconArray(50, 180);
  expect(icons[1].cx - icons[0].cx).toBeGreaterThan(2 * radius);
  expect(Math.max(...icons.map(({ cx }) => cx)) + radius).toBeLessThan(width);
});
