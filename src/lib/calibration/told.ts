import { stepFrom, type Slopes } from './search.ts';
import type { Trial, Trials } from './trials.ts';

/** A misfit so much above the least still lies within 80%: chi-squared with one degree. */
export const AS_GOOD = 1.642374415149817;

/** Looks for where a misfit is just as good, each nearer than the one before. */
const LOOKS = 3;

/** How far an assumption can go, the others fitted anew, and fit as well. */
export interface Told {
  /** From −1, the low end of the range, to 1. */
  low: number;
  high: number;
}

/** A place of one assumption, and the root of the least misfit there above the least of all. */
interface Edge {
  at: number;
  above: number;
}

/** One side of one assumption: as good within, worse beyond. */
interface Side {
  i: number;
  within: Edge;
  beyond: Edge;
}

const LIMIT = Math.sqrt(AS_GOOD);

/**
 * Return for each assumption how far the targets let it go.
 *
 * At either end of its range the others are fitted anew. Where the end misses by
 * more than 80% allows, the place between where it just does not is looked for,
 * the root of the misfit taken for straight between what was tried.
 */
export async function told(trials: Trials, found: Trial, slopes: Slopes): Promise<Told[]> {
  const ends = found.place.flatMap((_, i) => [
    { i, at: -1 },
    { i, at: 1 },
  ]);
  const misfits = await fittedAnew(trials, found, slopes, ends);
  const least = Math.min(found.misfit, ...misfits);
  const above = (misfit: number) => Math.sqrt(Math.max(0, misfit - least));
  const sides: Side[] = ends.map(({ i, at }, n) => ({
    i,
    within: { at: found.place[i], above: above(found.misfit) },
    beyond: { at, above: above(misfits[n]) },
  }));
  const open = sides.filter(({ beyond }) => beyond.above > LIMIT);
  for (let look = 0; look < LOOKS; look++) {
    const places = open.map((side) => ({ i: side.i, at: between(side) }));
    const tried = await fittedAnew(trials, found, slopes, places);
    open.forEach((side, n) => {
      const edge = { at: places[n].at, above: above(tried[n]) };
      if (edge.above > LIMIT) side.beyond = edge;
      else side.within = edge;
    });
  }
  const reach = (side: Side) => (open.includes(side) ? between(side) : side.beyond.at);
  return found.place.map((_, i) => ({ low: reach(sides[2 * i]), high: reach(sides[2 * i + 1]) }));
}

/** Where a straight line between the edges says that it is just as good. */
function between({ within, beyond }: Side): number {
  const share = (LIMIT - within.above) / (beyond.above - within.above);
  return within.at + share * (beyond.at - within.at);
}

/**
 * Return the least misfit with single assumptions at given places: the others
 * are fitted to them by the slopes, twice.
 */
async function fittedAnew(
  trials: Trials,
  found: Trial,
  slopes: Slopes,
  places: { i: number; at: number }[],
): Promise<number[]> {
  const moved = places.map(({ i, at }) => found.place.map((one, j) => (j === i ? at : one)));
  let tried = await trials.at(moved);
  for (let pass = 0; pass < 2; pass++) {
    const next = tried.map((trial, n) => {
      const step = stepFrom(trials, trial, slopes, 1, places[n].i);
      return trial.place.map((one, j) => one + step[j]);
    });
    const again = await trials.at(next);
    tried = tried.map((trial, n) => (again[n].misfit < trial.misfit ? again[n] : trial));
  }
  return tried.map(({ misfit }) => misfit);
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
