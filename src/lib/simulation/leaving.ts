/** Leaving support early: a hazard that adds up until it crosses the person's threshold. */
import * as chance from './chance.ts';
import { LEAVE_BY_SERVICE, LEAVE_BY_TOGETHER, LEAVE_CONSTANT, LEAVE_NEVER } from './parameters.ts';
import type { World } from './world.ts';

/** Bring the accumulated hazard of leaving up to now. Call before anything that it depends on changes. */
export function accrueHazard(w: World, e: number): void {
  const from = w.eHazardAt[e];
  if (w.eBegun[e] === 0 || w.now <= from) return;
  w.eHazardAt[e] = w.now;
  const t = w.eStage[e];
  const kind = t < 0 ? LEAVE_NEVER : w.terms.leaveKind[t];
  if (kind === LEAVE_NEVER) return;
  const at = t * w.layoutSizes.groups + w.pGroup[w.ePerson[e]];
  const table = w.terms.leaveTable[at];
  if (kind === LEAVE_CONSTANT || table === null) {
    w.eHazard[e] += w.terms.leaveAlone[at] * (w.now - from);
  } else if (kind === LEAVE_BY_SERVICE) {
    w.eHazard[e] += table.at(w.now - w.eBegan[e]) - table.at(from - w.eBegan[e]);
  } else if (w.eTogether[e] === Infinity) {
    w.eHazard[e] += w.terms.leaveAlone[at] * (w.now - from);
  } else {
    const since = w.eTogether[e];
    w.eHazard[e] += table.at(w.now - since) - table.at(Math.max(0, from - since));
  }
}

/**
 * Day on which the accumulated hazard reaches the person's threshold, if
 * nothing changes; Infinity when that is surely not before `limit`.
 */
export function leavesAt(w: World, e: number, limit: number): number {
  const t = w.eStage[e];
  const kind = t < 0 ? LEAVE_NEVER : w.terms.leaveKind[t];
  if (kind === LEAVE_NEVER) return Infinity;
  if (w.eThreshold[e] < 0) drawThreshold(w, e);
  const left = Math.max(0, w.eThreshold[e] - w.eHazard[e]);
  const at = t * w.layoutSizes.groups + w.pGroup[w.ePerson[e]];
  const table = w.terms.leaveTable[at];
  // Even at the highest rate there is, the threshold lies beyond the limit.
  if (table !== null && left > table.mostRate * (limit - w.now) + 1e-9) return Infinity;
  if (kind === LEAVE_BY_SERVICE && table !== null) {
    return w.eBegan[e] + table.inverse(w.now - w.eBegan[e], left);
  }
  if (kind === LEAVE_BY_TOGETHER && table !== null && w.eTogether[e] !== Infinity) {
    return w.eTogether[e] + table.inverse(w.now - w.eTogether[e], left);
  }
  const rate = w.terms.leaveAlone[at];
  return rate > 0 ? w.now + left / rate : Infinity;
}

/** Drawn when it is first asked for: where nobody leaves early, nobody needs one. */
function drawThreshold(w: World, e: number): void {
  const key = w.program.layout.services.keys[w.eService[e]];
  w.eThreshold[e] = chance.personExponential(
    w,
    w.ePerson[e],
    chance.LEAVE_THRESHOLD,
    key,
    w.eVisit[e],
  );
}
