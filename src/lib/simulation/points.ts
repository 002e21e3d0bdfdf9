/** Which point of a service a person goes to, and on which weekday. */
import * as chance from './chance.ts';
import { nextOccurrence, nextSession } from './sessions.ts';
import type { World } from './world.ts';

/**
 * The point that a person goes to: the nearest, -1 where there is none. Of several equally near,
 * the one where they would be let in first; where nobody is let in at sessions any alike, drawn once
 * a person. `node` is their place in a list, -1 for somebody who is on none.
 */
export function pointFor(w: World, p: number, s: number, priority: number, node: number): number {
  const { nearestFirst, nearestPoints, entersBySession } = w.terms;
  const at = s * w.layoutSizes.homes + w.pHome[p];
  const first = nearestFirst[at];
  const last = nearestFirst[at + 1];
  if (first === last) return -1;
  if (last - first === 1) return nearestPoints[first];
  if (entersBySession[s] === 0) {
    const key = w.program.layout.services.keys[s];
    const u = chance.personDraw(w, p, chance.USUAL_POINT, key, 0);
    return nearestPoints[first + Math.floor(u * (last - first))];
  }
  let best = nearestPoints[first];
  let soonest = Infinity;
  for (let i = first; i < last; i++) {
    const moment = letIn(w, nearestPoints[i], priority, node);
    if (moment < soonest) {
      soonest = moment;
      best = nearestPoints[i];
    }
  }
  return best;
}

/** Whether nothing is nearer to a person's home than a point. */
export function isNearest(w: World, p: number, s: number, point: number): boolean {
  const { nearestFirst, nearestPoints } = w.terms;
  const at = s * w.layoutSizes.homes + w.pHome[p];
  for (let i = nearestFirst[at]; i < nearestFirst[at + 1]; i++) {
    if (nearestPoints[i] === point) return true;
  }
  return false;
}

/** When somebody would be let in at a point, behind those of at least their priority; Infinity: never. */
function letIn(w: World, point: number, priority: number, node: number): number {
  const { serverFirst, sessionCapacity } = w.terms;
  const first = serverFirst[point];
  const last = serverFirst[point + 1];
  let aWeek = 0;
  for (let i = first; i < last; i++) aWeek += sessionCapacity[i];
  if (aWeek === 0) return Infinity;
  let people = 1;
  for (let n = w.listHead[w.serverList + point]; n >= 0 && n !== node; n = w.nNext[n]) {
    if (w.nPriority[n] < priority) break;
    people++;
  }
  const next = nextSession(w, point);
  let i = next;
  let weeks = 0;
  for (people -= sessionCapacity[i]; people > 0; people -= sessionCapacity[i]) {
    i = i + 1 < last ? i + 1 : first;
    if (i === next) weeks++;
  }
  return nextOccurrence(w, i) + 7 * weeks;
}

/**
 * The weekday on which a person goes to their point: any of its opening days
 * alike. Only partners, who come on some of them, ask for it. -1: none.
 */
export function visitDay(w: World, p: number, s: number, point: number): number {
  const { partners } = w.program.layout;
  if (point < 0 || partners.first[s] === partners.first[s + 1]) return -1;
  const { serverFirst, sessionWeekday } = w.terms;
  let open = 0;
  let days = 0;
  for (let i = serverFirst[point]; i < serverFirst[point + 1]; i++) {
    const bit = 1 << sessionWeekday[i];
    // It may open twice on one day, which is no reason to come on that day more often.
    if ((open & bit) === 0) days++;
    open |= bit;
  }
  if (days === 0) return -1;
  let nth = 0;
  if (days > 1) {
    const u = chance.personDraw(w, p, chance.VISIT_DAY, w.program.layout.points.keys[point], 0);
    nth = Math.floor(u * days);
  }
  for (let i = serverFirst[point]; ; i++) {
    const bit = 1 << sessionWeekday[i];
    if ((open & bit) === 0) continue;
    if (nth-- === 0) return sessionWeekday[i];
    open &= ~bit;
  }
}
