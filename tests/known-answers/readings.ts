import type { Reading } from './estimate.ts';
import {
  lastsOver,
  ofPeople,
  ofRelationships,
  soFarAt,
  waited,
  waitOfGroup,
} from './followed-readings.ts';
import { ROUGHLY, type Judged } from './judged.ts';
import { monthly, presentOverMonths, presentVariance, spreadOfMonths } from './month-readings.ts';
import type { Answer, KnownCase } from './read-case.ts';
import type { KnownRun } from './run-case.ts';
import { stayOf } from './stays.ts';
import { exponential, soFarMean, varianceOfMean, watchedMean } from './survival.ts';
import * as totals from './total-readings.ts';

/** Answers that no record of a run tells, and why. */
export const unsayable: Record<string, string> = {
  'left-early-share of immigration-death': 'endings are recorded of relationships; it has none',
  'workers-left-per-year of workforce-turnover':
    'leavers are not recorded; the share filled and how it varies pin both rates',
  'waited-share of finite-pool': 'members of a pool are not followed',
  'present-at-month-of-30.4375-days of mginf-filling': 'the same curve on other days',
};

interface Asked {
  known: KnownCase;
  answer: Answer;
  what: string;
}

type Make = (asked: Asked) => Judged[];
type Read = (run: KnownRun, answer: Answer) => Reading;

/** Return the comparisons that one line of expected.json asks for. */
export function judgedOf(known: KnownCase, answer: Answer): Judged[] {
  if (`${answer.measure} of ${known.name}` in unsayable) return [];
  const make = readings[answer.measure];
  if (!make) throw new Error(`Nothing reads ${answer.measure}.`);
  const [of] = Object.values(answer.of ?? {}) as string[];
  return make({ known, answer, what: `${answer.measure}${of ? ` of ${of}` : ''}` });
}

/** One reading against the value in the file. */
function plain(read: Read, more: Pick<Judged, 'people' | 'closeness'> = {}): Make {
  return ({ answer, what }) => [
    { what, known: () => answer.value as number, read: (run) => read(run, answer), ...more },
  ];
}

/** A reading of single people. */
function people(read: Read, closeness?: number): Make {
  return plain(read, { people: true, closeness });
}

/** A measure under another name, and in shares where it counts of a hundred. */
function measured(id: string, factor = 1, closeness?: number): Make {
  return plain((run, answer) => totals.scaled(run.measure(id, totals.by(answer)), factor), {
    closeness,
  });
}

/** A monthly series in the months that the answer names, the first one being 1. */
function overMonths(id: string): Make {
  return ({ answer, what }) =>
    (answer.value as Record<string, number>[]).map(({ month, value }) => ({
      what: `${what}, month ${month}`,
      known: () => value,
      read: (run) => run.month(id, month - 1),
      // While a team fills, few are there or wait, and their number varies much.
      closeness: month < 12 ? ROUGHLY : undefined,
    }));
}

const meanWait = measured('wait-mean');
const groupWait = people((run, { of }) => waitOfGroup(run, of?.group ?? ''), 0.05);
const stoppedWaiting = measured('stopped-waiting-share', 0.01);
const noPlannedEnding = plain(totals.withoutPlannedEnding);

const readings: Record<string, Make> = {
  'wait-mean-days': (asked) => (asked.answer.of?.group ? groupWait : meanWait)(asked),
  'waited-share': people((run, answer) => waited(run, answer.of?.service), 0.05),
  'waited-over-1-day-share': people((run) => waited(run, undefined, 1), ROUGHLY),
  // Little's law: the mean list over the rate of coming is the mean wait of all who came.
  'wait-of-everyone-mean-days': plain((run) => ({
    over: totals.listDays(run),
    under: totals.referredOf(run),
  })),
  'waiting-mean': measured('list'),
  'present-mean': plain((run, answer) => {
    const of = totals.by(answer);
    return { over: totals.added(run.measure('present', of).over, run.measure('list', of).over) };
  }),
  occupancy: measured('occupancy', 0.01),
  'turned-away-share': measured('turned-away-share', 0.01),
  'stopped-waiting-share': (asked) =>
    (asked.known.name === 'turnover-3x2' ? noPlannedEnding : stoppedWaiting)(asked),
  'referred-per-day': measured('referred', 1 / 365.25),
  'arrived-count': plain((run) => totals.counts(run, 'arrived')),
  'arrived-count-sd-between-replications': ({ answer, what }) => [
    {
      what: `${what}, squared`,
      known: () => (answer.value as number) ** 2,
      read: (run) => ({
        over: totals.counts(run, 'arrived').over.map((count) => (count - 720) ** 2),
      }),
      closeness: ROUGHLY,
    },
  ],
  'started-share': plain((run, answer) => ({
    over: run.measure('started', totals.by(answer)).over,
    under: run.measure('referred', totals.by(answer)).over,
  })),
  'criterion-reached': measured('criterion-reached'),
  'mat-people': measured('mat-people'),
  'committed-days': plain((run) => totals.counts(run, 'commitment')),
  'funding-ended-count': plain((run) => ({ over: totals.endedCount(run, 'funding-ended') })),
  'worker-left-per-relationship-year': plain(totals.workersLostPerYear),
  'cut-short-share': measured('cut-short-per-100', 0.01),
  'planned-ending-share': plain((run) => totals.endedBy(run, 'planned-ending')),
  'left-early-share': plain((run) => totals.endedBy(run, 'left-early')),
  'worker-left-share': plain((run) => totals.endedBy(run, 'worker-left')),
  'relationships-begun': plain((run) => totals.counts(run, 'relationships-begun')),
  'relationship-mean-days': ({ known, answer, what }) => {
    const stay = stayOf(known.name, answer.of?.service);
    return [
      {
        what,
        // Those that outlast the run are cut at its end.
        known: (run) =>
          stay ? watchedMean(stay, run.horizonDays, run.endDay) : (answer.value as number),
        read: (run) => run.measure('relationship-mean-days', totals.by(answer)),
      },
    ];
  },
  'relationship-variance-days': people((run) =>
    ofRelationships(run, undefined, ({ from, to }) => [(to - from - 156.30701357020706) ** 2, 1]),
  ),
  'relationship-over-days-share': ({ answer, what }) =>
    (answer.value as Record<string, number>[]).map(({ days, value }) => ({
      what: `${what}, ${days} days`,
      known: () => value,
      read: (run) => lastsOver(run, days),
      people: true,
      // Hardly anybody is there after three years: that is seen to be rare, and no closer.
      closeness: value < 0.01 ? 0.5 : value < 0.1 ? ROUGHLY : undefined,
    })),
  'in-support-share': ({ answer, what }) =>
    (answer.value as Record<string, number>[]).map(({ months, value }) => ({
      what: `${what}, ${months} months`,
      known: () => value,
      read: (run) =>
        totals.scaled(run.measure(`in-support-${months}-months`, totals.by(answer)), 0.01),
    })),
  'relationship-over-90-days-share': people((run) => lastsOver(run, 90)),
  'relationship-median-days': ({ answer, what }) => [
    {
      what: `longer than the ${what}`,
      known: () => 0.5,
      read: (run) => lastsOver(run, answer.value as number),
      people: true,
    },
  ],
  'workers-per-episode-mean': measured('workers-per-person'),
  'same-worker-throughout-share': people((run) =>
    ofPeople(run, ({ arrives, threads }) =>
      // Support lasts 180 days on average: four years see nearly all of them out.
      arrives > run.endDay - 4 * 365.25 ? [0, 0] : [threads.length === 1 ? 1 : 0, 1],
    ),
  ),
  'known-worker-so-far-mean-days': ({ known, answer, what }) => {
    const stay = stayOf(known.name, answer.of?.service);
    if (!stay) throw new Error(`No law of stays for ${what}.`);
    return [
      {
        what: `${what}, of those who came since day 0`,
        known: ({ horizonDays }) => soFarMean(stay, horizonDays - 1),
        read: (run) => soFarAt(run, answer.of?.service, run.horizonDays - 1),
        people: true,
        closeness: 0.05,
      },
    ];
  },
  'open-so-far-mean-days': measured('open-so-far-days', 1, 0.05),
  'open-over-12-months-share': measured('open-over-12-months', 0.01),
  'going-at-start': measured('going-at-start'),
  'going-at-start-cut-short-share': measured('going-at-start-cut-short', 0.01, ROUGHLY),
  'posts-filled-mean': plain((run) => ({
    over: run.measure('posts-filled').over.map((share) => share / 100 / run.horizonDays),
  })),
  'posts-filled-share': measured('posts-filled', 0.01),
  'posts-filled-variance': ({ answer, what }) => {
    const fades = exponential(1 / (1 / 730 + 1 / 90));
    const covariance = {
      over: (v: number) => (answer.value as number) * fades.over(v),
      breaks: [],
    };
    return [
      {
        what: `${what}, of means over months`,
        known: (run) => monthly(run, (days) => varianceOfMean(covariance, days)),
        read: (run) =>
          spreadOfMonths(run, (m) => run.month('posts-filled', m), 42.73170731707317, 0.48),
        closeness: ROUGHLY,
      },
    ];
  },
  'with-a-worker-mean': plain((run) => ({
    over: totals.loadDays(run).map((days) => days / run.horizonDays),
  })),
  'without-a-worker-mean': plain((run) => ({
    over: totals.withoutWorkerDays(run).map((days) => days / run.horizonDays),
  })),
  'wait-in-all-mean-days': plain((run) => ({
    over: totals.withoutWorkerDays(run),
    under: totals.referredOf(run),
  })),
  'present-at-day': ({ known, answer }) => presentOverMonths(known, answer),
  'present-over-month': overMonths('present'),
  'waiting-over-month': overMonths('list'),
  'present-variance': ({ known, answer }) => presentVariance(known, answer),
  'placements-bought-per-financial-year': plain((run) =>
    totals.scaled(totals.spendByYear(run), 1 / 10_000),
  ),
  'placements-spend-per-financial-year': plain((run) => totals.spendByYear(run)),
};
