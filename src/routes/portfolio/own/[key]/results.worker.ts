/** Puts pages of results together off the page's own thread: it reads the model's formulas for that. */
import { csvFile, type TidyTable } from '$lib/charts/csv-file.ts';
import { fairness } from '$lib/comparison/fairness.ts';
import { matByLocality } from '$lib/comparison/mat-by-locality.ts';
import { principlesCompared } from '$lib/comparison/principles-compared.ts';
import { scenariosShown, type ScenarioShown } from '$lib/comparison/scenarios-shown.ts';
import {
  deprivationTable,
  fairnessTable,
  principlesTable,
  promisesTable,
} from '$lib/documents/results-tables.ts';
import type { Names } from '$lib/words/names.ts';
import type { FromResults, ResultsPageName, ToResults } from './results-messages.ts';

const pages = { mat: matByLocality, fairness, principles: principlesCompared } satisfies Record<
  ResultsPageName,
  unknown
>;

const files: Record<string, (shown: ScenarioShown[], names: Names) => TidyTable> = {
  'mat.csv': (shown, names) => promisesTable(matByLocality(shown), names, {}),
  'deprivation.csv': (shown, names) => deprivationTable(fairness(shown), names),
  'fairness.csv': (shown, names) => fairnessTable(fairness(shown), names),
  'principles.csv': (shown) => principlesTable(principlesCompared(shown), shown),
};

self.addEventListener('message', ({ data }: MessageEvent<ToResults>) => {
  let answer: FromResults;
  try {
    answer = answerTo(data);
  } catch (error) {
    // Told to the page, not hidden.
    const message = error instanceof Error ? error.message : String(error);
    answer = { job: data.job, kind: 'failed', message };
  }
  self.postMessage(answer);
});

function answerTo(asked: ToResults): FromResults {
  const { job, model, summary } = asked;
  const ids = model.scenarios.map(({ id }) => id);
  const shown = scenariosShown(model, ids, summary);
  if (asked.kind === 'page') return { job, kind: 'page', shown: pages[asked.at](shown) };
  const { file, names, origin } = asked;
  return { job, kind: 'file', text: csvFile(files[file](shown, names), origin) };
}
