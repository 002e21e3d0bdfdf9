/**
 * Runs, and what a page shows of them. A run has thousands of measures, each with its intervals: they
 * are told from its numbers where no page waits for that.
 */
import { narrowResult } from '../comparison/narrow-result.ts';
import { summarise } from '../comparison/summarise.ts';
import type { Summary } from '../comparison/summary.ts';
import type { Finding } from '../diagnostics/finding.ts';
import type { RunResult } from '../experiment/merge.ts';
import type { RunOptions } from '../experiment/pool-worker.ts';
import type { RunRequest } from '../experiment/run-request.ts';
import type { By } from '../measures/measure.ts';
import { isShown } from './shown-summary.ts';

/** Which measures a page shows; others are not worked out. */
const wanted = {
  headlines: ({ headline }) => headline,
  /** What stands side by side. */
  compared: isShown,
  /** Of everybody together. */
  whole: ({ by }) => by === null,
  all: () => true,
} satisfies Record<string, (of: { by: By | null; headline: boolean }) => boolean>;

export type Shows = keyof typeof wanted;

/** What is to be told of a run: plain data, so that it can be asked of a worker. */
export interface Summing {
  engine: string;
  portfolio: Summary['portfolio'];
  baseline: { id: string; title: string };
  /** Beside how it is now, in the order shown. */
  scenarios: { id: string; title: string }[];
  shows: Shows;
}

/** What a page shows of a run. */
export interface Summed {
  summary: Summary;
  /** By scenario: what its changes may mislead about and the model without them does not. */
  warnings: Record<string, Finding[]>;
}

export interface SumOptions extends Omit<RunOptions, 'onPartial'> {
  onPartial?: (summed: Summed) => void;
}

/** What works runs out and sums them up; tests bring their own. */
export interface SummingPool {
  run(request: RunRequest, summing: Summing, options: SumOptions): Promise<Summed>;
  close(): void;
}

/** What is needed of a pool of workers. */
export interface Pool {
  run(request: RunRequest, options: RunOptions): Promise<RunResult>;
  close(): void;
}

/** Return a pool that sums up, on this thread, what another works out. */
export function summingPool(pool: Pool): SummingPool {
  return {
    async run(request, summing, { onPartial, ...options }) {
      const partial = onPartial && {
        onPartial: (result: RunResult) => onPartial(sumUp(result, summing)),
      };
      return sumUp(await pool.run(request, { ...options, ...partial }), summing);
    },
    close: () => pool.close(),
  };
}

function sumUp(
  result: RunResult,
  { engine, portfolio, baseline, scenarios, shows }: Summing,
): Summed {
  const summary = summarise({
    ...{ engine, portfolio },
    result: narrowResult(result, wanted[shows]),
    scenarios: [baseline, ...scenarios].map(({ id, title }) => ({ id, title, story: '' })),
    baseline: baseline.id,
    isSimultaneous: true,
  });
  const of = (id: string) => result.arms.find((arm) => arm.id === id)?.warnings ?? [];
  const before = of(baseline.id).map(sameness);
  const added = (id: string) => of(id).filter((finding) => !before.includes(sameness(finding)));
  return { summary, warnings: Object.fromEntries(scenarios.map(({ id }) => [id, added(id)])) };
}

function sameness({ code, path, what }: Finding): string {
  return `${code} ${path} ${what}`;
}
