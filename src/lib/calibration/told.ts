import { stepFrom, type Found, type Slopes } from './search.ts';
import type { Trial, Trials } from './trials.ts';

/** A misfit so much above the least still lies within 80%: chi-squared with one degree. */
export const AS_GOOD = 1.642374415149817;
/** Where as good and worse are so near, the place between is known; ranges reach from −1 to 1. */
const NEAR = 0.02;
/** Looks for the place between, two places each. */
const LOOKS = 8;
/** Steps in which the other assumptions are fitted to one that is held. */
const PASSES = 3;
/** The share of its misfit that a step must gain to be worth another. */
const GAIN = 0.05;

/** How far an assumption can go, the others fitted anew, and fit as well. */
export interface Told {
  /** From −1, the low end of the range, to 1. */
  low: number;
  high: number;
  /** False where it may go farther than any place that was tried. */
  isClosed: boolean;
}

/** One side of one assumption, with where the others could not be fitted to it as well. */
interface Side {
  i: number;
  towards: -1 | 1;
  missed: { at: number; misfit: number }[];
}

const LIMIT = Math.sqrt(AS_GOOD);

/**
 * Return for each assumption how far the targets let it go.
 *
 * The others are fitted anew at the end of its range, and then at places between
 * the farthest that fits as well and the nearest that does not, until these are
 * near each other. Every place tried counts, whatever it was tried for.
 */
export async function told(trials: Trials, { found, slopes }: Found): Promise<Told[]> {
  const sides = found.place.flatMap((_, i) =>
    ([-1, 1] as const).map((towards): Side => ({ i, towards, missed: [] })),
  );
  for (let look = 0; look < LOOKS; look++) {
    const open = sides.filter((side) => !isClosed(trials, found, side));
    if (open.length === 0) break;
    const wanted = open.flatMap((side) =>
      (look === 0 ? [side.towards] : between(trials, found, side, look % 2 === 1)).map((at) => ({
        side,
        at,
      })),
    );
    const misfits = await fittedAnew(trials, found, slopes, wanted);
    wanted.forEach(({ side, at }, n) => {
      if (misfits[n] > found.misfit + AS_GOOD) side.missed.push({ at, misfit: misfits[n] });
    });
  }
  return found.place.map((_, i) => {
    const [down, up] = [sides[2 * i], sides[2 * i + 1]];
    return {
      low: farthest(trials, found, down).place[i],
      high: farthest(trials, found, up).place[i],
      isClosed: isClosed(trials, found, down) && isClosed(trials, found, up),
    };
  });
}

/** The trial that goes farthest to a side and fits as well. */
function farthest({ all }: Trials, found: Trial, { i, towards }: Side): Trial {
  return all.reduce(
    (best, one) =>
      one.misfit <= found.misfit + AS_GOOD && (one.place[i] - best.place[i]) * towards > 0
        ? one
        : best,
    found,
  );
}

/** The nearest place beyond the farthest fit that does not fit as well; null where none is known. */
function nearestMiss({ missed, towards }: Side, from: number): Side['missed'][number] | null {
  const beyond = missed.filter(({ at }) => (at - from) * towards > 0);
  return beyond.reduce<Side['missed'][number] | null>(
    (best, one) => (!best || (best.at - one.at) * towards > 0 ? one : best),
    null,
  );
}

function isClosed(trials: Trials, found: Trial, side: Side): boolean {
  const from = farthest(trials, found, side).place[side.i];
  if (from === side.towards) return true;
  const miss = nearestMiss(side, from);
  return miss !== null && Math.abs(miss.at - from) <= NEAR;
}

/**
 * Two places to look at: about where the root of the misfit, taken for straight,
 * says that it is just as good; or, as that may be far out, thirds of the way.
 */
function between(trials: Trials, found: Trial, side: Side, isStraight: boolean): number[] {
  const within = farthest(trials, found, side);
  const from = within.place[side.i];
  const miss = nearestMiss(side, from);
  if (!miss) return [side.towards];
  const way = miss.at - from;
  const above = (misfit: number) => Math.sqrt(Math.max(0, misfit - found.misfit));
  const share = (LIMIT - above(within.misfit)) / (above(miss.misfit) - above(within.misfit));
  if (!isStraight || !Number.isFinite(share)) return [from + way / 3, from + (2 * way) / 3];
  const margin = Math.min(1 / 3, (0.45 * NEAR) / Math.abs(way));
  const about = Math.min(1 - 2 * margin, Math.max(2 * margin, share));
  return [from + (about - margin) * way, from + (about + margin) * way];
}

/**
 * Return the least misfit with single assumptions at given places: the others
 * are fitted to them by the slopes, from the farthest place that fits as well.
 */
async function fittedAnew(
  trials: Trials,
  found: Trial,
  slopes: Slopes,
  places: { side: Side; at: number }[],
): Promise<number[]> {
  const moved = places.map(({ side, at }) =>
    farthest(trials, found, side).place.map((one, j) => (j === side.i ? at : one)),
  );
  let tried = await trials.at(moved);
  const best = [...tried];
  const learnt = places.map(() => slopes);
  const isDone = places.map(() => false);
  for (let pass = 0; pass < PASSES; pass++) {
    const next = tried.map((trial, n) => {
      // As good is good enough; and what cannot be told says nothing of where to go.
      isDone[n] ||= best[n].misfit <= found.misfit + AS_GOOD || !Number.isFinite(trial.misfit);
      if (isDone[n]) return trial.place;
      const step = stepFrom(trials, trial, learnt[n], 1, places[n].side.i);
      return trial.place.map((one, j) => one + step[j]);
    });
    const again = await trials.at(next);
    again.forEach((trial, n) => {
      learnt[n] = learntFrom(trials, learnt[n], tried[n], trial);
      // A step that gained next to nothing is not followed by another.
      isDone[n] ||= best[n].misfit - trial.misfit < GAIN * best[n].misfit;
      if (trial.misfit < best[n].misfit) best[n] = trial;
    });
    tried = again;
  }
  return best.map(({ misfit }) => misfit);
}

/** Return slopes that give what a step gave, and are otherwise what they were (Broyden's). */
function learntFrom({ aims }: Trials, slopes: Slopes, from: Trial, to: Trial): Slopes {
  const step = to.place.map((at, j) => at - from.place[j]);
  const long = step.reduce((sum, one) => sum + one * one, 0);
  if (long === 0 || !Number.isFinite(to.misfit)) return slopes;
  return slopes.map((row, k) => {
    const gave = (to.results[k].value - from.results[k].value) / aims[k].error;
    const expected = row.reduce((sum, slope, j) => sum + slope * step[j], 0);
    return row.map((slope, j) => slope + ((gave - expected) * step[j]) / long);
  });
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
