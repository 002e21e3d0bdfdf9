/** What is recorded by role, by the way from one service to another, and by offer. */
import {
  A_YEAR,
  FAMILY_COLUMNS,
  FAMILY_WORKER_DAYS,
  OFFER_ACCEPTED,
  OFFER_COLUMNS,
  OFFER_MADE,
  OFFER_RECEIVED,
  PASS_ARRIVED,
  PASS_COLUMNS,
  PASS_SENT,
  ROLE_BEGUN,
  ROLE_COLUMNS,
  ROLE_CUT_SHORT,
  ROLE_FILLED_DAYS,
  ROLE_KEPT_A_YEAR,
  ROLE_RECRUITED,
  ROLE_TOGETHER_DAYS,
  ROUNDING,
} from './replication.ts';
import { settleSessions } from './sessions.ts';
import type { World } from './world.ts';

/** Whether what happens now lies between start and horizon. */
function isCounted(w: World): boolean {
  return w.month >= 0 && w.month < w.record.horizonMonths;
}

/** Bring what depends on which posts of a role are filled up to now. Call it before that changes. */
export function touchRole(w: World, role: number): void {
  settleSessions(w, role);
  const days = w.now - w.roleFilledAt[role];
  w.roleFilledAt[role] = w.now;
  if (days <= 0 || !isCounted(w)) return;
  w.record.byRole[role * ROLE_COLUMNS + ROLE_FILLED_DAYS] += w.roleFilled[role] * days;
}

/** Put down that a post of a role is filled at a cost. */
export function countRecruited(w: World, role: number): void {
  if (isCounted(w)) w.record.byRole[role * ROLE_COLUMNS + ROLE_RECRUITED] += 1;
}

/** Put down pounds for a placement that was bought at `places`, or that come back. */
export function countBought(w: World, places: number, pounds: number): void {
  if (isCounted(w)) w.record.bought[places] += pounds;
}

/** Put down a relationship that began within the horizon, and how it ended. */
export function countRelationship(w: World, role: number, days: number, isCut: boolean): void {
  const { byRole } = w.record;
  const at = role * ROLE_COLUMNS;
  byRole[at + ROLE_BEGUN] += 1;
  byRole[at + ROLE_TOGETHER_DAYS] += days;
  if (isCut) byRole[at + ROLE_CUT_SHORT] += 1;
  if (days >= A_YEAR - ROUNDING) byRole[at + ROLE_KEPT_A_YEAR] += 1;
}

/** Put down that somebody is passed from one service to another, and whether they arrived. */
export function countPass(w: World, from: number, to: number, arrived: boolean): void {
  if (!isCounted(w)) return;
  const at = (from * w.layoutSizes.services + to) * PASS_COLUMNS;
  w.record.passes[at + PASS_SENT] += 1;
  if (arrived) w.record.passes[at + PASS_ARRIVED] += 1;
}

/** Put down that support with a need is offered now, and whether the person says yes; return whether it counts. */
export function countOffer(w: World, offer: number, accepted: boolean): boolean {
  if (!isCounted(w)) return false;
  w.record.byOffer[offer * OFFER_COLUMNS + OFFER_MADE] += 1;
  if (accepted) w.record.byOffer[offer * OFFER_COLUMNS + OFFER_ACCEPTED] += 1;
  return true;
}

/** Put down that what was offered begins: with the offer, whenever that is. */
export function countReceived(w: World, offer: number): void {
  w.record.byOffer[offer * OFFER_COLUMNS + OFFER_RECEIVED] += 1;
}

/** Bring the days that workers spend beside families supported together up to now. */
export function touchFamilyWorkers(w: World): void {
  const days = w.now - w.familyWorkersAt;
  w.familyWorkersAt = w.now;
  if (!isCounted(w)) return;
  w.record.families[w.month * FAMILY_COLUMNS + FAMILY_WORKER_DAYS] += w.familyWorkersNow * days;
}
