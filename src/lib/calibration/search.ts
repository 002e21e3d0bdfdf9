import { boxedLeastSquares } from './boxed-least-squares.ts';
import { spreadPlaces } from './spread-places.ts';
import { isFit, leftovers, type Place, type Trial, type Trials } from './trials.ts';

/** How far about a place slopes are felt for, at first and at last; ranges reach from −1 to 1. */
const FIRST_REACH = 0.4;
const LAST_REACH = 0.05;
const MOST_ROUNDS = 10;
/** Other places to begin from, and rounds from each, where the best values lead to no fit. */
const OTHER_STARTS = 6;
const OTHER_ROUNDS = 4;
/** So near, in every assumption, it is the same place. */
const SAME_PLACE = 0.1;
/** Draws towards the best values where targets leave it open; too weak to hold a target off. */
export const PULL = 1e-3;
/** A gain in the squared leftovers that is not worth another round. */
const NO_GAIN = 0.005;

/** Slopes of the fitted targets, in their standard errors, about a place. */
export type Slopes = number[][];

export interface Found {
  found: Trial;
  slopes: Slopes;
}

/**
 * Look for the place that misses the targets least.
 *
 * It begins at the best values. Where that does not come to a fit, it begins
 * again at other places: at the ends of each range and spread over all of them,
 * those that miss least first. Null where no place tried can tell every target.
 */
export async function search(trials: Trials): Promise<Found | null> {
  const size = trials.problem.free.length;
  const [middle] = await trials.at([new Array<number>(size).fill(0)]);
  let best = Number.isFinite(middle.misfit) ? await descend(trials, middle) : null;
  if (best && isFit(trials, best.found)) return best;
  const about = best?.found.place ?? middle.place;
  for (const start of await otherStarts(trials, about)) {
    const same = best?.found.place;
    const isSame = ({ place }: Trial) =>
      same?.every((at, i) => Math.abs(at - place[i]) < SAME_PLACE) ?? false;
    const more = await descend(trials, start, OTHER_ROUNDS, isSame);
    if (!best || isBetter(more.found, best.found)) best = await descend(trials, more.found);
    if (isFit(trials, best.found)) return best;
  }
  return best;
}

/** Places worth beginning from; those that give what another gives lie on one plateau with it. */
async function otherStarts(trials: Trials, about: Place): Promise<Trial[]> {
  const ends = about.flatMap((_, i) =>
    [-1, 1].map((end) => about.map((at, j) => (j === i ? end : at))),
  );
  const spread = spreadPlaces(about.length, 2 * about.length + 2);
  const tried = (await trials.at([...ends, ...spread]))
    .filter(({ misfit }) => Number.isFinite(misfit))
    .sort((a, b) => a.misfit - b.misfit);
  const apart = tried.filter(
    ({ misfit }, n) => n === 0 || misfit - tried[n - 1].misfit > NO_GAIN * (1 + misfit),
  );
  return apart.slice(0, OTHER_STARTS);
}

/** True where a place misses less than another by as much as is worth a round. */
export function isBetter(one: Trial, than: Trial): boolean {
  return cost(one) < cost(than) - NO_GAIN;
}

/**
 * Go from a place to where the targets are missed least.
 *
 * Each round tries two places a little to either side for each assumption,
 * takes the targets for straight between them, goes where that says they are
 * met (or half of the way), and looks more closely when it did not help
 * (Gauss–Newton in a region of trust). All places see the same futures. Returns
 * the trial found and the last slopes about it.
 */
export async function descend(
  trials: Trials,
  from: Trial,
  rounds = MOST_ROUNDS,
  isEnough: (at: Trial) => boolean = () => false,
): Promise<Found> {
  let centre = from;
  let reach = FIRST_REACH;
  for (let round = 0; ; round++) {
    const { slopes, felt } = await slopesAbout(trials, centre, reach);
    const isOver = round === rounds || reach < LAST_REACH || (round > 0 && isEnough(centre));
    if (isOver) return { found: centre, slopes };
    const step = stepFrom(trials, centre, slopes, 2 * reach);
    const onward = (share: number) => centre.place.map((at, i) => at + share * step[i]);
    const tried = await trials.at([onward(1), onward(0.5)]);
    const next = [...tried, ...felt].reduce((a, b) => (cost(b) < cost(a) ? b : a));
    const gain = cost(centre) - cost(next);
    const far = Math.max(...next.place.map((at, i) => Math.abs(at - centre.place[i])));
    if (gain > 0) centre = next;
    if (gain < NO_GAIN || far < reach) reach /= 2;
  }
}

/** The step that the slopes say is best, no farther than `reach` and within the ranges. */
export function stepFrom(
  { aims, problem }: Trials,
  from: Trial,
  slopes: Slopes,
  reach: number,
  held = -1,
): number[] {
  const most = (i: number) => (i === held ? 0 : reach);
  return boxedLeastSquares({
    errors: leftovers(aims.slice(0, problem.fitted.length), from.results),
    slopes,
    place: from.place,
    pull: PULL,
    low: from.place.map((at, i) => Math.max(-most(i), -1 - at)),
    high: from.place.map((at, i) => Math.min(most(i), 1 - at)),
  });
}

/** What is made small: the misfit, and a little for being away from the best values. */
export function cost({ misfit, place }: Trial): number {
  return place.reduce((sum, at) => sum + PULL * at * at, misfit);
}

async function slopesAbout(
  trials: Trials,
  centre: Trial,
  reach: number,
): Promise<{ slopes: Slopes; felt: Trial[] }> {
  const { place } = centre;
  const beside = (i: number, by: number): Place => place.map((at, j) => (j === i ? at + by : at));
  const places = place.flatMap((_, i) => [beside(i, reach), beside(i, -reach)]);
  const felt = await trials.at(places);
  const aims = trials.aims.slice(0, trials.problem.fitted.length);
  const slopes = aims.map(({ error }, k) =>
    place.map((_, i) => {
      // Where one side cannot tell the target, the other side does; where none can, it is flat.
      const can = (trial: Trial) => (Number.isFinite(trial.results[k].value) ? trial : centre);
      const [over, under] = [can(felt[2 * i]), can(felt[2 * i + 1])];
      const apart = over.place[i] - under.place[i];
      if (apart === 0) return 0;
      return (over.results[k].value - under.results[k].value) / error / apart;
    }),
  );
  return { slopes, felt };
}
