import { error } from '@sveltejs/kit';
import { fileName } from '$lib/charts/chart-origin.ts';
import { csvFile } from '$lib/charts/csv-file.ts';
import { svgFile } from '$lib/charts/svg-file.ts';
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
  const { ids } = readChoice(url.searchParams.getAll('scenarios'), shown.model.scenarios);
  const people = await peopleOf(shown, ids);
  if (!people)
    error(503, { message: 'These scenarios are still being worked out. Try again soon.' });
  const chart = people.sections.flatMap(({ charts }) => charts).find((one) => one.name === name);
  if (!chart) error(404, { message: 'There is no chart of that name here.' });
  const { origin } = people;
  const isCsv = ending === 'csv';
  return new Response(
    isCsv ? csvFile(tidyOf(chart), origin) : svgFile(drawingOf(chart), origin).text,
    {
      headers: {
        'content-type': isCsv ? 'text/csv; charset=utf-8' : 'image/svg+xml; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName(origin, name, ending)}"`,
        'cache-control': people.isFull ? 'private, max-age=600' : 'no-store',
      },
    },
  );
};
