/** Episodes: one person's passage through one service, stage by stage. */
import * as chance from './chance.ts';
import { letGo } from './close-service.ts';
import { endEpisode, removeEpisode } from './episode-end.ts';
import { beginSupport, isAloneFrom } from './exposure.ts';
import { accrueHazard, leavesAt } from './leaving.ts';
import { endEntryWait, joinList, leaveList } from './lists.ts';
import { isRoleOver } from './money-gone.ts';
import { TO_FINISHED, TO_OUT } from './parameters.ts';
import { HAS_STARTED, isWatched, leaveArea, settle } from './people.ts';
import { releasePlaces, takePlaces } from './places.ts';
import { isAccepting, passOn } from './referrals.ts';
import {
  countNow,
  countOfService,
  countPerson,
  countReferral,
  countStage,
  touchService,
} from './records.ts';
import {
  addHold,
  beginRelationship,
  dropHolds,
  endRelationship,
  headStartKept,
  holdOf,
  isDeadEnd,
  leadRole,
  loadOf,
  takesPeople,
  takeWorker,
  weigh,
} from './relationships.ts';
import {
  LEFT_EARLY,
  MOVED_ON_COLD,
  MOVED_ON_WARM,
  PEOPLE_STARTED,
  PERSONS_CHOICE,
  PLANNED_ENDING,
  ROUNDING,
  STARTED,
  STARTED_AFTER_42,
  STARTED_NOW,
  STARTED_WITHIN_21,
  STARTED_WITHIN_42,
  STOPPED_WAITING,
  TIME_LIMIT,
  WAIT_DAYS,
} from './replication.ts';
import { beginMat, setTimers } from './support.ts';
import {
  ENTRY_WAIT,
  EPISODE,
  FOR_PLACES,
  IN_STAGE,
  PATHWAY_WAIT,
  PAUSED,
  type World,
} from './world.ts';

/** Why an episode's next event comes. */
const EXIT = 1;
const LIMIT = 2;
const STAGE_END = 3;
const LEAVE = 4;
const STOP_WAITING = 5;
const ASKS = 6;

/** Entrant of the race between links for going nowhere. */
const NOWHERE = -2;

/** Move an episode into a stage, or onto the lists that the stage waits for. */
export function enterStage(w: World, e: number, t: number): void {
  accrueHazard(w, e);
  w.eStage[e] = t;
  w.eEndsEarly[e] = 0;
  if (w.eBegun[e] === 1) {
    w.eState[e] = PATHWAY_WAIT;
    dropHolds(w, e, t);
    if (w.ePlaces[e] >= 0 && w.terms.stagePlaces[t] !== w.ePlaces[e]) releasePlaces(w, e, 0);
  }
  advance(w, e);
}

/** Take what the stage needs, places first, then the lead worker; start it when all is there. */
export function advance(w: World, e: number): void {
  const t = w.eStage[e];
  const places = w.terms.stagePlaces[t];
  if (places >= 0 && w.ePlaces[e] !== places) {
    if (w.ePlacesNode[e] >= 0) return;
    if (w.listHead[w.placesList + places] >= 0 || !takePlaces(w, e, places)) {
      w.ePlacesNode[e] = joinList(w, w.placesList + places, e, FOR_PLACES, w.ePriority[e], false);
      if (w.eBegun[e] === 1) scheduleEpisode(w, e);
      return;
    }
  }
  const role = leadRole(w, t);
  if (role >= 0) {
    let hold = holdOf(w, e, role);
    if (hold < 0) hold = addHold(w, e, role);
    if (w.eRelationship[e + hold] < 0) {
      if (w.eNode[e + hold] >= 0) return;
      if (!takeWorker(w, e, hold)) {
        w.eNode[e + hold] = joinList(w, role, e, hold, w.ePriority[e], false);
        if (w.eBegun[e] === 0) return;
        // If its money is gone for good, that is found as the list is served.
        if (isRoleOver(w, e, role, false)) w.markRole(role);
        scheduleEpisode(w, e);
        return;
      }
    }
  }
  if (w.eState[e] === PAUSED) resume(w, e);
  else startStage(w, e);
}

/** Record that a person has started with a service: waits, MAT, being counted as there. */
export function beginEpisode(w: World, e: number): void {
  const s = w.eService[e];
  const p = w.ePerson[e];
  endEntryWait(w, e);
  touchService(w, s);
  w.present[s]++;
  w.eBegun[e] = 1;
  w.eBegan[e >> 2] = w.now;
  w.eHazardAt[e >> 2] = w.now;
  const wait = w.now - w.eReferred[e >> 2];
  countReferral(w, e, STARTED, 1);
  countReferral(w, e, WAIT_DAYS, wait);
  if (wait <= 21 + ROUNDING) countReferral(w, e, STARTED_WITHIN_21, 1);
  if (wait <= 42 + ROUNDING) countReferral(w, e, STARTED_WITHIN_42, 1);
  else countOfService(w, e, STARTED_AFTER_42);
  countNow(w, s, STARTED_NOW, 1);
  if ((w.pFlags[p] & HAS_STARTED) === 0) {
    w.pFlags[p] |= HAS_STARTED;
    w.pStarted[p >> 2] = w.now;
    if (isWatched(w, p)) countPerson(w, p, PEOPLE_STARTED, w.pArrived[p >> 2], 1);
  }
  const passing = w.terms.firstStage[s] < 0;
  beginSupport(w, p, passing);
  // Whom MAT at a contact leads on to a service that gives it starts there.
  if (w.terms.givesMat[s] === 1 && !passing) {
    w.eMat[e] = 1;
    beginMat(w, p);
  }
}

function startStage(w: World, e: number): void {
  const t = w.eStage[e];
  const p = w.ePerson[e];
  const key = w.program.layout.stages.keys[t];
  const first = w.eBegun[e] === 0;
  if (first) beginEpisode(w, e);
  const { terms } = w;
  const visit = w.eVisit[e];
  const lasts = terms.stageLasts[t];
  let length = terms.lengths.fixed(lasts);
  if (length < 0) {
    const u = chance.personDraw(w, p, chance.STAGE_LENGTH, key, visit);
    length = terms.lengths.sample(lasts, u);
  }
  const early = terms.endsEarly[t];
  if (early > 0 && chance.personDraw(w, p, chance.ENDS_EARLY, key, visit) < early) {
    w.eEndsEarly[e] = 1;
    length *= chance.personDraw(w, p, chance.EARLY_AT, key, visit);
  }
  w.eState[e] = IN_STAGE;
  w.eStageBegan[e >> 2] = w.now;
  w.eStageEnds[e >> 2] = w.now + length;
  weigh(w, e);
  for (let i = terms.stageRolesFirst[t] + 1; i < terms.stageRolesFirst[t + 1]; i++) {
    seekBeside(w, e, terms.stageRoles[i]);
  }
  if (first || w.eContacted[e] === 1) {
    const s = w.eService[e];
    for (let i = terms.accompanyFirst[s]; i < terms.accompanyFirst[s + 1]; i++) {
      seekBeside(w, e, terms.accompanyRole[i]);
    }
    w.eContacted[e] = 0;
  }
  setTimers(w, e, t);
  scheduleEpisode(w, e);
}

/** Ask for a worker who joins when there is room; the stage does not wait for them. */
function seekBeside(w: World, e: number, role: number): void {
  if (holdOf(w, e, role) >= 0 || isRoleOver(w, e, role, true)) return;
  const hold = addHold(w, e, role);
  if (!takeWorker(w, e, hold)) {
    w.eNode[e + hold] = joinList(w, role, e, hold, w.ePriority[e], false);
  }
}

/** The stage's clock stands still while there is no lead worker. */
export function pause(w: World, e: number): void {
  if (w.eState[e] !== IN_STAGE) return;
  w.ePausedLeft[e >> 2] = w.eStageEnds[e >> 2] - w.now;
  w.eState[e] = PAUSED;
}

function resume(w: World, e: number): void {
  w.eState[e] = IN_STAGE;
  w.eWaitUntil[e >> 2] = Infinity;
  w.eStageEnds[e >> 2] = w.now + w.ePausedLeft[e >> 2];
  scheduleEpisode(w, e);
}

/** Put the soonest thing that can happen to an episode on the event list. */
export function scheduleEpisode(w: World, e: number): void {
  // Whatever has added up since it last changed counts: nothing is planned from an older sum.
  accrueHazard(w, e);
  let time = w.pExit[w.ePerson[e] >> 2];
  let cause = EXIT;
  const state = w.eState[e];
  if (w.eBegun[e] === 1) {
    const limit = w.eBegan[e >> 2] + w.terms.limitDays[w.eService[e]];
    if (limit < time) {
      time = limit;
      cause = LIMIT;
    }
    if (state === IN_STAGE && w.eStageEnds[e >> 2] < time) {
      time = w.eStageEnds[e >> 2];
      cause = STAGE_END;
    }
    const asks = soonestAsk(w, e);
    if (asks < time) {
      time = asks;
      cause = ASKS;
    }
    const leaves = leavesAt(w, e, time);
    if (leaves < time) {
      time = leaves;
      cause = LEAVE;
    }
  }
  if ((state === ENTRY_WAIT || state === PAUSED) && w.eWaitUntil[e >> 2] < time) {
    time = w.eWaitUntil[e >> 2];
    cause = STOP_WAITING;
  }
  w.eCause[e] = cause;
  w.eStamp[e]++;
  if (time !== Infinity) w.schedule(Math.max(time, w.now), e, EPISODE, w.eStamp[e]);
}

/** The soonest thing has come. */
export function onEpisode(w: World, e: number, stamp: number): void {
  if (stamp !== w.eStamp[e]) return;
  const p = w.ePerson[e];
  switch (w.eCause[e]) {
    case EXIT:
      leaveArea(w, p);
      return;
    case LIMIT:
      endEpisode(w, e, TIME_LIMIT);
      settle(w, p, false);
      return;
    case STAGE_END:
      completeStage(w, e);
      return;
    case ASKS:
      changeWorker(w, e);
      return;
    case STOP_WAITING:
      if (w.eBegun[e] === 0) {
        countReferral(w, e, STOPPED_WAITING, 1);
        removeEpisode(w, e);
        settle(w, p, false);
        return;
      }
      break;
  }
  endEpisode(w, e, LEFT_EARLY);
  settle(w, p, false);
}

/** Day on which a person asks for somebody else than one of their workers. */
function soonestAsk(w: World, e: number): number {
  let soonest = Infinity;
  for (let i = 0; i < w.eHolds[e]; i++) {
    const r = w.eRelationship[e + i];
    if (r >= 0 && w.rAsks[r >> 2] < soonest) soonest = w.rAsks[r >> 2];
  }
  return soonest;
}

/** A person moves to a colleague of their choice, or stays when nobody else has room. */
function changeWorker(w: World, e: number): void {
  for (let i = 0; i < w.eHolds[e]; i++) {
    const r = w.eRelationship[e + i];
    if (r < 0 || w.rAsks[r >> 2] > w.now) continue;
    w.rAsks[r >> 2] = Infinity;
    const role = w.eRole[e + i];
    if (!takesPeople(w, e, role)) continue;
    const post = w.mostRoom.find(role, loadOf(w, e, role), w.rPost[r]);
    if (post < 0) continue;
    endRelationship(w, r, PERSONS_CHOICE);
    beginRelationship(w, e, i, post);
  }
  scheduleEpisode(w, e);
}

function completeStage(w: World, e: number): void {
  const t = w.eStage[e];
  const p = w.ePerson[e];
  countStage(w, e, w.eEndsEarly[e] === 0);
  if (w.eEndsEarly[e] === 1) {
    if (w.ePlaces[e] >= 0) releasePlaces(w, e, w.terms.earlyRefund[t]);
    if (w.terms.earlyNext[t] === 1 && w.terms.stageNext[t] >= 0) {
      moveOn(w, e, w.terms.stageNext[t]);
      return;
    }
    endEpisode(w, e, LEFT_EARLY);
    settle(w, p, false);
    return;
  }
  const { thenLinks } = w.terms;
  if (thenLinks.first[t + 1] === thenLinks.first[t]) {
    if (w.terms.stageNext[t] >= 0) {
      moveOn(w, e, w.terms.stageNext[t]);
      return;
    }
    endEpisode(w, e, PLANNED_ENDING);
    settle(w, p, true);
    return;
  }
  const link = chooseLink(w, e, t);
  // Links for people with some need leave the others to the next stage.
  if (link < 0 && w.terms.stageNext[t] >= 0) moveOn(w, e, w.terms.stageNext[t]);
  else goOn(w, e, link);
}

/** Go on to the next stage, unless there will never be the money for it: then support ends here. */
function moveOn(w: World, e: number, next: number): void {
  if (isDeadEnd(w, e, next)) letGo(w, e);
  else enterStage(w, e, next);
}

/** Destinations race; the least exponential over share wins. -1: none applies. */
export function chooseLink(w: World, e: number, owner: number, contact = false): number {
  const links = contact ? w.terms.contactLinks : w.terms.thenLinks;
  const p = w.ePerson[e];
  const purpose = contact ? chance.CONTACT : chance.THEN;
  const ownerKey = contact
    ? w.program.layout.services.keys[owner]
    : w.program.layout.stages.keys[owner];
  const { race } = w;
  race.begin();
  let left = 1;
  for (let i = links.first[owner]; i < links.first[owner + 1]; i++) {
    const need = links.need[i];
    if (links.share[i] <= 0 || (need >= 0 && (w.pNeeds[p] & (1 << need)) === 0)) continue;
    const key = Math.imul(links.key[i], 31) ^ ownerKey ^ (need + 1);
    race.enter(i, key, links.share[i]);
    left -= links.share[i];
  }
  // A contact that leads nowhere has what the shares leave of a hundred.
  if (contact && left > 1e-9) race.enter(NOWHERE, ownerKey, left);
  w.draws.key(w.pKey0[p], w.pKey1[p]);
  return race.winner(w.draws, purpose, w.eVisit[e]);
}

function goOn(w: World, e: number, link: number): void {
  const p = w.ePerson[e];
  const { thenLinks } = w.terms;
  const to = link < 0 ? TO_FINISHED : thenLinks.to[link];
  if (to === TO_FINISHED || to === TO_OUT) {
    endEpisode(w, e, to === TO_FINISHED ? PLANNED_ENDING : MOVED_ON_COLD);
    settle(w, p, to === TO_FINISHED);
    return;
  }
  const handover = thenLinks.handover[link];
  const from = w.eService[e];
  const visit = w.eVisit[e];
  const headStart = headStartKept(w, e, w.terms.keeps[handover]);
  const kept = w.eTogether[e >> 2] === Infinity ? 0 : w.terms.keeps[handover];
  const warm = handover <= 1 && isAccepting(w, to);
  const wasMat = w.eMat[e] === 1;
  endEpisode(w, e, warm ? MOVED_ON_WARM : MOVED_ON_COLD);
  const arrives = passOn(w, p, from, to, handover, headStart, kept, visit);
  // Nobody planned for somebody to be lost on the way.
  if (warm && !arrives) isAloneFrom(w, p, wasMat);
  settle(w, p, false);
}

/** Take an episode off every list it stands on. */
export function leaveLists(w: World, e: number): void {
  endEntryWait(w, e);
  if (w.ePlacesNode[e] >= 0) {
    leaveList(w, w.ePlacesNode[e]);
    w.ePlacesNode[e] = -1;
  }
}
