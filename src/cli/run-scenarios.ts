import { armsOfComparison } from '$lib/comparison/effect-arms.ts';
import { summarise } from '$lib/comparison/summarise.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import type { RunResult } from '$lib/experiment/merge.ts';
import { localPool } from '$lib/experiment/local-pool.ts';
import type { RunRequest } from '$lib/experiment/run-request.ts';
import { serverPool } from '$lib/experiment/server-pool.ts';
import type { Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { modelHash } from '$lib/server/model-hash.ts';
import { Interrupted, Misuse } from './outcome.ts';
import { progressBar } from './progress-bar.ts';
import type { Surroundings } from './surroundings.ts';

/** Which scenarios are run, and how. */
export interface RunPlan {
  scenarios: Scenario[];
  /** Id of the scenario that the others are compared with; null: none are compared. */
  baseline: string | null;
  replications: number;
  seed: number;
  threads: number;
}

/** Imagined people followed for the threads picture. */
const FOLLOWED = 24;

/** Return a model's scenarios by id, in the order asked for; all of them where none is named. */
export function chooseScenarios(model: Model, ids: readonly string[]): Scenario[] {
  if (ids.length === 0) return model.scenarios;
  return [...new Set(ids)].map((id) => {
    const scenario = model.scenarios.find((one) => one.id === id);
    if (scenario) return scenario;
    const known = model.scenarios.map((one) => one.id).join(', ');
    throw new Misuse(`There is no scenario ${id}. This model has: ${known}.`);
  });
}

/**
 * Run scenarios of a model and return what is to be shown of them.
 *
 * A comparison runs each scenario twice, with and without assumed effects.
 * Throws `Interrupted` when the person presses Ctrl-C.
 */
export async function runScenarios(
  model: Model,
  plan: RunPlan,
  surroundings: Surroundings,
): Promise<Summary> {
  const { scenarios, baseline, replications, seed, threads } = plan;
  const arms = scenarios.map(({ id, changes }) => ({ id, changes }));
  const result = await runToTheEnd(
    {
      model: { id: model.id, raw: model.raw },
      baseline: [],
      arms: baseline === null ? arms : armsOfComparison(arms),
      seed,
      replications,
      threads,
      follow: FOLLOWED,
    },
    surroundings,
  );
  const { id, title, notice, start, horizonDays } = model.portfolio;
  return summarise({
    engine: engineVersion,
    portfolio: { id, title, hash: modelHash(model.raw), notice, start, horizonDays },
    result,
    scenarios: scenarios.map(({ id, title, story }) => ({ id, title, story })),
    baseline,
  });
}

async function runToTheEnd(
  request: RunRequest,
  { stderr, onInterrupt }: Surroundings,
): Promise<RunResult> {
  const stop = new AbortController();
  const forget = onInterrupt(() => stop.abort(new Interrupted('Stopped.')));
  const bar = progressBar(stderr);
  const pool = request.threads === 1 ? localPool() : serverPool({ size: request.threads });
  try {
    return await pool.run(request, { signal: stop.signal, onProgress: bar.update });
  } finally {
    pool.close();
    bar.stop();
    forget();
  }
}
