/** The messages between a page of results of one's own model and the worker that puts them together. */
import type { ChartOrigin } from '$lib/charts/chart-origin.ts';
import type { Fairness } from '$lib/comparison/fairness.ts';
import type { MatByLocality } from '$lib/comparison/mat-by-locality.ts';
import type { PrincipleCompared } from '$lib/comparison/principles-compared.ts';
import type { ModelShown } from '$lib/comparison/scenarios-shown.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import type { Names } from '$lib/words/names.ts';

/** What each page shows. */
export interface ResultsShown {
  mat: MatByLocality;
  fairness: Fairness;
  principles: PrincipleCompared[];
}

export type ResultsPageName = keyof ResultsShown;

/** What results are of. */
export interface ResultsAsked {
  /** How it is now first; then the scenarios that stand on the page. */
  model: ModelShown;
  /** What a run says of them; null while nothing was run. */
  summary: Summary | null;
}

export type ToResults = { job: number } & ResultsAsked &
  (
    | { kind: 'page'; at: ResultsPageName }
    /** A table as a file: "mat.csv". */
    | { kind: 'file'; file: string; names: Names; origin: ChartOrigin }
  );

export type FromResults = { job: number } & (
  | { kind: 'page'; shown: ResultsShown[ResultsPageName] }
  | { kind: 'file'; text: string }
  | { kind: 'failed'; message: string }
);
