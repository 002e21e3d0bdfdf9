import { scaleSqrt } from 'd3-scale';
import { arc } from 'd3-shape';
import { outOf } from '../words/frequencies.ts';
import { countOf } from '../words/numbers.ts';
import { isNarrow, SMALL, TEXT } from './chart-sizes.ts';
import type { MapWay } from './map-ways.ts';
import { moveApart, projectPlaces, type Circle } from './place-projection.ts';
import type { Opening, Place } from './places-of.ts';
import { spreadLabels } from './spread-labels.ts';
import { wrapText } from './text-width.ts';

export interface MapInput {
  places: Place[];
  /** Only what is open on this day is drawn, 0 is Monday; absent: every day. */
  weekday?: number;
  /** Spokes and rounds (map-ways.ts). */
  ways?: MapWay[];
}

/** The places with what is open on the day that is asked for. */
export function onDay({ places, weekday }: MapInput): Place[] {
  if (weekday === undefined) return places;
  return places.map((place) => ({
    ...place,
    openings: place.openings
      // What says no days is open by appointment, on any of them.
      .filter(({ weekdays }) => weekdays.length === 0 || weekdays.includes(weekday)),
  }));
}

/** True where something can be drawn: without coordinates a place can only be named. */
export function isOnMap({ at }: Place): boolean {
  return at !== null;
}

/** One line of a label; a mark stands before what is open there. */
export interface LabelLine {
  text: string;
  y: number;
  strong: boolean;
  /** True for what is open there, set in from the rest. */
  inset: boolean;
  mark: Opening['kind'] | null;
}

export interface DrawnPlace {
  id: string;
  /** Null for a locality without coordinates: it is named, not drawn. */
  circle: Circle | null;
  /** The part of the outline that stands for the most deprived share. */
  deprived: string | null;
  leader: string | null;
  lines: LabelLine[];
  /** What is open there, drawn inside the circle where there is room. */
  marks: Opening['kind'][];
}

export interface MapLayout {
  ways: { path: string; kind: MapWay['kind'] }[];
  width: number;
  height: number;
  labelX: number;
  places: DrawnPlace[];
  /** Says where north is and how far things are. */
  scale: { x: number; y: number; tenKilometres: number | null; words: string } | null;
}

const LINE_HEIGHT = 17;
const SCALE_BAR = 34;
/** Width of the outline for deprivation, and the air between two of them. */
const RING = 5;
const AIR = 2 * RING + 3;

/**
 * Lay out localities where they are, circles by people, labels in a column
 * beside them with thin lines across, spread so that none overlap.
 */
export function layoutPlaceMap(input: MapInput, width: number): MapLayout {
  const places = onDay(input);
  const narrow = isNarrow(width);
  const labelWidth = narrow ? 168 : 320;
  const labelX = width - labelWidth;
  const mapWidth = labelX - (narrow ? 12 : 60);
  const largest = Math.max(1, ...places.map(({ people }) => people));
  const radius = scaleSqrt()
    .domain([0, largest])
    .range([0, narrow ? 16 : 30]);
  const labels = places.map((place) => linesOf(place, labelWidth));
  const heights = labels.map((lines) => lines.length * LINE_HEIGHT + 14);
  const least = heights.reduce((sum, height) => sum + height, 0);
  // The labels need this much height anyway: let the map use it.
  const margin = radius(largest) + RING + 1;
  const boxHeight = Math.max(narrow ? 260 : 420, least) - 2 * margin - SCALE_BAR;
  const map = projectPlaces(places, mapWidth - 2 * margin, boxHeight, narrow ? 2.5 : 1);
  const mapHeight = Math.max(map.height + 2 * margin, least - SCALE_BAR);
  const shiftX = (mapWidth - map.width) / 2;
  const shiftY = (mapHeight - map.height) / 2;
  const known = places.filter(({ id }) => map.of.has(id));
  const moved = moveApart(
    known.map(({ id, people }) => {
      const [x, y] = map.of.get(id) ?? [0, 0];
      return { cx: x + shiftX, cy: y + shiftY, r: Math.max(4, radius(people)) };
    }),
    AIR,
    mapWidth,
    mapHeight,
  );
  const circles = new Map(known.map(({ id }, index) => [id, inTenths(moved[index])]));
  const height = mapHeight + SCALE_BAR;
  const middles = spreadLabels(
    places.map(({ id }, index) => ({ at: circles.get(id)?.cy ?? height, size: heights[index] })),
    0,
    height,
  );
  return {
    width,
    height,
    labelX: labelX + 16,
    ways: waysBetween(input, circles),
    scale: known.length > 1 ? scaleBar(map.unitsAKm, height) : null,
    places: places.map((place, index) => {
      const circle = circles.get(place.id) ?? null;
      const top = middles[index] - heights[index] / 2 + 7;
      return {
        id: place.id,
        circle,
        deprived: circle && place.mostDeprived !== null ? ring(circle.r, place.mostDeprived) : null,
        leader: circle
          ? `M${tenths(circle.cx + circle.r)} ${circle.cy}L${labelX - 6} ${tenths(top + 8)}H${labelX + 10}`
          : null,
        lines: labels[index].map((line, row) => ({
          ...line,
          y: tenths(top + 13 + row * LINE_HEIGHT),
        })),
        marks: circle && circle.r >= 12 ? marksOf(place) : [],
      };
    }),
  };
}

/** Straight lines under the circles; the same line is drawn once. */
function waysBetween(
  { ways = [], weekday }: MapInput,
  circles: ReadonlyMap<string, Circle>,
): MapLayout['ways'] {
  const drawn = new Map<string, MapLayout['ways'][number]>();
  for (const { kind, from, to, weekdays } of ways) {
    const [a, b] = [circles.get(from), circles.get(to)];
    if (!a || !b || (weekday !== undefined && !weekdays.includes(weekday))) continue;
    // Rounds bow, so that they are seen beside the spokes between the same places.
    const bow = kind === 'round' ? 0.16 : 0;
    const [mx, my] = [(a.cx + b.cx) / 2, (a.cy + b.cy) / 2];
    const middle = `${tenths(mx + (b.cy - a.cy) * bow)} ${tenths(my - (b.cx - a.cx) * bow)}`;
    const path = `M${a.cx} ${a.cy}Q${middle} ${b.cx} ${b.cy}`;
    drawn.set(`${kind} ${[from, to].sort().join(' ')}`, { path, kind });
  }
  return [...drawn.values()];
}

function linesOf(place: Place, width: number): Omit<LabelLine, 'y'>[] {
  const plain = (text: string, strong = false) =>
    wrapText(text, width - 18, 2, strong ? TEXT : SMALL).map((line) => ({
      text: line,
      strong,
      inset: false,
      mark: null,
    }));
  const deprived =
    place.mostDeprived === null ? '' : `, ${outOf(place.mostDeprived * 100, '')} most deprived`;
  return [
    ...plain(place.name, true),
    ...plain(`${countOf(place.people, 'person', 'people')}${deprived}`),
    ...(place.reach ?? []).flatMap((text) => plain(text)),
    ...place.openings.flatMap(({ service, kind, when }) =>
      wrapText(`${service}${when ? `: ${when}` : ''}`, width - 30, 4, SMALL).map((text, row) => ({
        text,
        strong: false,
        inset: true,
        mark: row === 0 ? kind : null,
      })),
    ),
  ];
}

function scaleBar(unitsAKm: number | null, height: number): MapLayout['scale'] {
  return {
    x: 2,
    y: height - 6,
    tenKilometres: unitsAKm === null ? null : tenths(unitsAKm * 10),
    words: unitsAKm === null ? 'North is up' : '10 km; north is up',
  };
}

function marksOf({ openings }: Place): Opening['kind'][] {
  const kinds = openings.map(({ kind }) => kind);
  return (['point', 'stop'] as const).filter((kind) => kinds.includes(kind));
}

function ring(radius: number, share: number): string {
  const draw = arc<null>()
    .innerRadius(radius - 1)
    .outerRadius(radius + RING)
    .startAngle(0)
    .endAngle(Math.max(0, Math.min(1, share)) * 2 * Math.PI);
  return draw(null) ?? '';
}

function inTenths({ cx, cy, r }: Circle): Circle {
  return { cx: tenths(cx), cy: tenths(cy), r: tenths(r) };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
