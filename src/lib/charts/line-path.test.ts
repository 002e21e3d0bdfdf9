import { area, line } from 'd3-shape';
import { expect, test } from 'vitest';
import { areaPath, linePath } from './line-path.ts';

const points: [number, number][] = [
  [0, 1.5],
  [2.25, -3],
  [4, 0],
  [7, 7.1],
];

test.each([
  ['a whole line', points],
  ['gaps, and a point alone between two', [points[0], null, points[1], null, ...points.slice(2)]],
  ['gaps at both ends', [null, ...points, null]],
  ['one point', [points[0]]],
  ['nothing', []],
])('%s is drawn as d3-shape draws it', (_, given) => {
  const drawn = line<[number, number] | null>()
    .defined((point) => point !== null)
    .x((point) => point![0])
    .y((point) => point![1]);
  expect(linePath(given)).toBe(drawn(given) ?? '');
});

test.each([0, 1, 2, 4])('an area over %d places is drawn as d3-shape draws it', (count) => {
  const edge = points.slice(0, count).map(([x, high]) => ({ x, low: high - 1, high }));
  const drawn = area<(typeof edge)[number]>()
    .x(({ x }) => x)
    .y0(({ low }) => low)
    .y1(({ high }) => high);
  expect(areaPath(edge)).toBe(drawn(edge) ?? '');
});
