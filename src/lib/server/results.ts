/**
 * Results of the scenarios that come with a model. The server simulates these and the designs of
 * workshops, and no others: what somebody tries out is computed in their own browser.
 *
 * Each scenario is kept by itself, beside how it is now, so that any choice of them is put
 * together from what is there.
 */
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { armsOfComparison } from '../comparison/effect-arms.ts';
import { heldTogether } from '../comparison/held-together.ts';
import { summarise } from '../comparison/summarise.ts';
import type { Summary } from '../comparison/summary.ts';
import { canonicalJson } from '../experiment/canonical-json.ts';
import type { RunResult } from '../experiment/merge.ts';
import { serverPool } from '../experiment/server-pool.ts';
import type { WorkerPool } from '../experiment/worker-pool.ts';
import type { Scenario } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import { Batches } from './batches.ts';
import { engineVersion } from './engine-version.ts';
import { joinSummaries } from './join-summaries.ts';
import { modelHash } from './model-hash.ts';
import { ResultStore, type Stored } from './result-store.ts';

/** Replications after which a first visitor is shown something. */
const firstLook = 2;

/** What decides the luck of every result on these pages, on the server and in browsers. */
export const runOfPages = { seed: 1, replications: replicationsAsked(), follow: 300 };

/** How long a visitor waits for a first look before the page comes without results. */
const patienceMs = 20_000;

let pool: WorkerPool | null = null;

/** The threads on which the server works out what its pages show; they are started when needed. */
export function poolOfPages(): WorkerPool {
  return (pool ??= serverPool());
}

const batches = new Batches<Summary>({ gatherMs: 20, atOnce: 2 });

const store = new ResultStore<Summary>({
  folder: join(process.env.BIDE_DATA ?? 'data', 'results'),
  inMemory: 100,
  onNotKept: (reason) => {
    process.stderr.write(`A result could not be written to disk: ${String(reason)}\n`);
  },
});

/**
 * Return the results of some scenarios of a model, how it is now first, with ranges of differences
 * that hold for all of them together: at once where they are kept, else after a first look; null after a while without one. Ask again for sharper ones.
 */
export async function resultsOf(
  model: Model,
  ids: readonly string[],
  waitMs = patienceMs,
): Promise<Stored<Summary> | null> {
  const asked = model.scenarios.filter(({ id }) => ids.includes(id));
  const found = await Promise.all(asked.map((scenario) => resultOf(model, scenario, waitMs)));
  const all = found.filter((stored) => stored !== null);
  if (all.length === 0 || all.length < found.length) return null;
  const beside = asked.filter(({ id }) => id !== model.scenarios[0].id).length;
  return {
    result: joinSummaries(all.map(({ result }) => heldTogether(result, beside))),
    isFull: all.every(({ isFull }) => isFull),
  };
}

/** End what is being worked out: the server stops. */
export function closeResults(): void {
  pool?.close();
  pool = null;
}

function resultOf(
  model: Model,
  scenario: Scenario,
  waitMs: number,
): Promise<Stored<Summary> | null> {
  const { id } = scenario;
  const batch = keyOf(model, []);
  const work = (together: string[], onFirst: (first: Map<string, Summary>) => void) =>
    workOut(model, together, onFirst);
  return store.get(
    keyOf(model, [model.scenarios[0], scenario]),
    (onFirst) => batches.ask(batch, { id, onFirst }, work),
    waitMs,
  );
}

/** Return the key of a result: everything that decides it, in one hash. */
function keyOf({ id, raw }: Model, scenarios: Scenario[]): string {
  const decides = { engine: engineVersion, id, raw, scenarios, run: runOfPages };
  return createHash('sha256').update(canonicalJson(decides)).digest('hex');
}

/** Run some scenarios in one go, beside how it is now. */
async function workOut(
  model: Model,
  ids: string[],
  onFirst: (first: Map<string, Summary>) => void,
): Promise<Map<string, Summary>> {
  const threadsOfPages = poolOfPages();
  const [now] = model.scenarios;
  const together = model.scenarios.filter(({ id }) => id === now.id || ids.includes(id));
  const summaries = (result: RunResult) =>
    new Map(ids.map((id) => [id, summaryOf(model, id, result)]));
  const request = {
    model: { id: model.id, raw: model.raw },
    baseline: now.changes,
    arms: armsOfComparison(together),
    threads: availableParallelism(),
    ...runOfPages,
  };
  // A first look judges nothing, so it can do without the arms that have no assumed effects. The
  // pool keeps what it has run, so the second run goes on where the first ends. It leaves a thread
  // free, where there is more than one, for the first look of somebody else.
  const plain = request.arms.filter(({ withoutEffects }) => !withoutEffects);
  onFirst(
    summaries(await threadsOfPages.run({ ...request, arms: plain, replications: firstLook })),
  );
  const threads = Math.max(1, availableParallelism() - 1);
  return summaries(await threadsOfPages.run({ ...request, threads }));
}

/** Return BIDE_RUNS, for machines that are slow or for a quick try; 200 where it is not set. */
function replicationsAsked(): number {
  const asked = process.env.BIDE_RUNS ?? '200';
  const runs = Number(asked);
  if (Number.isInteger(runs) && runs >= firstLook && runs <= 10_000) return runs;
  throw new RangeError(`BIDE_RUNS is “${asked}”, not a whole number from ${firstLook} to 10000.`);
}

/** Return what a run says of one scenario beside how it is now. */
function summaryOf(model: Model, id: string, result: RunResult): Summary {
  const [now] = model.scenarios;
  const { title, notice, start, horizonDays } = model.portfolio;
  return summarise({
    engine: engineVersion,
    portfolio: { id: model.id, title, hash: modelHash(model.raw), notice, start, horizonDays },
    result,
    scenarios: model.scenarios.filter((scenario) => scenario.id === now.id || scenario.id === id),
    baseline: now.id,
  });
}
