/** What the end of money does to people: those who wait, and those whom nobody holds. */
import { endEpisode, removeEpisode } from './episode-end.ts';
import { scheduleEpisode } from './episodes.ts';
import { leaveList } from './lists.ts';
import { isHeld, isOver, isRoleOver } from './money-gone.ts';
import { inOrderOfComing } from './order-of-coming.ts';
import { isBought } from './places.ts';
import { settle, turnToSomebody } from './people.ts';
import { countReferral } from './records.ts';
import { leadRole } from './relationships.ts';
import { CLOSED_OUT, FUNDING_ENDED } from './replication.ts';
import { closeEmptied } from './workers.ts';
import type { World } from './world.ts';

/**
 * Nobody will ever be in this role again for a person, whom nobody in it holds: they do without,
 * or where it leads their stage their support ends.
 */
export function roleIsOver(w: World, e: number, hold: number): void {
  const at = e + hold;
  const role = w.eRole[at];
  if (w.eNode[at] >= 0) leaveList(w, w.eNode[at]);
  w.eNode[at] = -1;
  w.eRole[at] = -1;
  if (leadRole(w, w.eStage[e]) === role) letGo(w, e);
  else scheduleEpisode(w, e);
}

/** A person's support ends because money did. */
export function letGo(w: World, e: number): void {
  const p = w.ePerson[e];
  endEpisode(w, e, FUNDING_ENDED);
  settle(w, p, false);
}

/** On the last day of a role's money: in a stage that it leads nobody is without any worker. */
export function clearList(w: World, role: number): void {
  let n = w.listHead[role];
  while (n >= 0) {
    const next = w.nNext[n];
    const e = w.nEpisode[n];
    if (w.eBegun[e] === 1 && leadRole(w, w.eStage[e]) === role && !isHeld(w, e)) letGo(w, e);
    n = next;
  }
}

/**
 * On the last day of the money for placements: nobody in a service waits for one that will never
 * be bought, and nobody without any worker for one that may be.
 */
export function clearPlacements(w: World, i: number, seenThrough: boolean): void {
  const c = w.terms.placesContract[i];
  let n = w.listHead[w.placesList + i];
  while (n >= 0) {
    const next = w.nNext[n];
    const e = w.nEpisode[n];
    const held = isHeld(w, e);
    if (w.eBegun[e] === 1 && (isOver(w, c, held) || (!seenThrough && !held))) letGo(w, e);
    n = next;
  }
}

/**
 * A role whose award has ended, once its list is served: a worker who has seen everybody through
 * goes, and whoever is in the service and waits for somebody who will never come does so no longer.
 */
export function tidyRole(w: World, role: number): void {
  const { posts } = w;
  for (let i = posts.first[role]; i < posts.last[role]; i++) {
    if (posts.throughOnly[i] === 1 && posts.people[i] < 0) closeEmptied(w, i);
  }
  if (!isOver(w, w.terms.roleContract[role], false)) return;
  let n = w.listHead[role];
  while (n >= 0) {
    const next = w.nNext[n];
    const e = w.nEpisode[n];
    const isLead = leadRole(w, w.eStage[e]) === role;
    if (w.eBegun[e] === 1 && isRoleOver(w, e, role, !isLead || isHeld(w, e))) {
      roleIsOver(w, e, w.nFor[n]);
    }
    n = next;
  }
}

/**
 * Nobody waits any longer for a service whose money ended, and nobody is in it
 * without a worker, unless they are being seen through.
 */
export function clearService(w: World, s: number, seenThrough: boolean): void {
  for (const e of inOrderOfComing(w, s)) {
    if (w.eListed[e] === 1) closeOut(w, e);
    else if (!seenThrough && !isHeld(w, e)) letGo(w, e);
  }
}

/** Nobody waits any longer for services of other contracts that begin with what this one paid. */
export function clearEntrants(w: World, c: number): void {
  const { terms } = w;
  for (let s = 0; s < w.layoutSizes.services; s++) {
    const t = terms.firstStage[s];
    if (t < 0 || terms.serviceContract[s] === c) continue;
    const role = leadRole(w, t);
    const places = terms.stagePlaces[t];
    const isRoleGone = role >= 0 && terms.roleContract[role] === c;
    if (!isRoleGone && !(isBought(w, places) && terms.placesContract[places] === c)) continue;
    for (const e of inOrderOfComing(w, s)) if (w.eListed[e] === 1) closeOut(w, e);
  }
}

/** Take somebody off the list of a service that takes nobody: they turn elsewhere. */
function closeOut(w: World, e: number): void {
  const p = w.ePerson[e];
  countReferral(w, e, CLOSED_OUT, 1);
  removeEpisode(w, e);
  if (w.pEpisodeCount[p] > 0) return;
  w.pSpell[p]++;
  turnToSomebody(w, p);
}
