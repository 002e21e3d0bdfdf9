import type { ArmResult } from '../experiment/merge.ts';
import { measured, type Measured } from './measured.ts';
import { aimOf, type Aim, type Problem } from './problem.ts';

/**
 * A place to try: for each assumption −1 at the low end of its range, 0 at its
 * best value, 1 at the high end.
 */
export type Place = readonly number[];

/** What one place gave. */
export interface Trial {
  place: Place;
  /** Fitted targets first, then those looked at. */
  results: Measured[];
  /** Squares of what is left of the fitted targets, each in its standard error, summed. */
  misfit: number;
}

/** Runs arms with these quantiles of inputs, one arm for each, in the same futures. */
export type Evaluate = (quantiles: Record<string, number>[]) => Promise<ArmResult[]>;

/** Steps of a place are no finer than this, so that nothing is tried twice. */
const FINEST = 1e-6;

/** Everything that was tried, in order, each place once. */
export class Trials {
  readonly all: Trial[] = [];
  /** Set when the first place has been tried. */
  aims: Aim[] = [];

  constructor(
    readonly problem: Problem,
    private readonly evaluate: Evaluate,
  ) {}

  /** Return what these places give; places outside the ranges are put on their ends. */
  async at(places: readonly Place[]): Promise<Trial[]> {
    const wanted = places.map((place) => place.map(within));
    const fresh = wanted.filter(
      (place, i) => !this.find(place) && wanted.findIndex((one) => same(one, place)) === i,
    );
    if (fresh.length > 0) {
      const arms = await this.evaluate(fresh.map((place) => quantilesOf(this.problem, place)));
      fresh.forEach((place, i) => this.all.push(this.trial(place, arms[i])));
    }
    return wanted.map((place) => this.find(place) as Trial);
  }

  private find(place: Place): Trial | undefined {
    return this.all.find((one) => same(one.place, place));
  }

  private trial(place: Place, arm: ArmResult): Trial {
    const { fitted, lookedAt } = this.problem;
    if (this.aims.length === 0) {
      this.aims = [...fitted, ...lookedAt].map((target) => aimOf(arm.plan, target));
    }
    return { place, ...this.read(arm) };
  }

  /** What an arm gives, where the first place has been tried. */
  read(arm: ArmResult): Pick<Trial, 'results' | 'misfit'> {
    const results = this.aims.map((aim) => measured(arm, aimOf(arm.plan, aim.target).measure));
    const aims = this.aims.slice(0, this.problem.fitted.length);
    return { results, misfit: misfitOf(aims, results) };
  }
}

/**
 * Return whether a result lies in a target's range, as far as the simulation can
 * tell: no farther outside than twice its own error. Null where it has no value.
 */
export function meets({ low, high }: Aim, { value, error }: Measured): boolean | null {
  if (!Number.isFinite(value) || !Number.isFinite(error)) return null;
  return value >= low - 2 * error && value <= high + 2 * error;
}

/** True where every fitted target is met. */
export function isFit({ aims, problem }: Trials, { results }: Pick<Trial, 'results'>): boolean {
  return aims.slice(0, problem.fitted.length).every((aim, k) => meets(aim, results[k]) === true);
}

/** Return what is left of each target, in its standard errors. */
export function leftovers(aims: readonly Aim[], results: readonly Measured[]): number[] {
  return aims.map(({ value, error }, k) => (results[k].value - value) / error);
}

function misfitOf(aims: readonly Aim[], results: readonly Measured[]): number {
  let sum = 0;
  for (const left of leftovers(aims, results)) sum += left * left;
  // A figure that cannot be told fits nothing.
  return Number.isNaN(sum) ? Infinity : sum;
}

/** The ends of a range are its 10th and 90th percentile. */
export function quantilesOf({ free }: Problem, place: Place): Record<string, number> {
  return Object.fromEntries(free.map(({ key }, i) => [key, 0.5 + 0.4 * place[i]]));
}

function within(coordinate: number): number {
  return Math.round(Math.min(1, Math.max(-1, coordinate)) / FINEST) * FINEST;
}

function same(a: Place, b: Place): boolean {
  return a.every((one, i) => one === b[i]);
}
