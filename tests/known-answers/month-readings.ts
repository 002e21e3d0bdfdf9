import type { Reading } from './estimate.ts';
import { ROUGHLY, type Judged } from './judged.ts';
import type { Answer, KnownCase } from './read-case.ts';
import type { KnownRun } from './run-case.ts';
import { month, season, stayOf } from './stays.ts';
import { numberCovariance, numberOver, varianceOfMean } from './survival.ts';

/** Months at which filling from empty is looked at: the first ones, and then years. */
const looks = [0, 1, 2, 5, 11, 23, 59];

/** People there in single months, against the exact mean over each. */
export function presentOverMonths(known: KnownCase, answer: Answer): Judged[] {
  const service = answer.of?.service;
  const of = service ? ` of ${service}` : '';
  const stay = stayOf(known.name, service);
  const rate = known.model.portfolio.groups[0].arrive.value;
  const months = stay ? looks : [...season, ...season].map((_factor, m) => m);
  return months.map((m) => ({
    what: `present over month ${m + 1}${of}`,
    known: (run) =>
      stay
        ? numberOver(stay, rate, run.monthStarts[m], run.monthStarts[m + 1])
        : seasonalMeans(run)[m],
    read: (run) => run.month('present', m, service),
    // In the first months few are there, and their number varies much.
    closeness: m < 2 ? ROUGHLY : undefined,
  }));
}

/** Mean over each month when people leave at a constant rate and come by season. */
function seasonalMeans(run: KnownRun): number[] {
  const leave = 1 / (3 * month);
  let there = 0;
  return [...season, ...season].map((factor, m) => {
    const days = run.monthStarts[m + 1] - run.monthStarts[m];
    const level = (factor * 30) / month / leave;
    const fades = Math.exp(-leave * days);
    const mean = level + ((there - level) * (1 - fades)) / (leave * days);
    there = level + (there - level) * fades;
    return mean;
  });
}

/** How much the mean over a month varies about a Poisson number of 300. */
export function presentVariance(known: KnownCase, answer: Answer): Judged[] {
  const service = answer.of?.service;
  const stay = stayOf(known.name, service);
  if (!stay) throw new Error(`No law of stays for ${known.name}.`);
  const covariance = numberCovariance(stay, 25, 12);
  return [
    {
      what: `variance of a month's people present of ${service}`,
      known: (run) => monthly(run, (days) => varianceOfMean(covariance, days)),
      read: (run) => spreadOfMonths(run, (m) => run.month('present', m, service), 300),
      closeness: ROUGHLY,
    },
  ];
}

/** Mean over the months of the horizon of something that depends on their length. */
export function monthly(run: KnownRun, of: (days: number) => number): number {
  const months = monthsOf(run);
  const sum = months.reduce((s, m) => s + of(run.monthStarts[m + 1] - run.monthStarts[m]), 0);
  return sum / months.length;
}

/** Squared distance from `mean`, averaged over the months of each replication. */
export function spreadOfMonths(
  run: KnownRun,
  read: (month: number) => Reading,
  mean: number,
  scale = 1,
): Reading {
  const months = monthsOf(run);
  const over: number[] = [];
  for (const m of months) {
    const { over: a, under: b } = read(m);
    a.forEach((value, i) => {
      const off = (value / (b ? b[i] : 1)) * scale - mean;
      over[i] = (over[i] ?? 0) + (off * off) / months.length;
    });
  }
  return { over };
}

function monthsOf(run: KnownRun): number[] {
  const count = run.monthStarts.filter((day) => day < run.horizonDays).length;
  return Array.from({ length: count }, (_none, m) => m);
}
