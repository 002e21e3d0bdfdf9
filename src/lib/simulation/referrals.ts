/** Referrals: taking up, arriving, and being put on the right list. */
import { FUNDING_RUNS } from './commitment.ts';
import * as chance from './chance.ts';
import { countPass } from './commissioning-records.ts';
import { enterStage, scheduleEpisode } from './episodes.ts';
import { removeEpisode } from './episode-end.ts';
import { beginEntryWait } from './lists.ts';
import { isBought } from './places.ts';
import { countNow, countReferral, countReferred } from './records.ts';
import { leadRole } from './relationships.ts';
import { NOT_ARRIVED, NOT_REACHED, REFERRED, TURNED_AWAY } from './replication.ts';
import { pointFor, visitDay } from './points.ts';
import { joinServer } from './sessions.ts';
import { ENTRY_WAIT, EPISODES_AT_ONCE, FOR_SESSION, type World } from './world.ts';

/** Days: what began before the run is never taken for what begins with it. */
const A_MOMENT = 1 / 1440;

/**
 * A service takes referrals while its funding runs, and that of the worker or placement that people
 * come to first; those on its list may wait for an intake stop.
 */
export function isAccepting(w: World, s: number): boolean {
  const { terms, cPhase } = w;
  if (terms.serviceOn[s] === 0 || cPhase[terms.serviceContract[s]] !== FUNDING_RUNS) return false;
  const t = terms.firstStage[s];
  if (t < 0) return true;
  const role = leadRole(w, t);
  const places = terms.stagePlaces[t];
  if (role >= 0 && cPhase[terms.roleContract[role]] !== FUNDING_RUNS) return false;
  return !isBought(w, places) || cPhase[terms.placesContract[places]] === FUNDING_RUNS;
}

/** Whether a person is in a service or waits for it. */
export function isWith(w: World, p: number, s: number): boolean {
  for (let i = 0; i < w.pEpisodeCount[p]; i++) {
    if (w.eService[w.pEpisodes[p + i]] === s) return true;
  }
  return false;
}

/**
 * Refer a person to a service. `headStart` is the time together that a warm
 * handover is worth with the next worker, days, and `kept` the share of their
 * story that it spares them. Does nothing for somebody who is there already.
 * Returns whether they are there now, in support or on the list.
 */
export function refer(
  w: World,
  p: number,
  s: number,
  priority: number,
  headStart: number,
  kept: number,
): boolean {
  if (isWith(w, p, s)) return true;
  if (w.pEpisodeCount[p] === EPISODES_AT_ONCE) return false;
  const { services, homes } = w.layoutSizes;
  const key = w.program.layout.services.keys[s];
  const home = w.pHome[p];
  const g = w.pGroup[p];
  const visit = w.pVisits[p + s]++;
  countReferred(w, p, s, REFERRED);
  const uptake = w.terms.uptake[(g * homes + home) * services + s];
  if (uptake < 1 && chance.personDraw(w, p, chance.UPTAKE, key, w.pSpell[p]) >= uptake) {
    countReferred(w, p, s, NOT_REACHED);
    return false;
  }
  const e = makeEpisode(w, p, s, visit, priority);
  w.eHeadStart[e >> 2] = headStart;
  w.eKept[e >> 2] = kept;
  const limit = w.terms.listAtMost[s];
  const room = limit < 0 || w.listCount[s] < limit;
  const server = entryServer(w, e);
  if (server >= 0) {
    if (!room) {
      turnAway(w, e);
      return false;
    }
    beginWait(w, e, key);
    joinServer(w, server, e, FOR_SESSION);
    scheduleEpisode(w, e);
    return true;
  }
  w.eState[e] = ENTRY_WAIT;
  enterStage(w, e, w.terms.firstStage[s]);
  if (w.eBegun[e] === 1) return true;
  if (!room) {
    turnAway(w, e);
    return false;
  }
  beginWait(w, e, key);
  scheduleEpisode(w, e);
  return true;
}

/**
 * Put a person straight into a stage, or on the list for it where there is no
 * room, with so much hazard of leaving and so many days together behind them.
 */
export function placeInStage(
  w: World,
  p: number,
  t: number,
  behind: number,
  together: number,
): void {
  const s = w.program.layout.stages.service[t];
  const visit = w.pVisits[p + s]++;
  const e = makeEpisode(w, p, s, visit, 0);
  w.eState[e] = ENTRY_WAIT;
  w.eHazard[e >> 2] = behind;
  enterStage(w, e, t);
  if (w.eBegun[e] === 1) {
    backdate(w, e, Math.max(together, A_MOMENT));
    return;
  }
  beginWait(w, e, w.program.layout.services.keys[s]);
  scheduleEpisode(w, e);
}

/** Let somebody have been in a service, and with the workers they have, for so many days. */
function backdate(w: World, e: number, days: number): void {
  w.eBegan[e >> 2] -= days;
  for (let i = 0; i < w.eHolds[e]; i++) {
    const r = w.eRelationship[e + i];
    if (r >= 0) w.rFrom[r >> 2] -= days;
  }
  if (w.eTogether[e >> 2] !== Infinity) w.eTogether[e >> 2] -= days;
  scheduleEpisode(w, e);
}

/**
 * Put a person who was referred to a service so many days ago on its list, or let them start where
 * there is room. However many wait there: whoever is on a list is not turned away from it.
 */
export function placeOnList(
  w: World,
  p: number,
  s: number,
  priority: number,
  waited: number,
): void {
  const e = makeEpisode(w, p, s, w.pVisits[p + s]++, priority);
  w.eReferred[e >> 2] -= waited;
  const server = entryServer(w, e);
  if (server >= 0) joinServer(w, server, e, FOR_SESSION);
  else {
    enterStage(w, e, w.terms.firstStage[s]);
    if (w.eBegun[e] === 1) return;
  }
  beginWait(w, e, w.program.layout.services.keys[s], waited);
  scheduleEpisode(w, e);
}

/**
 * Put a person on the list of a service: from here on their patience counts, or from `waited` days
 * ago, and then it has lasted that long.
 */
function beginWait(w: World, e: number, key: number, waited = 0): void {
  beginEntryWait(w, e);
  const p = w.ePerson[e];
  const { lengths, patience } = w.terms;
  const law = patience[w.pGroup[p]];
  let days = lengths.fixed(law);
  if (days < 0) {
    const u = chance.personDraw(w, p, chance.PATIENCE, key, w.eVisit[e]);
    days = waited > 0 ? lengths.sampleBeyond(law, waited, u) : lengths.sample(law, u);
  }
  w.eWaitUntil[e >> 2] = w.now + (days - waited);
}

/** Server whose session lets a person in: their point, or the clinic's appointments. */
export function entryServer(w: World, e: number): number {
  const s = w.eService[e];
  const { layout } = w.program;
  if (w.terms.entersBySession[s] === 1 && w.ePoint[e] >= 0) return w.ePoint[e];
  if (w.terms.appointments[s] >= 0) {
    return layout.points.ids.length + layout.partners.ids.length + s;
  }
  return -1;
}

function turnAway(w: World, e: number): void {
  countReferral(w, e, TURNED_AWAY, 1);
  removeEpisode(w, e);
}

function makeEpisode(w: World, p: number, s: number, visit: number, priority: number): number {
  const e = w.newEpisode();
  w.ePerson[e] = p;
  w.eService[e] = s;
  w.eStage[e] = -1;
  w.eState[e] = ENTRY_WAIT;
  w.eVisit[e] = visit;
  w.eReferred[e >> 2] = w.now;
  w.eReferredMonth[e] = w.month;
  w.eWaitUntil[e >> 2] = Infinity;
  w.eThreshold[e >> 2] = -1;
  w.eHazard[e >> 2] = 0;
  w.eHazardAt[e >> 2] = w.now;
  w.eTogether[e >> 2] = Infinity;
  w.eHeadStart[e >> 2] = 0;
  w.ePriority[e] = priority;
  w.eKept[e >> 2] = 0;
  w.ePlaces[e] = -1;
  w.ePlacesNode[e] = -1;
  w.eSessionNode[e] = -1;
  w.eOffersWaiting[e] = 0;
  w.eContacted[e] = 0;
  w.eLosses[e] = 0;
  w.eRelations[e] = 0;
  w.eMat[e] = 0;
  w.eEndsEarly[e] = 0;
  w.eStageBegan[e >> 2] = -Infinity;
  w.eBegun[e] = 0;
  w.eListed[e] = 0;
  w.eAccepted[e] = 0;
  w.eReceived[e] = 0;
  w.eMetSameVisit[e] = 0;
  w.eHolds[e] = 0;
  const point = pointFor(w, p, s, priority, -1);
  w.ePoint[e] = point;
  w.eVisitDay[e] = visitDay(w, p, s, point);
  w.pEpisodes[p + w.pEpisodeCount[p]++] = e;
  return e;
}

/**
 * Pass a person on from one service to another: whether they arrive depends on the kind
 * of handover, on the way there, and on a list that may be full. Returns whether they did.
 */
export function passOn(
  w: World,
  p: number,
  from: number,
  s: number,
  handover: number,
  headStart: number,
  kept: number,
  occurrence: number,
): boolean {
  if (!isAccepting(w, s)) return false;
  const { services } = w.layoutSizes;
  const key = w.program.layout.services.keys[s];
  const arrives = w.terms.arrives[(handover * services + from) * services + s];
  if (arrives < 1 && chance.personDraw(w, p, chance.ARRIVES, key, occurrence) >= arrives) {
    countNow(w, s, NOT_ARRIVED, 1);
    countPass(w, from, s, false);
    return false;
  }
  const arrived = refer(w, p, s, 0, headStart, kept);
  countPass(w, from, s, arrived);
  return arrived;
}
