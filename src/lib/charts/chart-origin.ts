import { wholeNumber } from '../words/numbers.ts';

/** What a chart is of: it goes with every file that is taken away. */
export interface ChartOrigin {
  /** Id of the model, for the names of files. */
  model: string;
  title: string;
  /** First letters of the hash of the model. */
  version: string;
  /** Of which replications the numbers are; null where nothing was run. */
  runs: number | null;
  /** Titles of the scenarios that stand on the page. */
  scenarios: string[];
  /** Id of the one scenario that all of a chart is of, where its rows do not say it themselves. */
  scenario?: string;
  /** The model's own sentence on what it is and is not. */
  notice: string;
  /** Address of a chart's file on the server; absent where only the browser can make it. */
  addressOf?: (file: string) => string;
}

/** Key of the context in which a page says what its charts are of. */
export const CHART_ORIGIN = Symbol('chart-origin');

/** "Source: Bide, model “One queue”, version 3fa94c2b01de, 200 runs. Scenarios: As it is; Half a worker more." */
export function sourceLine({ title, version, runs, scenarios }: ChartOrigin): string {
  const ran =
    runs === null
      ? ''
      : `, ${wholeNumber(runs)} ${runs === 1 ? 'run' : 'runs'} with different luck`;
  const of = scenarios.length === 0 ? '' : ` Scenarios: ${scenarios.join('; ')}.`;
  return `Source: Bide, model “${title}”, version ${version}${ran}.${of}`;
}

/** "south-ayrshire-threads-3fa94c2b01de.csv": what the file is, before it is opened. */
export function fileName({ model, version }: ChartOrigin, name: string, ending: string): string {
  return `${model}-${name}-${version}.${ending}`;
}

/** "people-waiting-by-month" of "People waiting, by month". */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
