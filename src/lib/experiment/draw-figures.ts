import { rangeQuantile } from '../engine/distributions.ts';
import { log } from '../engine/elementary.ts';
import { Draws, hashText } from '../engine/random.ts';
import type { Length, Portfolio, Quantity } from '../portfolio/portfolio.ts';
import { peopleInSession } from '../portfolio/resolve-points.ts';
import {
  inputKey,
  isUncertain,
  keyedFigures,
  uncertainInputs,
  type RangedQuantity,
  type UncertainInput,
} from '../portfolio/uncertain-inputs.ts';
import { canBeAt, keepSums } from './keep-sums.ts';

/**
 * Where each uncertain input stands between its lowest and its highest: a
 * number above 0 and below 1, of which one half is the best value.
 */
export type QuantileOf = (key: string) => number;

/** Marks the streams of figures, so that no person or post shares them. */
const FIGURE_STREAM = 0x666967;

/** A range of 80% says little of its far tails: nothing beyond this is drawn. */
const FARTHEST = 0.01;

/**
 * Return the quantiles of one set of plausible figures. Each depends on the
 * seed, the number of the draw and the input's key, and on nothing else.
 */
export function drawnQuantiles(seed: number, draw: number): QuantileOf {
  const draws = new Draws(seed, draw);
  return (key) => {
    draws.streamKey(FIGURE_STREAM, hashText(key));
    draws.key(draws.x0, draws.x1);
    return draws.uniform(hashText(`figure ${key}`), 0);
  };
}

/**
 * Return a copy of a portfolio in which every uncertain figure has the value at
 * its quantile.
 *
 * Low, best and high are the 10th, 50th and 90th percentile; counts, times and
 * rates stay above 0 and shares within 0 and 1. A length keeps its shape and
 * grows with its mean. Shares of one whole are scaled back to the whole that
 * they make at their best values.
 */
export function drawFigures(portfolio: Portfolio, quantileOf: QuantileOf): Portfolio {
  return figuresWith(portfolio, quantileOf, () => false);
}

/**
 * Return the same with the inputs that are given at their quantiles, and every other at its best.
 * A share that is given is what it is said to be: its partners alone make room for it.
 */
export function figuresAt(
  portfolio: Portfolio,
  quantiles: Readonly<Record<string, number>>,
): Portfolio {
  const isGiven = (key: string) => Object.hasOwn(quantiles, key);
  return figuresWith(portfolio, (key) => (isGiven(key) ? quantiles[key] : 0.5), isGiven);
}

/** Return the inputs that can be tried at both of these quantiles by themselves. */
export function inputsTriedAt(
  portfolio: Portfolio,
  quantiles: readonly [number, number],
): UncertainInput[] {
  const figures = keyedFigures(portfolio);
  return uncertainInputs(portfolio).filter(({ key, figure }) => {
    if (figure.dimension !== 'share') return true;
    const own = figures.flatMap((one) =>
      one.key === key && isUncertain(one.figure) ? [one.figure] : [],
    );
    return quantiles.every((at) =>
      canBeAt(portfolio, new Map(own.map((one) => [one, valueAt(one, at)]))),
    );
  });
}

function figuresWith(
  portfolio: Portfolio,
  quantileOf: QuantileOf,
  isGiven: (key: string) => boolean,
): Portfolio {
  const drawn = structuredClone(portfolio);
  const held = new Set<Quantity>();
  scaleLengths(drawn, quantileOf);
  for (const { key, figure } of keyedFigures(drawn)) {
    if (isUncertain(figure)) figure.value = valueAt(figure, quantileOf(key));
    if (isGiven(key)) held.add(figure);
  }
  fillSessions(drawn);
  keepSums(portfolio, drawn, held);
  return drawn;
}

/** Return the value of an uncertain figure at a quantile. */
export function valueAt(figure: RangedQuantity, quantile: number): number {
  const { low, value, high } = figure;
  const [least, most] = boundsOf(figure);
  const within = Math.min(1 - FARTHEST, Math.max(FARTHEST, quantile));
  return rangeQuantile(within, low, value, high, least, most);
}

/** What a figure of its kind can never be beyond. */
function boundsOf({ low, high, dimension }: RangedQuantity): [number, number] {
  if (dimension !== 'share') return [low < 0 ? -Infinity : 0, Infinity];
  return [low < 0 ? -1 : 0, high > 1 ? Infinity : 1];
}

/** The places of a vehicle's stops follow from the contacts it makes in an hour. */
function fillSessions({ services }: Portfolio): void {
  for (const { contacts, sessions } of services.flatMap(({ points }) => points)) {
    if (!contacts) continue;
    for (const session of sessions) session.people = peopleInSession(contacts, session);
  }
}

/** A lognormal holds its place apart from its mean: both move together. */
function scaleLengths(value: unknown, quantileOf: QuantileOf): void {
  if (typeof value !== 'object' || value === null) return;
  if (isLognormal(value) && isUncertain(value.mean)) {
    const { mean } = value;
    value.mu += log(valueAt(mean, quantileOf(inputKey(mean))) / mean.value);
  }
  for (const inner of Object.values(value)) scaleLengths(inner, quantileOf);
}

function isLognormal(value: object): value is Extract<Length, { law: 'lognormal' }> {
  return 'law' in value && value.law === 'lognormal' && 'mean' in value;
}
