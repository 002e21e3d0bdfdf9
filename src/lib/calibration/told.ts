import { stepFrom, type Slopes } from './search.ts';
import type { Trial, Trials } from './trials.ts';

/** A misfit so much above the least still lies within 80%: chi-squared with one degree. */
export const AS_GOOD = 1.642374415149817;

/** How far an assumption can go, the others fitted anew, and fit as well. */
export interface Told {
  /** From −1, the low end of the range, to 1. */
  low: number;
  high: number;
}

/**
 * Return for each assumption how far the targets let it go.
 *
 * At either end of its range the others are fitted anew, twice by the slopes,
 * and tried. Where the end misses by more than 80% allows, the way to it is
 * taken for a parabola of the misfit.
 */
export async function told(trials: Trials, found: Trial, slopes: Slopes): Promise<Told[]> {
  const ends = found.place.flatMap((_, i) => [
    { i, end: -1 },
    { i, end: 1 },
  ]);
  const moved = ends.map(({ i, end }) => found.place.map((at, j) => (j === i ? end : at)));
  let tried = await trials.at(moved);
  for (let pass = 0; pass < 2; pass++) {
    const next = tried.map((trial, n) => {
      const step = stepFrom(trials, trial, slopes, 1, ends[n].i);
      return trial.place.map((at, j) => at + step[j]);
    });
    const again = await trials.at(next);
    tried = tried.map((trial, n) => (again[n].misfit < trial.misfit ? again[n] : trial));
  }
  const least = Math.min(found.misfit, ...tried.map(({ misfit }) => misfit));
  const reach = (n: number) => {
    const { i, end } = ends[n];
    const more = tried[n].misfit - least;
    const far = end - found.place[i];
    return more <= AS_GOOD ? end : found.place[i] + far * Math.sqrt(AS_GOOD / more);
  };
  return found.place.map((_, i) => ({ low: reach(2 * i), high: reach(2 * i + 1) }));
}

/** Return the trials that fit as well as the best one, best first, each apart from those before. */
export function equallyGood(trials: Trials, least: number, apart = 0.2, most = 8): Trial[] {
  const good = trials.all
    .filter(({ misfit }) => misfit <= least + AS_GOOD)
    .sort((a, b) => a.misfit - b.misfit);
  const kept: Trial[] = [];
  for (const trial of good) {
    const isApart = kept.every(({ place }) =>
      place.some((at, i) => Math.abs(at - trial.place[i]) >= apart),
    );
    if (isApart && kept.length < most) kept.push(trial);
  }
  return kept;
}
