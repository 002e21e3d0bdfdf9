import { expect, it } from 'vitest';
import { freeSpot } from './free-spot.ts';

const plot = { plotWidth: 200, plotHeight: 100 };
const flat = (y: number) => Array.from({ length: 41 }, (_, i) => [i * 5, y] as const);

it('stands by its own line, away from the others', () => {
  const spot = freeSpot(flat(50), [flat(70)], 40, plot);
  expect(spot?.y).toBeLessThan(50);
  const under = freeSpot(flat(50), [flat(35)], 40, plot);
  expect(under?.y).toBeGreaterThan(50);
});

it('finds nothing where lines leave no room, or where there is no line', () => {
  expect(freeSpot(flat(50), [flat(40), flat(60)], 40, plot)).toBeNull();
  expect(freeSpot([], [flat(40)], 40, plot)).toBeNull();
});
