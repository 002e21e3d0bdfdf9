/** What awards pay, day by day: while they run, and while they only see people through. */
import { exp, expm1 } from '../engine/elementary.ts';
import { FILLED } from './posts.ts';
import type { World } from './world.ts';

export const FUNDING_RUNS = 0;
/** Ended, and a new provider begins after a gap. */
export const BETWEEN_PROVIDERS = 1;
export const CLOSED_FOR_GOOD = 2;
/** Ended, but workers stay with the people they have. */
export const SEEING_THROUGH = 3;

/** Buying power of an award on a day of the run against its first day; 1 on the days before. */
export function realFactor(w: World, c: number, day = w.now): number {
  const growth = w.terms.realGrowth[c];
  const first = Math.max(0, w.cBegan[c]);
  if (growth === 0 || day <= first) return 1;
  return exp((growth * (day - first)) / 365.25);
}

/** Cost a day of the workers who are in post under a contract. */
function costOfStaff(w: World, c: number): number {
  const { posts, terms } = w;
  let cost = 0;
  for (const r of w.contractRoles[c]) {
    for (let i = posts.first[r]; i < posts.last[r]; i++) {
      if (posts.state[i] === FILLED) cost += terms.postCost[r] * posts.share[i];
    }
  }
  return cost;
}

/** Days of full buying power that an award's days from `from` up to now come to. */
function daysOfPower(w: World, c: number, from: number): number {
  const rate = w.terms.realGrowth[c] / 365.25;
  const days = w.now - from;
  return rate === 0 ? days : (realFactor(w, c, from) * expm1(rate * days)) / rate;
}

/**
 * Bring the commitment of a contract up to now: what the award pays, and where
 * it has ended, what workers who moved over or see people through still cost.
 * Where it ended for good, what it would have paid on beyond that is gone.
 */
export function commit(w: World, c: number): void {
  const from = w.cCommittedAt[c];
  const days = w.now - from;
  if (days <= 0) return;
  w.cCommittedAt[c] = w.now;
  if (w.month < 0) return;
  const runs = w.cPhase[c] === FUNDING_RUNS;
  const paid = runs ? w.terms.pays[c] * daysOfPower(w, c, from) : costOfStaff(w, c) * days;
  w.record.commitment[w.month * w.cEnds.length + c] += paid;
  if (runs && w.month < w.record.horizonMonths) w.record.runningDays[c] += days;
  if (runs || w.cRestart[c] !== Infinity || w.month >= w.record.horizonMonths) return;
  w.record.gone[c * 2 + (w.cMoved[c] === 1 ? 0 : 1)] += w.terms.pays[c] * days - paid;
}
