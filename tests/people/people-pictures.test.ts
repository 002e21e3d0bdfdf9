import { render } from 'svelte/server';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '$lib/charts/places-of.ts';
import { summarise } from '$lib/comparison/summarise.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import { localPool } from '$lib/experiment/local-pool.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import type { ChartSpec } from '$lib/ui/people/chart-spec.ts';
import { originOf } from '$lib/ui/people/chart-spec.ts';
import PeoplePictures from '$lib/ui/people/PeoplePictures.svelte';
import { peoplePictures } from '$lib/ui/people/people-pictures.ts';
import { portfolioCharts } from '$lib/ui/people/portfolio-charts.ts';
import { namesOf } from '$lib/words/names.ts';
import { readShipped } from '../models/shipped-model.ts';

const { model } = readShipped('south-ayrshire');
const ids = ['as-it-is', 'five-year', 'hub-spokes-vehicle'];

/** A scenario as some chart draws it. */
interface Coloured {
  id: string;
  scenario?: string;
  series: number;
  baseline?: boolean;
}

let summary: Summary;
let charts: ChartSpec[];

beforeAll(async () => {
  const pool = localPool();
  const scenarios = ids.flatMap((id) => model.scenarios.find((one) => one.id === id) ?? []);
  const result = await pool.run({
    model: { id: model.id, raw: model.raw },
    baseline: [],
    arms: scenarios.map(({ id, changes }) => ({ id, changes })),
    seed: 1,
    replications: 2,
    follow: 60,
    threads: 1,
    warmUpDays: 180,
  });
  pool.close();
  const { title, notice, start, horizonDays } = model.portfolio;
  summary = summarise({
    engine: 'test',
    portfolio: { id: model.id, title, hash: 'abc', notice, start, horizonDays },
    result,
    scenarios,
    baseline: 'as-it-is',
  });
  const portfolios = scenarios.map(
    ({ changes }) => resolve(model.raw, { id: model.id, changes }).value ?? model.portfolio,
  );
  const source = { summary, isFull: true, portfolios, names: namesOf(model.portfolio) };
  charts = peoplePictures(source).flatMap((section) => section.charts);
}, 240_000);

function measure(id: string, by: unknown): number {
  const key = JSON.stringify(by);
  const found = summary.scenarios[0].measures.find(
    (one) => one.id === id && JSON.stringify(one.by) === key,
  );
  return found?.mean ?? NaN;
}

describe('ways between services in a run', () => {
  it('add up to all who are passed on, and to all who arrive', () => {
    const ways = summary.scenarios[0].measures.filter(
      ({ id, by }) => id === 'passed-on' && by?.kind === 'service',
    );
    expect(ways.length).toBeGreaterThan(5);
    const sent = ways.reduce((sum, { mean }) => sum + (mean ?? 0), 0);
    expect(sent).toBeCloseTo(measure('passed-on', null), 6);
    const arrived = ways.reduce(
      (sum, { mean, by }) => sum + (mean ? (mean * measure('passed-on-arrived', by)) / 100 : 0),
      0,
    );
    expect((100 * arrived) / sent).toBeCloseTo(measure('passed-on-arrived', null), 6);
  });
});

describe('the pictures', () => {
  it('have a name of their own each, and a short finding', () => {
    expect(new Set(charts.map(({ name }) => name)).size).toBe(charts.length);
    for (const { name, props } of charts) {
      expect(name).toMatch(/^[a-z0-9-]{1,120}$/);
      expect(props.message, name).toMatch(/\.$/);
      const words = props.message.split(' ').length;
      expect(words, props.message).toBeLessThanOrEqual(18);
      expect(props.message).not.toMatch(/undefined|NaN|null/);
    }
  });

  it('give a scenario the same colour everywhere, and how it is now none', () => {
    const rows = charts.flatMap((chart): Coloured[] => {
      if (chart.kind === 'icons') return chart.props.input.panels;
      if (chart.kind === 'intervals' || chart.kind === 'futures') return chart.props.input.rows;
      return [];
    });
    expect(rows.length).toBeGreaterThan(20);
    for (const { id: own, scenario: id = own, series, baseline = false } of rows) {
      expect(baseline).toBe(id === 'as-it-is');
      if (!baseline) expect(series, id).toBe(ids.indexOf(id) - 1);
    }
  });

  it('draw a map for each scenario that opens other doors, and contracts where ends differ', () => {
    const names = charts.map(({ name }) => name);
    expect(names.filter((name) => /^map/.test(name))).toEqual(['map', 'map-hub-spokes-vehicle']);
    expect(names.filter((name) => /^contracts/.test(name))).toEqual([
      'contracts',
      'contracts-five-year',
    ]);
  });

  it('of less than the page say of which scenario, and whether a run went into them', () => {
    const page = { model: 'm', title: 'M', version: '1', runs: 2, scenarios: ['all'], notice: '' };
    const of = (name: string) => {
      const chart = charts.find((one) => one.name === name)!;
      const { scenario, scenarios, runs } = originOf(chart, page);
      return [scenario, scenarios, runs];
    };
    const [now, fiveYear, hub] = ['as-it-is', 'five-year', 'hub-spokes-vehicle'].map(
      (id) => summary.scenarios.find((one) => one.id === id)!.title,
    );
    expect(of('contracts')).toEqual(['as-it-is', [now], null]);
    expect(of('contracts-five-year')).toEqual(['five-year', [fiveYear], null]);
    expect(of('ways-between-services')).toEqual(['as-it-is', [now], null]);
    expect(of('map')).toEqual(['as-it-is', [now], 2]);
    expect(of('map-hub-spokes-vehicle')).toEqual(['hub-spokes-vehicle', [now, hub], 2]);
    expect(of('threads')).toEqual([undefined, ['all'], 2]);
  });

  it('ask for a day of the week only where there is a map to show it on', () => {
    const asks = (lose: boolean) => {
      const maps = charts.flatMap((chart) => {
        if (chart.kind !== 'map') return [];
        const { input, ...props } = chart.props;
        const places = input.places.map((place: Place) => (lose ? { ...place, at: null } : place));
        return [{ ...chart, props: { ...props, input: { ...input, places } } }];
      });
      const sections = [{ id: 'places', title: 'Places', intro: [], charts: maps }];
      const origin = { model: 'm', title: 'M', version: '1', runs: 2, scenarios: [], notice: '' };
      return render(PeoplePictures, { props: { sections, origin } }).body.includes(
        'Day of the week',
      );
    };
    expect([asks(false), asks(true)]).toEqual([true, false]);
  });

  it('tell no single futures from two runs', () => {
    expect(charts.some(({ kind }) => kind === 'futures')).toBe(false);
  });

  it('of a portfolio need no run', () => {
    const { places, ways, contracts } = portfolioCharts(model.portfolio);
    expect([...places, ways, contracts].map(({ name }) => name)).toEqual([
      'portfolio-map',
      'portfolio-ways',
      'portfolio-contracts',
    ]);
  });
});
