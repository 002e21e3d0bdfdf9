import { error } from '@sveltejs/kit';
import { fileName, type ChartOrigin } from '$lib/charts/chart-origin.ts';
import { csvFile } from '$lib/charts/csv-file.ts';
import { svgFile } from '$lib/charts/svg-file.ts';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import { originOf, type ChartSpec } from '$lib/ui/people/chart-spec.ts';
import { portfolioCharts } from '$lib/ui/people/portfolio-charts.ts';
import { readChoice } from '../../choose.ts';
import { modelOf } from '../../model-of.server.ts';
import { peopleOf } from '../../people/people-of.server.ts';
import { drawingOf, tidyOf } from './chart-file.server.ts';
import type { RequestHandler } from './$types';

/**
 * One chart as a file: "threads.csv", "threads.svg". Charts and their numbers are those of the page
 * about people for the same scenarios; links to here work without scripts, and keep that page light.
 */
export const GET: RequestHandler = async ({ params, url }) => {
  const asked = /^([a-z0-9-]{1,120})\.(csv|svg)$/.exec(params.file);
  if (!asked) error(404, { message: 'There is no such file.' });
  const [, name, ending] = asked;
  const shown = await modelOf(params.id);
  const { chart, page, isFull } = name.startsWith('portfolio-')
    ? chartOfPortfolio(shown, name)
    : await chartOfPeople(shown, url, name);
  if (!chart) error(404, { message: 'There is no chart of that name here.' });
  const origin = originOf(chart, page);
  const isCsv = ending === 'csv';
  return new Response(isCsv ? csvFile(tidyOf(chart), origin) : pictureOf(chart, origin), {
    headers: {
      'content-type': isCsv ? 'text/csv; charset=utf-8' : 'image/svg+xml; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(origin, name, ending)}"`,
      'cache-control': isFull ? 'private, max-age=600' : 'no-store',
    },
  });
};

function pictureOf(chart: ChartSpec, origin: ChartOrigin): string {
  const drawing = drawingOf(chart);
  if (!drawing) error(404, { message: 'This chart has no picture here: its numbers stand alone.' });
  return svgFile(drawing, origin).text;
}

interface Found {
  chart: ChartSpec | undefined;
  page: ChartOrigin;
  isFull: boolean;
}

type Shown = Awaited<ReturnType<typeof modelOf>>;

/** A chart of the model as it is written: nothing has to be run for it. */
function chartOfPortfolio({ model, hash }: Shown, name: string): Found {
  const { places, ways, contracts } = portfolioCharts(model.portfolio);
  const { title, notice } = model.portfolio;
  return {
    chart: [...places, ways, contracts].find((one) => one.name === name),
    page: {
      ...{ model: model.id, title, notice, version: hash.slice(0, 12) },
      ...{ runs: null, scenarios: [], scenario: AS_IT_IS },
    },
    isFull: true,
  };
}

async function chartOfPeople(shown: Shown, url: URL, name: string): Promise<Found> {
  const { scenarios, refused } = shown.model;
  const { ids } = readChoice(url.searchParams.getAll('scenarios'), scenarios, { refused });
  const people = await peopleOf(shown, ids);
  if (!people) {
    error(503, { message: 'These scenarios are still being worked out. Try again soon.' });
  }
  const { sections, origin, isFull } = people;
  const charts = sections.flatMap(({ charts }) => charts);
  return { chart: charts.find((one) => one.name === name), page: origin, isFull };
}
