/** Leaving support early: a hazard that adds up until it crosses the person's threshold. */
import * as chance from './chance.ts';
import { differenceOf } from './lasting-differences.ts';
import { LEAVE_BY_SERVICE, LEAVE_BY_TOGETHER, LEAVE_CONSTANT, LEAVE_NEVER } from './parameters.ts';
import type { World } from './world.ts';

/** Bring the accumulated hazard of leaving up to now. Call before anything that it depends on changes. */
export function accrueHazard(w: World, e: number): void {
  // Asked for often, and rarely anything to do: small enough to cost no call.
  if (w.eBegun[e] === 1 && w.now > w.eHazardAt[e >> 2]) addHazard(w, e);
}

function addHazard(w: World, e: number): void {
  const from = w.eHazardAt[e >> 2];
  w.eHazardAt[e >> 2] = w.now;
  const t = w.eStage[e];
  const kind = t < 0 ? LEAVE_NEVER : w.terms.leaveKind[t];
  if (kind === LEAVE_NEVER) return;
  const at = t * w.layoutSizes.groups + w.pGroup[w.ePerson[e]];
  const table = w.terms.leaveTable[at];
  if (kind === LEAVE_CONSTANT || table === null) {
    w.eHazard[e >> 2] += w.terms.leaveAlone[at] * (w.now - from);
  } else if (kind === LEAVE_BY_SERVICE) {
    w.eHazard[e >> 2] += table.at(w.now - w.eBegan[e >> 2]) - table.at(from - w.eBegan[e >> 2]);
  } else if (w.eTogether[e >> 2] === Infinity) {
    w.eHazard[e >> 2] += w.terms.leaveAlone[at] * (w.now - from);
  } else {
    const since = w.eTogether[e >> 2];
    w.eHazard[e >> 2] += table.at(w.now - since) - table.at(Math.max(0, from - since));
  }
}

/**
 * Day on which the accumulated hazard, which is up to now, reaches the person's threshold, if
 * nothing changes; Infinity when that is surely not before `limit`.
 */
export function leavesAt(w: World, e: number, limit: number): number {
  const t = w.eStage[e];
  const kind = t < 0 ? LEAVE_NEVER : w.terms.leaveKind[t];
  if (kind === LEAVE_NEVER) return Infinity;
  if (w.eThreshold[e >> 2] < 0) drawThreshold(w, e);
  const left = Math.max(0, w.eThreshold[e >> 2] - w.eHazard[e >> 2]);
  const at = t * w.layoutSizes.groups + w.pGroup[w.ePerson[e]];
  const table = w.terms.leaveTable[at];
  // Even at the highest rate there is, the threshold lies beyond the limit.
  if (table !== null && left > table.mostRate * (limit - w.now) + 1e-9) return Infinity;
  if (kind === LEAVE_BY_SERVICE && table !== null) {
    return w.eBegan[e >> 2] + table.inverse(w.now - w.eBegan[e >> 2], left);
  }
  if (kind === LEAVE_BY_TOGETHER && table !== null && w.eTogether[e >> 2] !== Infinity) {
    return w.eTogether[e >> 2] + table.inverse(w.now - w.eTogether[e >> 2], left);
  }
  const rate = w.terms.leaveAlone[at];
  return rate > 0 ? w.now + left / rate : Infinity;
}

/** Drawn when it is first asked for: where nobody leaves early, nobody needs one. */
function drawThreshold(w: World, e: number): void {
  const p = w.ePerson[e];
  w.eThreshold[e >> 2] = thresholdOf(w, w.pKey0[p], w.pKey1[p], w.eService[e], w.eVisit[e]);
}

/**
 * The accumulated hazard at which the person of this stream leaves a service
 * early: a unit exponential, divided by what multiplies their hazard for good.
 */
export function thresholdOf(
  w: World,
  key0: number,
  key1: number,
  s: number,
  visit: number,
): number {
  const key = w.program.layout.services.keys[s];
  w.draws.key(key0, key1);
  const drawn = w.draws.exponential(chance.counter(chance.LEAVE_THRESHOLD, key), visit);
  const { differences } = w.terms;
  return differences === null ? drawn : drawn / differenceOf(w, key0, key1, differences);
}

/**
 * Hazard that somebody of group `g` has behind them on coming to stage `t`, if
 * every stage before took its mean and nobody left their side; 0 where a stage
 * before has no end.
 */
export function hazardBefore(w: World, t: number, g: number): number {
  const { terms } = w;
  const s = w.program.layout.stages.service[t];
  let sum = 0;
  let clock = 0;
  for (let i = terms.firstStage[s]; i >= 0 && i !== t; i = terms.stageNext[i]) {
    const days = terms.lengths.mean(terms.stageLasts[i]);
    if (!Number.isFinite(days)) return 0;
    const at = i * w.layoutSizes.groups + g;
    const table = terms.leaveTable[at];
    sum += table === null ? terms.leaveAlone[at] * days : table.at(clock + days) - table.at(clock);
    clock += days;
  }
  return sum;
}
