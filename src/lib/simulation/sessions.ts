/** Sessions: points and stops on given weekdays, visiting partners, appointments. */
import { weekday } from '../engine/calendar.ts';
import * as chance from './chance.ts';
import { FUNDING_RUNS } from './commitment.ts';
import { endEpisode } from './episode-end.ts';
import { beginEpisode, chooseLink, enterStage } from './episodes.ts';
import { joinList, leaveList } from './lists.ts';
import { settle } from './people.ts';
import { FILLED } from './posts.ts';
import { passOn } from './referrals.ts';
import { PLANNED_ENDING } from './replication.ts';
import { receive } from './support.ts';
import { FOR_OFFER, FOR_SESSION, SERVER, type World } from './world.ts';

/** Put an episode on a server's list; the server's next session is put on the event list. */
export function joinServer(w: World, k: number, e: number, what: number): void {
  const list = w.serverList + k;
  const idle = w.listHead[list] < 0;
  if (idle) settleCarry(w, k);
  const node = joinList(w, list, e, what, w.ePriority[e], false);
  if (what === FOR_SESSION) w.eSessionNode[e] = node;
  else w.eOffersWaiting[e]++;
  if (idle) scheduleServer(w, k);
}

/** Take an episode off the lists of points, clinics and partners. */
export function leaveServer(w: World, e: number): void {
  if (w.eSessionNode[e] >= 0) {
    leaveList(w, w.eSessionNode[e]);
    w.eSessionNode[e] = -1;
  }
  if (w.eOffersWaiting[e] === 0) return;
  const { layout } = w.program;
  const s = w.eService[e];
  const first = w.serverList + layout.points.ids.length;
  for (let k = layout.partners.first[s]; k < layout.partners.first[s + 1]; k++) {
    let n = w.listHead[first + k];
    while (n >= 0) {
      const next = w.nNext[n];
      if (w.nEpisode[n] === e) leaveList(w, n);
      n = next;
    }
  }
  w.eOffersWaiting[e] = 0;
}

/** Put the server's next session on the event list. */
export function scheduleServer(w: World, k: number): void {
  const i = nextSession(w, k);
  w.serverStamp[k]++;
  if (i < 0) return;
  w.serverSession[k] = i;
  w.schedule(nextOccurrence(w, i), k, SERVER, w.serverStamp[k]);
}

/** The server's next session after now; -1: it has none. */
export function nextSession(w: World, k: number): number {
  const { serverFirst } = w.terms;
  let next = -1;
  let soonest = Infinity;
  for (let i = serverFirst[k]; i < serverFirst[k + 1]; i++) {
    const time = nextOccurrence(w, i);
    if (time < soonest) {
      soonest = time;
      next = i;
    }
  }
  return next;
}

/** When session i takes place next, after now. */
export function nextOccurrence(w: World, i: number): number {
  const { sessionWeekday, sessionTime } = w.terms;
  const today = Math.floor(w.now);
  const day = today + ((sessionWeekday[i] - weekday(today + w.program.startDay) + 7) % 7);
  const time = day + sessionTime[i];
  // A session's time is always its day plus its hour: added up otherwise it could differ in its
  // last digit, and the session at hand would seem to be still to come.
  return time > w.now ? time : day + 7 + sessionTime[i];
}

/** A session takes place, unless weather or repair prevent it. */
export function onServer(w: World, k: number, stamp: number): void {
  // A session that nobody came to is counted with the others of its kind, once somebody comes.
  if (stamp !== w.serverStamp[k] || w.listHead[w.serverList + k] < 0) return;
  w.serverCarriedTo[k] = w.now;
  const session = w.serverSession[k];
  const s = serviceOf(w, k);
  if (!isLost(w, s, Math.floor(w.now))) {
    const people = wholePeople(w, k, w.terms.sessionCapacity[session]);
    if (isPartner(w, k)) serveOffers(w, k, session, people);
    else if (takesNew(w, s)) servePeople(w, k, people);
  }
  if (w.listHead[w.serverList + k] >= 0) scheduleServer(w, k);
}

/**
 * How many people sessions of so much capacity are for with those now in post; the part of a person
 * that is left is carried to the next.
 */
function wholePeople(w: World, k: number, capacity: number): number {
  const posts = postsFor(w, k);
  if (capacity === Infinity) return posts > 0 ? Infinity : 0;
  const total = capacity * posts + w.serverCarry[k];
  const whole = Math.floor(total + 1e-9);
  w.serverCarry[k] = Math.max(0, total - whole);
  return whole;
}

/**
 * Bring what a server carries up to now, as if its sessions since then had taken place
 * with nobody there: whole people whom nobody came for are not saved up. Call it before its terms
 * or its posts change. Where somebody waits, each session is an event and carries by itself.
 */
export function settleCarry(w: World, k: number): void {
  const from = w.serverCarriedTo[k];
  w.serverCarriedTo[k] = w.now;
  if (w.listHead[w.serverList + k] >= 0) return;
  const { serverFirst, sessionCapacity } = w.terms;
  const s = serviceOf(w, k);
  let people = 0;
  for (let i = serverFirst[k]; i < serverFirst[k + 1]; i++) {
    const last = lastSession(w, i, w.now);
    for (let day = lastSession(w, i, from) + 7; day <= last; day += 7) {
      if (!isLost(w, s, day)) people += sessionCapacity[i];
    }
  }
  if (people > 0) wholePeople(w, k, people);
}

/** Settle the carry of the sessions that a role runs, before posts of the role change. */
export function settleSessions(w: World, role: number): void {
  const { layout } = w.program;
  const { clinicRole, crewFirst, crewRoles } = w.terms;
  const s = layout.roles.service[role];
  if (role === clinicRole[s]) {
    settleCarry(w, layout.points.ids.length + layout.partners.ids.length + s);
  }
  for (let i = crewFirst[s]; i < crewFirst[s + 1]; i++) {
    if (crewRoles[i] !== role) continue;
    for (let k = layout.points.first[s]; k < layout.points.first[s + 1]; k++) settleCarry(w, k);
  }
}

/** Day of session i's last occurrence up to a moment. */
function lastSession(w: World, i: number, moment: number): number {
  const { sessionWeekday, sessionTime } = w.terms;
  let day = Math.floor(moment);
  if (day + sessionTime[i] > moment) day--;
  return day - ((weekday(day + w.program.startDay) - sessionWeekday[i] + 7) % 7);
}

function takesNew(w: World, s: number): boolean {
  const c = w.terms.serviceContract[s];
  return w.terms.serviceOn[s] === 1 && w.cPhase[c] === FUNDING_RUNS && w.cIntake[c] === 1;
}

/** Weather and repair are the same day's in every scenario. */
function isLost(w: World, s: number, day: number): boolean {
  const share = w.terms.lostDays[s];
  if (share <= 0) return false;
  chance.selectStream(w, chance.SERVICE_STREAM, w.program.layout.services.keys[s], 0);
  return w.draws.uniform(chance.counter(chance.LOST_DAY, 0), day + w.program.startDay) < share;
}

function isPartner(w: World, k: number): boolean {
  const { points, partners } = w.program.layout;
  return k >= points.ids.length && k < points.ids.length + partners.ids.length;
}

function serviceOf(w: World, k: number): number {
  const { points, partners } = w.program.layout;
  const at = k - points.ids.length;
  if (at < 0) return points.service[k];
  return at < partners.ids.length ? partners.service[at] : at - partners.ids.length;
}

/**
 * What a server's capacity is to be multiplied by. That of a clinic is for each filled post, that of
 * a point for its whole crew, and of no more; partners are there whoever else is.
 */
function postsFor(w: World, k: number): number {
  const { clinicRole, crewFirst, crewRoles, crewPosts } = w.terms;
  if (isPartner(w, k)) return 1;
  const s = serviceOf(w, k);
  if (k >= w.program.layout.points.ids.length) {
    return clinicRole[s] < 0 ? 0 : filledPosts(w, clinicRole[s]);
  }
  if (crewFirst[s] === crewFirst[s + 1]) return 1;
  let filled = 0;
  for (let i = crewFirst[s]; i < crewFirst[s + 1]; i++) filled += filledPosts(w, crewRoles[i]);
  return filled > 0 ? Math.min(1, filled / crewPosts[s]) : 0;
}

function filledPosts(w: World, role: number): number {
  const { posts } = w;
  let filled = 0;
  for (let i = posts.first[role]; i < posts.last[role]; i++) {
    if (posts.state[i] === FILLED) filled += posts.share[i];
  }
  return filled;
}

function servePeople(w: World, k: number, capacity: number): void {
  let left = capacity;
  let n = w.listHead[w.serverList + k];
  while (n >= 0 && left >= 1) {
    const next = w.nNext[n];
    const e = w.nEpisode[n];
    leaveList(w, n);
    w.eSessionNode[e] = -1;
    left--;
    contact(w, e);
    n = next;
  }
}

/**
 * A first contact: it starts the pathway, where there is one, and may lead on. Without a pathway it
 * is complete in itself, unless it was to lead on and the person is lost on the way.
 */
function contact(w: World, e: number): void {
  const s = w.eService[e];
  const p = w.ePerson[e];
  const visit = w.eVisit[e];
  beginEpisode(w, e);
  const { contactLinks, firstStage } = w.terms;
  const link = contactLinks.first[s + 1] > contactLinks.first[s] ? chooseLink(w, e, s, true) : -1;
  if (firstStage[s] >= 0) {
    w.eContacted[e] = 1;
    enterStage(w, e, firstStage[s]);
  } else {
    endEpisode(w, e, PLANNED_ENDING);
  }
  const leadsOn = link >= 0 && contactLinks.to[link] >= 0;
  if (leadsOn) passOn(w, p, s, contactLinks.to[link], contactLinks.handover[link], 0, 0, visit);
  settle(w, p, !leadsOn);
}

/**
 * A partner meets people. Somebody who could have this partner where and when
 * they come anyway waits for that; the others take any appointment.
 */
function serveOffers(w: World, k: number, session: number, capacity: number): void {
  const { sessionPoint, sessionWeekday } = w.terms;
  let left = capacity;
  let n = w.listHead[w.serverList + k];
  while (n >= 0 && left >= 1) {
    const next = w.nNext[n];
    const e = w.nEpisode[n];
    const here =
      w.ePoint[e] === sessionPoint[session] && w.eVisitDay[e] === sessionWeekday[session];
    if (here || !couldBeHere(w, k, e)) {
      const offer = FOR_OFFER - w.nFor[n];
      leaveList(w, n);
      w.eOffersWaiting[e]--;
      left--;
      receive(w, e, offer, here);
    }
    n = next;
  }
}

function couldBeHere(w: World, k: number, e: number): boolean {
  const { serverFirst, sessionPoint, sessionWeekday } = w.terms;
  for (let i = serverFirst[k]; i < serverFirst[k + 1]; i++) {
    if (w.ePoint[e] === sessionPoint[i] && w.eVisitDay[e] === sessionWeekday[i]) return true;
  }
  return false;
}
