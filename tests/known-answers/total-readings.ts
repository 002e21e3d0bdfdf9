import type { Reading } from './estimate.ts';
import type { Answer } from './read-case.ts';
import type { KnownRun, Split } from './run-case.ts';

/** What a measure of this answer is split by. */
export function by({ of }: Answer): Split | undefined {
  for (const kind of ['service', 'locality', 'criterion'] as const) {
    const id = of?.[kind];
    if (id !== undefined) return { kind, id };
  }
  return undefined;
}

export function scaled({ over, under }: Reading, factor: number): Reading {
  return { over: over.map((x) => x * factor), under };
}

export function added(a: number[], b: number[]): number[] {
  return a.map((x, i) => x + b[i]);
}

/** A yearly count, as the count over the whole horizon. */
export function counts(run: KnownRun, id: string): Reading {
  return scaled(run.measure(id), run.horizonDays / 365.25);
}

/** Person-days waiting to start, over the horizon. */
export function listDays(run: KnownRun): number[] {
  return run.measure('list').over.map((people) => people * run.horizonDays);
}

/** Days with a worker: load is one unit a person. */
export function loadDays(run: KnownRun): number[] {
  return run.measure('occupancy').over.map((days) => days / 100);
}

/** Person-days without a worker: waiting to start, or waiting for another one. */
export function withoutWorkerDays(run: KnownRun): number[] {
  const there = run.measure('present').over.map((people) => people * run.horizonDays);
  const load = loadDays(run);
  return added(listDays(run), there).map((days, i) => days - load[i]);
}

export function referredOf(run: KnownRun): number[] {
  return counts(run, 'referred').over;
}

/** Share of endings that had this reason. */
export function endedBy(run: KnownRun, reason: string): Reading {
  return scaled(run.measure('ended-by', { kind: 'reason', id: reason }), 0.01);
}

/** Nobody leaves otherwise: who has no planned ending stopped waiting, at first or later. */
export function withoutPlannedEnding(run: KnownRun): Reading {
  const planned = endedCount(run, 'planned-ending');
  const referred = referredOf(run);
  return { over: referred.map((count, i) => count - planned[i]), under: referred };
}

/** Spend of each financial year of the horizon, as so many replications of one figure. */
export function spendByYear(run: KnownRun): Reading {
  const first = 2027;
  const years = Math.floor(run.horizonDays / 365);
  const over = Array.from({ length: years }, (_none, i) => {
    const id = `${first + i}-${String(first + i + 1).slice(2)}`;
    return run.measure('spend-in-year', { kind: 'year', id }).over;
  });
  return { over: over.flat() };
}

/** Endings for a reason of relationships begun within the horizon, as a count. */
export function endedCount(run: KnownRun, reason: string): number[] {
  return run.measure('ended-by', { kind: 'reason', id: reason }).over.map((count) => count / 100);
}

/** Workers lost for each year that people had a worker. */
export function workersLostPerYear(run: KnownRun): Reading {
  const days = run.measure('relationship-mean-days').over;
  return { over: endedCount(run, 'worker-left'), under: days.map((day) => day / 365.25) };
}
