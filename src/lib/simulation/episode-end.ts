/** The end of an episode: relationships, places, lists and support are all let go. */
import { leaveLists } from './episodes.ts';
import { endSupported, isAloneFrom, isUnplanned } from './exposure.ts';
import { leaveList } from './lists.ts';
import { releasePlaces } from './places.ts';
import { countOfService, countStage, countStay, touchService } from './records.ts';
import { endRelationship, recordFinished } from './relationships.ts';
import { GONE_WHILE_WAITING, OTHER_LIFE_EVENT, PLANNED_ENDING } from './replication.ts';
import { leaveServer } from './sessions.ts';
import { endMat, endSupport } from './support.ts';
import type { World } from './world.ts';

/** End an episode that began or not; its relationships end for `reason`. */
export function endEpisode(w: World, e: number, reason: number): void {
  // Nobody asks for the hazard of an episode that ends, so it is not brought up to now.
  w.eHazardAt[e >> 2] = w.now;
  const holds = w.eHolds[e];
  for (let i = 0; i < holds; i++) {
    const at = e + i;
    if (w.eRole[at] < 0) continue;
    if (w.eRelationship[at] >= 0) endRelationship(w, w.eRelationship[at], reason);
  }
  const p = w.ePerson[e];
  const began = w.eBegun[e] === 1;
  if (!began && reason === OTHER_LIFE_EVENT) countOfService(w, e, GONE_WHILE_WAITING);
  const wasMat = w.eMat[e] === 1;
  const from = w.eBegan[e >> 2];
  const s = w.eService[e];
  removeEpisode(w, e);
  if (began && reason === PLANNED_ENDING && w.terms.firstStage[s] >= 0) recordFinished(w, p, from);
  if (began && isUnplanned(reason)) isAloneFrom(w, p, wasMat);
}

/** Take an episode out of the model, its relationships having ended: throws where one has not. */
export function removeEpisode(w: World, e: number): void {
  const p = w.ePerson[e];
  const s = w.eService[e];
  leaveLists(w, e);
  leaveServer(w, e);
  const holds = w.eHolds[e];
  for (let i = 0; i < holds; i++) {
    const at = e + i;
    if (w.eRelationship[at] >= 0) throw new Error('An episode went before its relationship ended.');
    if (w.eNode[at] >= 0) leaveList(w, w.eNode[at]);
    w.eNode[at] = -1;
    w.eRole[at] = -1;
  }
  if (w.ePlaces[e] >= 0) releasePlaces(w, e, 0);
  if (w.eBegun[e] === 1) {
    touchService(w, s);
    w.present[s]--;
    countStay(w, e);
    countStage(w, e, false);
    endSupport(w, e);
    if (w.eMat[e] === 1) endMat(w, p);
    endSupported(w, p);
  }
  // Keep the order: what ends first at a move must not depend on where it stood.
  const last = p + --w.pEpisodeCount[p];
  let at = p;
  while (w.pEpisodes[at] !== e) at++;
  for (; at < last; at++) w.pEpisodes[at] = w.pEpisodes[at + 1];
  w.eBegun[e] = 0;
  w.eStamp[e]++;
  w.eGeneration[e]++;
  w.eFree.push(e);
}
