import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { NARROW, WIDE } from './chart-sizes.ts';
import { layoutPlaceMap } from './place-map-layout.ts';
import { placesOf, type Place } from './places-of.ts';

function place(id: string, at: [number, number] | null, people = 10000): Place {
  return {
    id,
    name: `The place that is called ${id}`,
    people,
    mostDeprived: 0.25,
    at,
    openings: [
      {
        service: 'One stop shop',
        point: '',
        kind: 'point',
        when: 'Mon to Fri',
        weekdays: [0, 1, 2, 3, 4],
      },
      { service: 'Outreach vehicle', point: '', kind: 'stop', when: 'Tue', weekdays: [1] },
    ],
  };
}

const AYRSHIRE = [
  place('troon', [55.545, -4.66]),
  place('ayr', [55.46, -4.63], 40000),
  place('prestwick', [55.461, -4.629], 20000),
  place('girvan', [55.24, -4.855], 9000),
];

describe('the map', () => {
  it('puts north up and west left, true to scale where there is room', () => {
    const layout = layoutPlaceMap({ places: [AYRSHIRE[0], AYRSHIRE[1], AYRSHIRE[3]] }, WIDE);
    const [troon, ayr, girvan] = layout.places.map(({ circle }) => circle);
    expect(troon && ayr && girvan).not.toBeNull();
    expect((troon?.cy ?? 0) < (ayr?.cy ?? 0) && (ayr?.cy ?? 0) < (girvan?.cy ?? 0)).toBe(true);
    expect(girvan?.cx ?? 0).toBeLessThan(troon?.cx ?? 0);
    // Troon to Girvan is 36 km as the crow flies.
    const km =
      Math.hypot((girvan?.cx ?? 0) - (troon?.cx ?? 0), (girvan?.cy ?? 0) - (troon?.cy ?? 0)) /
      ((layout.scale?.tenKilometres ?? 1) / 10);
    expect(km).toBeCloseTo(36.1, 0);
  });

  it.each([NARROW, WIDE])('lets no circles, and no labels, overlap at %d', (width) => {
    const { places, height } = layoutPlaceMap({ places: AYRSHIRE }, width);
    const circles = places.flatMap(({ circle }) => circle ?? []);
    for (const a of circles) {
      for (const b of circles) {
        if (a === b) continue;
        expect(Math.hypot(a.cx - b.cx, a.cy - b.cy)).toBeGreaterThan(a.r + b.r);
      }
    }
    const lines = places.flatMap((drawn) => drawn.lines.map(({ y }) => y)).sort((a, b) => a - b);
    lines.slice(1).forEach((y, index) => expect(y - lines[index]).toBeGreaterThanOrEqual(16.9));
    expect(lines.at(-1)).toBeLessThanOrEqual(height);
    expect(lines[0]).toBeGreaterThanOrEqual(13);
  });

  it('makes areas, not widths, go with the number of people', () => {
    const { places } = layoutPlaceMap({ places: AYRSHIRE }, WIDE);
    const ratio = (places[1].circle?.r ?? 0) / (places[0].circle?.r ?? 1);
    expect(ratio).toBeCloseTo(2, 1);
  });

  it('names places without coordinates, or alone, and draws an empty map', () => {
    const lost = layoutPlaceMap({ places: [place('lost', null), AYRSHIRE[0]] }, NARROW);
    expect(lost.places[0]).toMatchObject({ circle: null, leader: null, deprived: null });
    expect(lost.places[0].lines.length).toBeGreaterThan(0);
    expect(lost.scale).toBeNull();
    expect(lost.places[1].circle?.cx).toBeGreaterThan(0);
    expect(layoutPlaceMap({ places: [] }, WIDE).places).toEqual([]);
  });

  it('parts two places at one point', () => {
    const twins = [place('a', [55, -4]), place('b', [55, -4])];
    const [a, b] = layoutPlaceMap({ places: twins }, WIDE).places.map(({ circle }) => circle);
    expect(Math.abs((a?.cy ?? 0) - (b?.cy ?? 0))).toBeGreaterThan(20);
  });
});

it('collects what is open in each locality, and on which days', () => {
  const portfolio = {
    localities: [{ id: 'ayr', name: 'Ayr', people: { value: 5 }, at: [55, -4] }],
    services: [
      {
        name: 'Hub',
        kind: 'hub',
        points: [
          { name: 'North', locality: 0, sessions: [{ weekday: 1 }, { weekday: 3 }] },
          { name: 'South', locality: 0, sessions: [{ weekday: 3 }] },
          { name: 'Far', locality: 1, sessions: [{ weekday: 4 }] },
        ],
      },
      { name: 'Van', kind: 'vehicle', points: [{ name: 'Stop', locality: 0, sessions: [] }] },
    ],
  } as unknown as Portfolio;
  expect(placesOf(portfolio)[0]).toMatchObject({
    mostDeprived: null,
    openings: [
      { service: 'Hub', point: '', kind: 'point', when: 'Tue and Thu' },
      { service: 'Van', point: 'Stop', kind: 'stop', when: '' },
    ],
  });
});
