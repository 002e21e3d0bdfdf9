/**
 * Why scenarios that come with a model differ from how it is now: worked out once in the background,
 * one after the other on a single thread beside everything else, and kept.
 *
 * What somebody asks for begins at most one piece of work for each shipped scenario, and no more
 * than a few wait at a time.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { explainInSteps, STEPS, type StepSize } from '../comparison/explain.ts';
import type { HeadlinesExplained } from '../comparison/explanation.ts';
import { canonicalJson } from '../experiment/canonical-json.ts';
import { serverPool } from '../experiment/server-pool.ts';
import type { WorkerPool } from '../experiment/worker-pool.ts';
import type { Scenario } from '../portfolio/portfolio.ts';
import type { Model } from '../portfolio/read-model.ts';
import { engineVersion } from './engine-version.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { ResultStore } from './result-store.ts';
import { runOfPages } from './results.ts';

/** How many explanations may wait; whoever asks for another is told to come back. */
const mostWaiting = 12;

/** Futures with each set of figures, as `bide explain` takes them. */
const each = 2;

/** How an explanation goes on: replications of the step that is being worked on. */
export interface ExplainProgress {
  step: number;
  steps: number;
  done: number;
  total: number;
}

/** What is known by now of why a scenario differs. */
export interface ExplainedSoFar {
  explained: HeadlinesExplained | null;
  isFull: boolean;
  /** Null while it waits its turn, and once it is full. */
  progress: ExplainProgress | null;
  /** How many others are before it. */
  before: number;
  /** True where too many wait already: nothing was begun. */
  isTooBusy: boolean;
}

const store = new ResultStore<HeadlinesExplained>({
  folder: join(process.env.BIDE_DATA ?? 'data', 'explanations'),
  inMemory: 20,
  onNotKept: (reason) => {
    process.stderr.write(`An explanation could not be written to disk: ${String(reason)}\n`);
  },
});

const queue = new OneAtATime();
const going = new Map<string, ExplainProgress>();
let pool: WorkerPool | null = null;

/**
 * Return why a scenario of a model differs from how it is now, as far as it is known, waiting at
 * most `patienceMs` for a first look. What is begun goes on to its end. Rejects where the scenario
 * cannot be run.
 */
export async function explanationOf(
  model: Model,
  scenario: Scenario,
  patienceMs: number,
): Promise<ExplainedSoFar> {
  const steps = stepsOfPages();
  const key = keyOf(model, scenario, steps);
  const nothing = { explained: null, isFull: false, progress: null, before: 0 };
  if (queue.waiting >= mostWaiting && !(await store.has(key))) {
    return { ...nothing, isTooBusy: true };
  }
  const stored = await store.get(
    key,
    (onLook) => queue.run(key, () => workOut(model, scenario, steps, key, onLook)),
    patienceMs,
  );
  return {
    explained: stored?.result ?? null,
    isFull: stored?.isFull ?? false,
    progress: going.get(key) ?? null,
    before: queue.before(key),
    isTooBusy: false,
  };
}

/** Return why a scenario differs where that is worked out already; begins nothing. */
export async function keptExplanation(
  model: Model,
  scenario: Scenario,
): Promise<HeadlinesExplained | null> {
  const steps = stepsOfPages();
  const key = keyOf(model, scenario, steps);
  if (!(await store.has(key))) return null;
  const work = () => workOut(model, scenario, steps, key, () => undefined);
  const stored = await store.get(key, () => queue.run(key, work), 100);
  return stored?.isFull ? stored.result : null;
}

/** End what is being worked out: the server stops. */
export function closeExplanations(): void {
  queue.close();
  pool?.close();
  pool = null;
}

/** The steps of a page; no more futures than pages take for anything else. */
export function stepsOfPages(): StepSize[] {
  const fitting = STEPS.filter(({ replications }) => replications <= runOfPages.replications);
  return fitting.length > 0 ? fitting : [{ ...STEPS[0], replications: runOfPages.replications }];
}

async function workOut(
  model: Model,
  scenario: Scenario,
  steps: readonly StepSize[],
  key: string,
  onLook: (look: HeadlinesExplained) => void,
): Promise<HeadlinesExplained> {
  const threads = (pool ??= serverPool({ size: 1 }));
  const { seed } = runOfPages;
  const plan = { model, baseline: model.scenarios[0], scenario, seed, each };
  const request = { model: { id: model.id, raw: model.raw }, seed, threads: 1 };
  try {
    return await explainInSteps(
      plan,
      steps,
      (arms, replications, baseline = [], onLeft) =>
        threads.run(
          { ...request, baseline, arms, replications },
          { onProgress: (done, total) => onLeft(total - done) },
        ),
      {
        step: (explained, isLast) => isLast || onLook(explained),
        progress: (done, total, step) => going.set(key, { step, steps: steps.length, done, total }),
      },
    );
  } finally {
    going.delete(key);
  }
}

/** Everything that decides an explanation, in one hash. */
function keyOf({ id, raw, scenarios }: Model, scenario: Scenario, steps: StepSize[]): string {
  const { seed } = runOfPages;
  const decides = {
    engine: engineVersion,
    id,
    raw,
    two: [scenarios[0], scenario],
    seed,
    each,
    steps,
  };
  return createHash('sha256').update(canonicalJson(decides)).digest('hex');
}
