import { endingsSize } from '$lib/experiment/merge.ts';
import { armPreparer } from '$lib/experiment/prepare.ts';
import type { By } from '$lib/measures/measure.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import type { Change, Portfolio } from '$lib/portfolio/portfolio.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { monthStartsFrom } from '$lib/simulation/months.ts';
import type { Reading } from './estimate.ts';
import { PackedThreads } from './packed-threads.ts';

/** One stratum of a measure. */
export interface Split {
  kind: By['kind'];
  id: string;
  within?: By['within'];
}

export interface RunOptions {
  replications: number;
  /** Imagined people followed in each replication. */
  follow?: number;
  seed?: number;
  /** Made to the model before it is read: the baseline and what is compared are the same. */
  changes?: Change[];
}

/** What the replications of a model left behind, replication by replication. */
export interface KnownRun {
  portfolio: Portfolio;
  horizonDays: number;
  /** Day on which runs end. */
  endDay: number;
  monthStarts: number[];
  /** A measure's numerator and denominator, its scale taken in. */
  measure(id: string, by?: Split): Reading;
  /** A monthly series' numerator over its denominator in one month. */
  month(id: string, month: number, service?: string): Reading;
  /** The people followed in each replication. */
  followed: PackedThreads[];
  /** How many replications have been run. */
  count(): number;
  /** Run so many more, which go on where the others ended. */
  more(replications: number): void;
}

/** Run a model the way `bide run` does: the work of one worker of a pool, replication by replication. */
export function runCase(model: Model, options: RunOptions): KnownRun {
  const { replications, follow = 0, seed = 20270401, changes = [] } = options;
  const { value: portfolio, findings } = resolve(model.raw, { id: model.id, changes });
  if (!portfolio) throw new Error(findings.map(({ what }) => what).join('\n'));
  const { startDay, horizonDays, runOutDays } = compileProgram(portfolio, portfolio);
  const request = { model: { id: model.id, raw: model.raw }, baseline: changes, seed };
  const arm = armPreparer()(request, { id: 'known', changes });
  const { plan } = arm;
  const totals: Float64Array[] = [];
  const series: Float64Array[] = [];
  const followed: PackedThreads[] = [];
  const endings = new Float64Array(endingsSize(plan));
  const more = (count: number) => {
    for (let i = totals.length, last = i + count; i < last; i++) runOne(i);
  };
  const runOne = (i: number) => {
    totals.push(new Float64Array(plan.totals));
    series.push(new Float64Array(plan.seriesSize));
    const remarks = arm.run(seed, i, follow, totals[i], 0, series[i], endings);
    if (follow > 0) followed.push(new PackedThreads(remarks.followed));
  };
  more(replications);
  return {
    portfolio,
    horizonDays,
    endDay: horizonDays + runOutDays,
    monthStarts: Array.from(monthStartsFrom(startDay, horizonDays, horizonDays + runOutDays)),
    followed,
    count: () => totals.length,
    more,
    measure(id, by) {
      const found = plan.measures.find(
        (one) =>
          one.id === id &&
          one.by?.kind === by?.kind &&
          one.by?.id === by?.id &&
          one.by?.within?.id === by?.within?.id,
      );
      if (!found) throw new Error(`No measure ${id} of ${by?.id ?? 'everything'}.`);
      const { numerator, denominator, scale } = found;
      const over = totals.map((row) => row[numerator] * scale);
      return denominator < 0 ? { over } : { over, under: totals.map((row) => row[denominator]) };
    },
    month(id, month, service) {
      const found = plan.series.find((one) => one.id === id && one.by?.id === service);
      if (!found) throw new Error(`No series ${id} of ${service ?? 'everything'}.`);
      const { numerator, denominator, scale } = found;
      const over = series.map((row) => row[numerator + month] * scale);
      if (denominator < 0) return { over };
      return { over, under: series.map((row) => row[denominator + month]) };
    },
  };
}
