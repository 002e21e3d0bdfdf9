import { boxedLeastSquares } from './boxed-least-squares.ts';
import { leftovers, type Place, type Trial, type Trials } from './trials.ts';

/** How far about a place slopes are felt for, at first and at last; ranges reach from −1 to 1. */
const FIRST_REACH = 0.4;
const LAST_REACH = 0.05;
const MOST_ROUNDS = 10;
/** Draws towards the best values where targets leave it open; too weak to hold a target off. */
export const PULL = 1e-3;
/** A gain in the squared leftovers that is not worth another round. */
const NO_GAIN = 0.005;

/** Slopes of the fitted targets, in their standard errors, about a place. */
export type Slopes = number[][];

/**
 * Look for the place that misses the targets least, from the best values on.
 *
 * Each round tries two places a little to either side for each assumption,
 * takes the targets for straight between them, goes where that says they are
 * met (or half of the way), and looks more closely when it did not help
 * (Gauss–Newton in a region of trust). All places see the same futures. Returns
 * the trial found and the last slopes about it.
 */
export async function search(trials: Trials): Promise<{ found: Trial; slopes: Slopes }> {
  const size = trials.problem.free.length;
  let [centre] = await trials.at([new Array<number>(size).fill(0)]);
  let reach = FIRST_REACH;
  for (let round = 0; ; round++) {
    const slopes = await slopesAbout(trials, centre, reach);
    if (round === MOST_ROUNDS || reach < LAST_REACH) return { found: centre, slopes };
    const step = stepFrom(trials, centre, slopes, 2 * reach);
    const onward = (share: number) => centre.place.map((at, i) => at + share * step[i]);
    const tried = await trials.at([onward(1), onward(0.5)]);
    const next = [...tried, trials.best].reduce((a, b) => (cost(b) < cost(a) ? b : a));
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
function cost({ misfit, place }: Trial): number {
  return place.reduce((sum, at) => sum + PULL * at * at, misfit);
}

async function slopesAbout(trials: Trials, { place }: Trial, reach: number): Promise<Slopes> {
  const beside = (i: number, by: number): Place => place.map((at, j) => (j === i ? at + by : at));
  const places = place.flatMap((_, i) => [beside(i, reach), beside(i, -reach)]);
  const tried = await trials.at(places);
  const aims = trials.aims.slice(0, trials.problem.fitted.length);
  return aims.map(({ error }, k) =>
    place.map((_, i) => {
      const [over, under] = [tried[2 * i], tried[2 * i + 1]];
      const apart = over.place[i] - under.place[i];
      return (over.results[k].value - under.results[k].value) / error / apart;
    }),
  );
}
