import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import { WIDE } from './chart-sizes.ts';
import ContractTimeline from './ContractTimeline.svelte';
import { drawingIn } from './drawing-in.ts';
import EndingCurves from './EndingCurves.svelte';
import Frontier from './Frontier.svelte';
import IconArray from './IconArray.svelte';
import IconPanels from './IconPanels.svelte';
import IntervalDots from './IntervalDots.svelte';
import PassedOn from './PassedOn.svelte';
import PlaceMap from './PlaceMap.svelte';
import type { Place } from './places-of.ts';
import QuantileDots from './QuantileDots.svelte';
import ServiceFlow from './ServiceFlow.svelte';
import SmallMultiples from './SmallMultiples.svelte';
import Switching from './Switching.svelte';
import { layoutThreads } from './threads-layout.ts';
import Threads from './Threads.svelte';
import Tornado from './Tornado.svelte';

const start = '2027-04-01';
const message = 'Fewer relationships are cut short.';
const values = [3, 4, null, 5];
const lines = [0, 1].map((series) => ({
  id: `${series}`,
  label: `Line ${series}`,
  series,
  values,
}));
const relationship = {
  service: 's',
  role: 'r',
  worker: 'w',
  from: 5,
  to: 90,
  reason: 'worker-left',
};
const thread = { person: 1, group: 'g', locality: 'l', arrives: 0, relationships: [relationship] };
const curves = {
  by: null,
  days: [0, 366, 732],
  reasons: ['funding-ended'],
  shares: [[0, 0.2, 0.3]],
};

const table = {
  caption: 'In numbers',
  head: ['Figure', 'Now'],
  rows: [{ head: 'Posts', cells: ['3'] }],
  numeric: false,
};

const CHARTS: [string, () => string][] = [
  [
    'Frontier',
    () =>
      html(Frontier, {
        message,
        caption: 'Money and relationships',
        dots: ['now', 'then'].map((id, i) => ({
          ...{ id, label: `Scenario ${id}`, isBaseline: i === 0, isClear: true },
          x: { value: 1_200_000 + i * 1e5, low: 1_150_000, high: 1_350_000 },
          y: { value: 300 + i * 20, low: 290, high: 330 },
        })),
        up: 'relationships not cut short',
        better: 'Up is better.',
        table,
      }),
  ],
  [
    'Tornado',
    () =>
      html(Tornado, {
        message,
        caption: 'What moves it',
        input: {
          rows: [
            {
              id: 'a',
              label: 'Posts',
              low: { words: '2', difference: -3 },
              high: { words: '4', difference: null },
            },
          ],
          answer: -1,
          unit: 'per 100',
          direction: { less: 'fewer', more: 'more' },
        },
        table,
      }),
  ],
  [
    'Switching',
    () =>
      html(Switching, {
        message,
        caption: 'Where it turns',
        rows: [
          {
            ...{ id: 'a', label: 'Posts', low: 2, best: 3, high: 4, at: 3.5 },
            words: { low: '2', best: '3', high: '4', at: '3.5' },
            side: 'above',
          },
        ],
        table,
      }),
  ],
  [
    'SmallMultiples',
    () =>
      html(SmallMultiples, {
        message,
        caption: 'People waiting',
        input: {
          panels: [{ id: 'a', title: 'All', lines, baseline: values }],
          start,
          unit: 'people',
          baselineLabel: 'as it is',
        },
      }),
  ],
  [
    'EndingCurves',
    () =>
      html(EndingCurves, { message, input: { panels: [{ id: 'a', title: 'As it is', curves }] } }),
  ],
  [
    'Threads',
    () =>
      html(Threads, {
        message,
        names: {},
        input: { panels: [{ id: 'a', title: 'As it is', threads: [thread] }], start },
      }),
  ],
  [
    'ContractTimeline',
    () =>
      html(ContractTimeline, {
        message,
        input: {
          rows: [
            {
              id: 'a',
              name: 'Award',
              recurrent: false,
              awards: [{ from: 0, to: 100, decided: 50 }],
            },
            { id: 'b', name: 'Core', recurrent: true, awards: [] },
          ],
          start,
          horizonDays: 3653,
        },
      }),
  ],
  [
    'PlaceMap',
    () =>
      html(PlaceMap, {
        message,
        input: {
          places: [
            {
              id: 'a',
              name: 'Ayr',
              people: 100,
              mostDeprived: 0.4,
              at: [55, -4],
              openings: [{ service: 'Hub', point: '', kind: 'point', when: 'Mon', weekdays: [0] }],
            },
          ],
        },
      }),
  ],
  [
    'ServiceFlow',
    () =>
      html(ServiceFlow, {
        message,
        input: {
          nodes: [
            { id: 'g', label: 'People', kind: 'group', finish: null },
            { id: 's', label: 'Hub', kind: 'service', finish: 0.5 },
          ],
          links: [{ from: 'g', to: 's', share: 0.5, handover: null, beside: false }],
        },
      }),
  ],
  [
    'IntervalDots',
    () =>
      html(IntervalDots, {
        message,
        caption: 'Mean wait',
        input: {
          rows: [{ id: 'a', label: 'As it is', mean: 3, low: 2, high: 4, series: 0 }],
          unit: 'days',
        },
      }),
  ],
];

const scenario = { id: 'a', series: 0, baseline: false };
const otherScenario = { ...scenario, id: 'b' };
CHARTS.push(
  [
    'IconPanels',
    () =>
      html(IconPanels, {
        message,
        caption: 'Cut short',
        input: {
          who: 'relationships begun',
          does: 'are cut short',
          doesNot: 'are not',
          panels: [
            { ...scenario, title: 'As it is', value: 37, low: 34, high: 40, baseline: true },
            { ...otherScenario, title: 'Other', value: null, low: null, high: null },
          ],
        },
      }),
  ],
  [
    'QuantileDots',
    () =>
      html(QuantileDots, {
        message,
        caption: 'Mean wait',
        unit: 'days',
        input: {
          rows: [
            { ...scenario, label: 'One', says: '18 of 20', futures: [1, 2, 2, 5] },
            { ...otherScenario, label: 'Two', says: '', futures: [] },
          ],
          unit: 'days',
          split: { at: 3, label: 'as it is now', better: 'lower' },
        },
      }),
  ],
  [
    'PassedOn',
    () =>
      html(PassedOn, {
        message,
        input: {
          ways: [
            {
              id: 'x',
              from: 'Hub',
              to: 'Advocacy',
              rows: [
                { ...scenario, label: 'As it is', sent: 40, arrived: 80 },
                { ...otherScenario, label: 'Other', sent: null, arrived: null },
              ],
            },
          ],
        },
      }),
  ],
);

describe.each(CHARTS)('%s', (_, draw) => {
  const body = draw();

  it('says its finding and draws twice, narrow and wide', () => {
    expect(body).toContain(message);
    expect(body.match(/<svg/g)).toHaveLength(2);
    expect(body).toContain('chart-drawing--narrow');
    expect(body).toContain('chart-drawing--wide');
  });

  it('is named and described for those who hear it', () => {
    const labels = [...body.matchAll(/aria-labelledby="([^"]+)"/g)].flatMap(([, ids]) =>
      ids.split(' '),
    );
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(labels.length).toBeGreaterThanOrEqual(4);
    for (const label of labels) expect(ids).toContain(label);
    expect(new Set(ids).size).toBe(ids.length);
    expect(body.match(/role="img"/g)).toHaveLength(2);
  });

  it('has its numbers as a table with a caption and scopes', () => {
    expect(body).toMatch(/<caption[^>]*>[^<]+<\/caption>/);
    expect(body).toContain('scope="col"');
    expect(body).toContain('scope="row"');
  });

  it('needs no style attribute, no script and no number that is not one', () => {
    expect(body).not.toMatch(/\sstyle=/);
    expect(body).not.toContain('<script');
    expect(body).not.toMatch(/NaN|Infinity|undefined|\bnull\b/);
  });
});

describe('a drawing of several parts', () => {
  const panels = ['As it is', 'Three-year awards'].map((title) => ({
    ...{ id: title, title, threads: [thread] },
  }));
  const parts = {
    Threads: html(Threads, { message, names: {}, input: { panels, start } }),
    SmallMultiples: html(SmallMultiples, {
      ...{ message, caption: 'People waiting' },
      input: {
        panels: ['a', 'b', 'c', 'd'].map((id) => ({ id, title: id, lines, baseline: values })),
        ...{ start, unit: 'people', baselineLabel: 'as it is' },
      },
    }),
  };

  it.each(Object.entries(parts))('%s: a sheet may end between them, and one speaks', (_, body) => {
    const wide = [...body.matchAll(/<svg[^>]*chart-drawing--wide[^>]*>/g)].map(([tag]) => tag);
    expect(wide.length).toBeGreaterThan(1);
    expect(wide[0]).toMatch(/role="img" aria-labelledby=/);
    for (const tag of wide.slice(1)) expect(tag).toMatch(/aria-hidden="true"/);
    expect(body.match(/role="img"/g)).toHaveLength(2);
  });

  it('holds each panel with its title', () => {
    const drawn = [...parts.Threads.matchAll(/<svg.*?<\/svg>/gs)];
    expect(
      drawn.map(([part]) => panels.filter(({ title }) => part.includes(`>${title}<`))),
    ).toEqual([...[[panels[0]], [panels[1]], [panels[0]], [panels[1]]]]);
  });

  it('is one picture by itself', () => {
    const drawing = drawingIn(parts.Threads);
    const { width, height } = layoutThreads({ panels, start }, WIDE);
    expect(drawing).toMatchObject({ width, height });
    for (const { title } of panels) expect(drawing?.inside.split(`>${title}<`)).toHaveLength(2);
    expect(drawing?.description).toContain('Threads for As it is; Three-year awards.');
  });
});

describe('a map of places without coordinates', () => {
  const place = (name: string, at: [number, number] | null): Place => ({
    ...{ id: name, name, people: 100, mostDeprived: null, at, openings: [] },
  });
  const mapOf = (...places: Place[]) => html(PlaceMap, { message, input: { places } });

  it('is its numbers alone where there is no circle to speak of', () => {
    const body = mapOf(place('Town', null));
    expect(body).toContain('The model gives coordinates of no place, so there is no map.');
    expect(body).not.toMatch(/<svg|[Cc]ircle|How to read this picture/);
    expect(body).toMatch(/<details[^>]* open/);
    expect(body).toMatch(/<th scope="row"[^>]*>Town</);
    expect(drawingIn(body)).toBeNull();
  });

  it('says which places have no circle, and of circles only where they are', () => {
    const body = mapOf(place('Ayr', [55, -4]), place('Town', null));
    expect(body.match(/<circle/g)).toHaveLength(2);
    expect(body).toContain('>Circles for Ayr, 0 open. What is open');
    expect(body).toContain(
      'Without a circle, because the model does not give their coordinates: Town.',
    );
    expect(mapOf(place('Ayr', [55, -4]))).not.toContain('Without a circle');
    expect(body).toMatch(/<details class="[^"]*chart-details[^"]*">/);
  });
});

describe('IconArray', () => {
  it('says both frames and draws a hundred marks', () => {
    const body = html(IconArray, {
      value: 37,
      who: 'relationships begun',
      range: 'between 34 and 40',
    });
    expect(body).toContain('37 of 100 relationships begun do, 63 do not.');
    expect(body.match(/<circle/g)).toHaveLength(100);
    expect(body).toContain('It may be between 34 and 40.');
    expect(body).not.toMatch(/\sstyle=/);
  });

  it('cannot tell without a value', () => {
    const body = html(IconArray, { value: null, who: 'people' });
    expect(body).toContain('Cannot tell.');
    expect(body).not.toContain('<svg');
  });
});

function html<P>(component: (internals: never, props: P) => unknown, props: NoInfer<P>): string {
  return render(component as Component, { props: props as Record<string, unknown> }).body;
}
