/** Where a label may stand: `x` is its left edge, `y` its middle. */
export interface Spot {
  x: number;
  y: number;
}

type Points = readonly (readonly [number, number])[];

const HEIGHT = 16;
const CLEAR = 4;

/**
 * Find where a label of this width can stand close to its own line without
 * touching it or the other lines, inside a plot of this size; later is better,
 * for readers look for names at the end. Null when there is no such place.
 */
export function freeSpot(
  own: Points,
  others: readonly Points[],
  width: number,
  { plotWidth, plotHeight }: { plotWidth: number; plotHeight: number },
): Spot | null {
  let best: Spot | null = null;
  let bestCost = Infinity;
  for (let left = plotWidth - width - 2; left >= 0; left -= 4) {
    const under = between(own, left, left + width);
    if (under.length === 0) continue;
    const highest = Math.min(...under.map((point) => point[1]));
    const lowest = Math.max(...under.map((point) => point[1]));
    for (const middle of [highest - CLEAR - HEIGHT / 2, lowest + CLEAR + HEIGHT / 2]) {
      const top = middle - HEIGHT / 2;
      if (top < 0 || top + HEIGHT > plotHeight - 2) continue;
      const room = clearance(others, left, left + width, top, top + HEIGHT);
      if (room < CLEAR) continue;
      // Nearer another line than its own, a label would be taken for the other's.
      const ownDistance = CLEAR + (lowest - highest) / 2;
      const cost =
        (plotWidth - left) * 0.05 + (lowest - highest) + Math.max(0, ownDistance * 2 - room);
      if (cost < bestCost) {
        bestCost = cost;
        best = { x: left, y: middle };
      }
    }
  }
  return best;
}

function between(points: Points, from: number, to: number): Points {
  return points.filter(([x]) => x >= from && x <= to);
}

function clearance(lines: readonly Points[], from: number, to: number, top: number, end: number) {
  let least = Infinity;
  for (const points of lines) {
    for (const [, y] of between(points, from - CLEAR, to + CLEAR)) {
      least = Math.min(least, y < top ? top - y : y > end ? y - end : 0);
    }
  }
  return least;
}
