import type { Place } from './places-of.ts';

/** Where the places stand on paper, from the north-western corner of their frame. */
export interface Projection {
  of: Map<string, [number, number]>;
  width: number;
  height: number;
  /** Units for a kilometre; null when distances are not to scale. */
  unitsAKm: number | null;
}

export interface Circle {
  cx: number;
  cy: number;
  r: number;
}

const KM_A_DEGREE = 111.2;

/**
 * Project places that have coordinates (equirectangular, true in the middle)
 * as large as fits the box. A tall narrow box may stretch them from north to
 * south, up to `stretch` times; then nothing is to scale.
 */
export function projectPlaces(
  places: readonly Place[],
  boxWidth: number,
  boxHeight: number,
  stretch = 1,
): Projection {
  const known = places.flatMap(({ id, at }) => (at ? [{ id, lat: at[0], lon: at[1] }] : []));
  if (known.length === 0) return { of: new Map(), width: 0, height: 0, unitsAKm: null };
  const lats = known.map(({ lat }) => lat);
  const lons = known.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const eastward = KM_A_DEGREE * Math.cos((((north + south) / 2) * Math.PI) / 180);
  const tallKm = (north - south) * KM_A_DEGREE;
  const wideKm = (east - west) * eastward;
  const tallest = tallKm > 0 ? boxHeight / tallKm : Infinity;
  const widest = wideKm > 0 ? boxWidth / wideKm : Infinity;
  const across = Math.min(tallest, widest);
  if (!Number.isFinite(across)) {
    return {
      of: new Map(known.map(({ id }) => [id, [0, 0]])),
      width: 0,
      height: 0,
      unitsAKm: null,
    };
  }
  const down = Math.min(tallest, across * stretch);
  return {
    of: new Map(
      known.map(({ id, lat, lon }) => [
        id,
        [(lon - west) * eastward * across, (north - lat) * KM_A_DEGREE * down],
      ]),
    ),
    width: wideKm * across,
    height: tallKm * down,
    unitsAKm: down === across || tallKm === 0 ? across : null,
  };
}

/**
 * Push circles that are nearer than `air` apart along the line between them, a
 * little at a time, and keep them inside the frame: the map is a scheme, and a
 * circle hidden behind another says nothing.
 */
export function moveApart(
  circles: readonly Circle[],
  air: number,
  width: number,
  height: number,
): Circle[] {
  const moved = circles.map((circle) => ({ ...circle }));
  for (let round = 0; round < 80; round += 1) {
    for (let a = 0; a < moved.length; a += 1) {
      for (let b = a + 1; b < moved.length; b += 1) pushApart(moved[a], moved[b], air);
    }
    for (const circle of moved) {
      const edge = circle.r + air / 2;
      circle.cx = Math.max(edge, Math.min(width - edge, circle.cx));
      circle.cy = Math.max(edge, Math.min(height - edge, circle.cy));
    }
  }
  return moved;
}

function pushApart(one: Circle, other: Circle, air: number): void {
  const apart = one.r + other.r + air;
  const [dx, dy] = [other.cx - one.cx, other.cy - one.cy];
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= apart) return;
  // Two places at one point part from north to south.
  const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [0, 1];
  const push = (apart - distance) / 4;
  one.cx -= ux * push;
  one.cy -= uy * push;
  other.cx += ux * push;
  other.cy += uy * push;
}
