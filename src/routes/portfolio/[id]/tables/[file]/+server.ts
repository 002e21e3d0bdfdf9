import { error } from '@sveltejs/kit';
import { fileName, type ChartOrigin } from '$lib/charts/chart-origin.ts';
import { csvFile, type TidyTable } from '$lib/charts/csv-file.ts';
import { fairness } from '$lib/comparison/fairness.ts';
import { matByLocality } from '$lib/comparison/mat-by-locality.ts';
import { principlesCompared } from '$lib/comparison/principles-compared.ts';
import { assumptionLog } from '$lib/documents/assumption-log.ts';
import {
  assumptionsTable,
  checksTable,
  decisionsTable,
  deprivationTable,
  fairnessTable,
  principlesTable,
  promisesTable,
} from '$lib/documents/results-tables.ts';
import { appStore } from '$lib/server/store/app-store.ts';
import { panelsOf } from '$lib/server/workshops/panels-of.ts';
import { panelsOnPromises } from '$lib/words/panel-words.ts';
import { effectsKept } from '../../assumptions/effects-kept.server.ts';
import { modelOf } from '../../model-of.server.ts';
import { wholeResults, type WholeResults } from '../../whole-results.server.ts';
import type { RequestHandler } from './$types';

/** Tables of a log, which need no run. */
const ofLog = { assumptions: assumptionsTable, decisions: decisionsTable, checks: checksTable };

const ofResults: Record<string, (of: WholeResults) => TidyTable | Promise<TidyTable>> = {
  mat: async ({ model, shown, page }) => {
    const { db } = await appStore();
    const panels = panelsOnPromises(await panelsOf(db, model.id));
    return promisesTable(matByLocality(shown), page.names, panels);
  },
  deprivation: ({ shown, page }) => deprivationTable(fairness(shown), page.names),
  fairness: ({ shown, page }) => fairnessTable(fairness(shown), page.names),
  principles: ({ shown }) => principlesTable(principlesCompared(shown), shown),
};

/** One table of a page as a file: "mat.csv". Links to here work without scripts. */
export const GET: RequestHandler = async ({ params, url }) => {
  const name = /^([a-z]{1,20})\.csv$/.exec(params.file)?.[1] ?? '';
  if (Object.hasOwn(ofLog, name)) {
    const { model, hash } = await modelOf(params.id);
    const { effects } = await effectsKept(model, url.searchParams);
    const table = ofLog[name as keyof typeof ofLog](assumptionLog(model.portfolio, effects?.byId));
    return answer(name, table, {
      ...{ model: model.id, title: model.portfolio.title, version: hash.slice(0, 12) },
      ...{ runs: null, scenarios: [], notice: model.portfolio.notice },
    });
  }
  if (!Object.hasOwn(ofResults, name)) error(404, { message: 'There is no such file.' });
  const whole = await wholeResults(params.id, url.searchParams);
  const { model, hash, shown, summary } = whole;
  if (!summary)
    error(503, { message: 'These scenarios are still being worked out. Try again soon.' });
  return answer(name, await ofResults[name](whole), {
    ...{ model: model.id, title: model.portfolio.title, version: hash.slice(0, 12) },
    runs: summary.replications,
    scenarios: shown.map(({ title }) => title),
    notice: model.portfolio.notice,
  });
};

function answer(name: string, table: TidyTable, origin: ChartOrigin): Response {
  return new Response(csvFile(table, origin), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName(origin, name, 'csv')}"`,
      'cache-control': 'no-store',
    },
  });
}
