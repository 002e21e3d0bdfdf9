import { armsOfComparison } from '../comparison/effect-arms.ts';
import { armsWithRenewal, otherRenewal } from '../comparison/renewal-arms.ts';
import { summarise } from '../comparison/summarise.ts';
import { canonicalJson } from '../experiment/canonical-json.ts';
import type { RunResult } from '../experiment/merge.ts';
import type { RunRequest } from '../experiment/run-request.ts';
import type { Scenario } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import { uncertainInputs } from '../portfolio/uncertain-inputs.ts';
import { publishedResults } from './published-results.ts';
import { sha256Hex } from './sha256.ts';
import type { DisclosureEdit, SnapshotResults, SnapshotRun } from './snapshot.ts';

/** Futures with each set of figures: the fewest that tell chance from figures. */
const FUTURES_EACH = 2;

/** Runs a request, and tells how many replications of arms it has done. */
export type Run = (
  request: Omit<RunRequest, 'threads'>,
  onProgress: (done: number) => void,
) => Promise<RunResult>;

export interface WorkedOut {
  model: Model;
  /** The scenarios of the run, the one that others are compared with first. */
  scenarios: Scenario[];
  run: Omit<SnapshotRun, 'scenarios'>;
  engine: string;
  /** What was made less exact in the model. */
  edits: readonly DisclosureEdit[];
}

/**
 * Run the scenarios of a snapshot and return its results: the same wherever it
 * is done, and with any number of threads.
 *
 * Each scenario is run with and without assumed effects, under both readings of
 * renewal, and with figures drawn where the model has ranges and draws are asked
 * for. `onProgress` is told how much of all is done, from 0 to 1.
 */
export async function workOut(
  { model, scenarios, run: { seed, replications, draws }, engine, edits }: WorkedOut,
  run: Run,
  onProgress: (share: number) => void = () => undefined,
): Promise<SnapshotResults> {
  const arms = scenarios.map(({ id, changes }) => ({ id, changes }));
  const best = armsOfComparison(arms);
  const inputs = uncertainInputs(model.portfolio).length;
  const drawnFutures = inputs > 0 ? draws * FUTURES_EACH : 0;
  const all = (best.length + arms.length) * replications + arms.length * drawnFutures;
  let before = 0;
  const doRun = async (of: RunRequest['arms'], futures: number) => {
    const request = { model: { id: model.id, raw: model.raw }, baseline: [], seed };
    const told = (done: number) => onProgress(Math.min(1, (before + done) / all));
    const result = await run({ ...request, arms: of, replications: futures }, told);
    before += of.length * futures;
    return result;
  };
  const result = await doRun(best, replications);
  const drawn =
    drawnFutures > 0
      ? await doRun(
          arms.map((arm) => ({ ...arm, inputs: { kind: 'drawn', each: FUTURES_EACH } })),
          drawnFutures,
        )
      : null;
  const read = model.portfolio.rules.renewal;
  const other = otherRenewal(read);
  const renewed = await doRun(armsWithRenewal(arms, model.raw, other), replications);
  const { id, title, notice, start, horizonDays } = model.portfolio;
  const summary = summarise({
    engine,
    portfolio: { id, title, hash: sha256Hex(canonicalJson(model.raw)), notice, start, horizonDays },
    result,
    scenarios: scenarios.map(({ id, title, story }) => ({ id, title, story })),
    baseline: scenarios[0].id,
    isSimultaneous: true,
    ...(draws > 0 ? { drawn: { inputs, each: FUTURES_EACH, result: drawn } } : {}),
    otherRenewal: { read, other, result: renewed },
  });
  return publishedResults(model, scenarios, summary, edits);
}
