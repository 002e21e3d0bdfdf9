/** Lasting differences between people in how readily they leave support early. */
import {
  gammaQuantile,
  lognormalFromMeanSpread,
  lognormalQuantile,
} from '../engine/distributions.ts';
import { QuantileTable } from '../engine/quantile-table.ts';
import type { LeavingRule } from '../portfolio/leaving-rule.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import * as chance from './chance.ts';
import type { SharedTables } from './shared-tables.ts';
import type { World } from './world.ts';

/** Nobody is so settled that dividing by their difference would give no number. */
const LEAST = 1e-12;

/** Return what people's differences are drawn from; null where people do not differ. */
export function compileDifferences(
  { rules }: Portfolio,
  tables: SharedTables,
): QuantileTable | null {
  const { leaving } = rules;
  if (leaving?.fallsWith !== 'lasting-differences' || !leaving.differences) return null;
  const { spread, law } = leaving.differences;
  if (spread.value <= 0) return null;
  const key = `${law} ${spread.value}`;
  return tables.differences(key, () => new QuantileTable(quantileOf(law, spread.value)));
}

/** Quantiles of a law with mean one and this standard deviation. */
function quantileOf(
  law: NonNullable<LeavingRule['differences']>['law'],
  spread: number,
): (u: number) => number {
  if (law === 'gamma') {
    const variance = spread * spread;
    return (u) => gammaQuantile(u, 1 / variance, variance);
  }
  const { mu, sigma } = lognormalFromMeanSpread(1, spread);
  return (u) => lognormalQuantile(u, mu, sigma);
}

/**
 * What multiplies the rate at which the person of this stream leaves early: one
 * number for their whole life, in every service and on every return, whatever the scenario.
 */
export function differenceOf(
  w: World,
  key0: number,
  key1: number,
  among: QuantileTable | null,
): number {
  if (among === null) return 1;
  w.draws.key(key0, key1);
  const u = w.draws.uniform(chance.counter(chance.LASTING_DIFFERENCE, 0), 0);
  return Math.max(LEAST, among.at(u));
}

/**
 * Go over from one law of differences to another: what is left of every
 * threshold that was drawn keeps its chance. Accumulated hazards are up to now.
 */
export function changeDifferences(w: World, before: QuantileTable | null): void {
  const after = w.terms.differences;
  if (after === before) return;
  for (let e = 0; e < w.eCount; e += w.eRow) {
    if (w.eThreshold[e >> 2] < 0 || (w.eBegun[e] === 0 && w.eListed[e] === 0)) continue;
    const p = w.ePerson[e];
    const left = w.eThreshold[e >> 2] - w.eHazard[e >> 2];
    const [key0, key1] = [w.pKey0[p], w.pKey1[p]];
    const change = differenceOf(w, key0, key1, before) / differenceOf(w, key0, key1, after);
    w.eThreshold[e >> 2] = w.eHazard[e >> 2] + left * change;
  }
}
