/**
 * Explains two scenarios in this browser. It has a pool of workers of its own and does all the
 * reckoning between the runs here, so that the page never waits.
 */
import { explainInSteps, type RunCounted } from '$lib/comparison/explain.ts';
import { moneyPlaces, sameMoney, sizeOfSameMoney } from '$lib/comparison/same-money.ts';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import { inputNamesOf } from '$lib/documents/input-names.ts';
import { browserPool } from '$lib/experiment/browser-pool.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import type { Change, Portfolio } from '$lib/portfolio/portfolio.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import type { FromExplainer, ToExplainer } from '$lib/state/why-messages.ts';

/** Futures with each set of figures, as everywhere else. */
const each = 2;

/** How often progress is told: as often as eyes can follow. */
const everyMs = 150;

const post = (message: FromExplainer) => self.postMessage(message);

self.addEventListener('message', (event: MessageEvent<ToExplainer>) => {
  work(event.data).catch((error: unknown) => {
    // Told to the page, not hidden.
    const message = error instanceof Error ? error.message : String(error);
    post({ kind: 'failed', message, findings: error instanceof RunFailed ? error.findings : [] });
  });
});

async function work(asked: ToExplainer): Promise<void> {
  const { model, baseline, scenario, seed } = asked;
  const portfolio = portfolioOf(asked, baseline.changes);
  const changed = portfolioOf(asked, scenario.changes);
  if (asked.kind === 'places') return post({ kind: 'places', places: moneyPlaces(changed) });
  const pool = browserPool();
  const run: RunCounted = (arms, replications, under = [], onLeft) =>
    pool.run(
      { model, baseline: under, arms, replications, seed, threads: Number.MAX_SAFE_INTEGER },
      { onProgress: (done, total) => onLeft(total - done) },
    );
  if (asked.kind === 'same money') {
    const { path, replications } = asked;
    const total = sizeOfSameMoney(replications);
    let done = 0;
    const found = await sameMoney(
      {
        scenario: { ...scenario, portfolio: changed },
        baseline: { ...baseline, portfolio },
      },
      { path, replications },
      async (arms, count, under) => {
        const size = arms.length * count;
        const result = await run(arms, count, under, (left) =>
          tell(done + size - left, total, 0, 1),
        );
        done += size;
        return result;
      },
    );
    return post({ kind: 'same money', found });
  }
  const { steps } = asked;
  const inputNames = { ...inputNamesOf(changed), ...inputNamesOf(portfolio) };
  const plan = { model: { ...model, portfolio }, baseline, scenario, seed, each };
  await explainInSteps(plan, steps, run, {
    step: (explained, isLast) => post({ kind: 'explained', explained, inputNames, isLast }),
    progress: (done, total, step) => tell(done, total, step, steps.length),
  });
}

let told = -Infinity;

function tell(done: number, total: number, step: number, steps: number): void {
  const now = performance.now();
  if (now - told < everyMs && done > 0) return;
  told = now;
  post({ kind: 'progress', done: Math.min(done, total), total, step, steps });
}

function portfolioOf({ model }: ToExplainer, changes: Change[]): Portfolio {
  const { value, findings } = resolve(model.raw, { id: model.id, changes });
  if (value && !hasErrors(findings)) return value;
  throw new RunFailed('This scenario cannot be run.', findings);
}
