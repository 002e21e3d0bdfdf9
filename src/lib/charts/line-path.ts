/**
 * Straight lines and the areas between them, as paths of SVG. The paths are those that `line` and
 * `area` of d3-shape give, without all the curves and pies that would come along to the page.
 */
import { path } from 'd3-path';

type Point = readonly [x: number, y: number];

/** A line through points; null is a gap, and a point alone is a dot once its line has a round cap. */
export function linePath(points: readonly (Point | null)[]): string {
  const drawn = path();
  points.forEach((point, index) => {
    if (!point) return;
    const isFirst = !points[index - 1];
    if (isFirst) drawn.moveTo(...point);
    else drawn.lineTo(...point);
    if (isFirst && !points[index + 1]) drawn.closePath();
  });
  return drawn.toString();
}

/** The area between two edges that lie over the same places. */
export function areaPath(edge: readonly { x: number; low: number; high: number }[]): string {
  const drawn = path();
  edge.forEach(({ x, high }, index) => {
    if (index === 0) drawn.moveTo(x, high);
    else drawn.lineTo(x, high);
  });
  for (const { x, low } of [...edge].reverse()) drawn.lineTo(x, low);
  if (edge.length > 0) drawn.closePath();
  return drawn.toString();
}
