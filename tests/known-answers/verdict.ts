import { estimateOf, zOf } from './estimate.ts';
import type { Judged } from './judged.ts';
import { readCase } from './read-case.ts';
import { judgedOf } from './readings.ts';
import { PEOPLE, replicationsOf } from './replications.ts';
import { runCase, type KnownRun } from './run-case.ts';

/** One answer held against what the runs say. */
export interface Verdict {
  what: string;
  known: number;
  found: number;
  /** How many of its own standard errors the finding lies above what is known. */
  z: number;
  /** Four standard errors, as a share of the answer. */
  share: number;
  closeness: number;
  /** Whether an answer as much too high, and one as much too low, as `closeness` would be refused. */
  isSharp: boolean;
  replications: number;
  people: boolean;
}

/** More runs than this many times those it began with, and it is said that they do not suffice. */
const MOST_TIMES = 12;

/**
 * Run a case and judge each of its answers. At full length it is run on until
 * every comparison is sharp, or disagrees: to run on for want of precision
 * favours neither outcome.
 */
export function judgeCase(name: string, long: boolean): Verdict[] {
  const known = readCase(name);
  const judged = known.answers.flatMap((answer) => judgedOf(known, answer));
  const { totals, people } = replicationsOf(name, long);
  const looksAtPeople = judged.some((one) => one.people);
  const followed = looksAtPeople
    ? runCase(known.model, { replications: people, follow: PEOPLE })
    : null;
  const counted =
    followed && people >= totals ? followed : runCase(known.model, { replications: totals });
  for (;;) {
    const verdicts = judged.map((one) =>
      verdictOf(one, one.people && followed ? followed : counted),
    );
    if (!long || verdicts.some(({ z }) => Math.abs(z) >= 4)) return verdicts;
    const dull = verdicts.filter(({ isSharp }) => !isSharp);
    const isOver = (run: KnownRun, first: number) => run.count() >= MOST_TIMES * first;
    const runs = [
      ...(dull.some((one) => !one.people) && !isOver(counted, totals) ? [counted] : []),
      ...(dull.some((one) => one.people) && followed && !isOver(followed, people)
        ? [followed]
        : []),
    ];
    if (runs.length === 0) return verdicts;
    for (const run of new Set(runs)) run.more(Math.ceil(run.count() / 2));
  }
}

function verdictOf(one: Judged, run: KnownRun): Verdict {
  const { what, known: theory, read, people = false, closeness = 0.02 } = one;
  const known = theory(run);
  const estimate = estimateOf(read(run));
  const { value: found, standardError } = estimate;
  return {
    what,
    known,
    found,
    z: zOf(estimate, known),
    share: known === 0 ? 0 : (4 * standardError) / Math.abs(known),
    closeness,
    isSharp:
      known === 0 ||
      [1 - closeness, 1 + closeness].every((factor) => Math.abs(zOf(estimate, known * factor)) > 4),
    replications: run.count(),
    people,
  };
}
