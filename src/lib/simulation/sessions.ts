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
  const { layout } = w.program;
  w.serverCarriedTo[k] = w.now;
  const points = layout.points.ids.length;
  const partners = layout.partners.ids.length;
  const session = w.serverSession[k];
  const capacity = w.terms.sessionCapacity[session];
  if (k < points) {
    const s = layout.points.service[k];
    if (takesNew(w, s) && !isLost(w, s, Math.floor(w.now))) servePeople(w, k, capacity);
  } else if (k < points + partners) {
    const s = layout.partners.service[k - points];
    if (!isLost(w, s, Math.floor(w.now))) {
      serveOffers(w, k, session, wholePeople(w, k, capacity));
    }
  } else {
    const s = k - points - partners;
    const whole = wholePeople(w, k, capacity * filledPosts(w, s));
    if (takesNew(w, s)) servePeople(w, k, whole);
  }
  if (w.listHead[w.serverList + k] >= 0) scheduleServer(w, k);
}

/** How many people a session is for; the part of a person that is left is carried to the next. */
function wholePeople(w: World, k: number, capacity: number): number {
  const total = capacity + w.serverCarry[k];
  const whole = Math.floor(total + 1e-9);
  w.serverCarry[k] = Math.max(0, total - whole);
  return whole;
}

/**
 * Bring what a partner or clinic carries up to now, as if its sessions since then had taken place
 * with nobody there: whole people whom nobody came for are not saved up. Call it before its terms
 * or its posts change. Where somebody waits, each session is an event and carries by itself.
 */
export function settleCarry(w: World, k: number): void {
  const { points, partners } = w.program.layout;
  const from = w.serverCarriedTo[k];
  w.serverCarriedTo[k] = w.now;
  const at = k - points.ids.length;
  if (at < 0 || w.listHead[w.serverList + k] >= 0) return;
  const { serverFirst, sessionCapacity } = w.terms;
  const isClinic = at >= partners.ids.length;
  let people = 0;
  for (let i = serverFirst[k]; i < serverFirst[k + 1]; i++) {
    const last = lastSession(w, i, w.now);
    for (let day = lastSession(w, i, from) + 7; day <= last; day += 7) {
      if (isClinic || !isLost(w, partners.service[at], day)) people += sessionCapacity[i];
    }
  }
  if (people > 0)
    wholePeople(w, k, isClinic ? people * filledPosts(w, at - partners.ids.length) : people);
}

/** Settle the carry of a role's clinic, before posts of the role change. */
export function settleClinic(w: World, role: number): void {
  const { layout } = w.program;
  const s = layout.roles.service[role];
  if (w.terms.appointments[s] < 0 || role !== layout.roles.first[s]) return;
  settleCarry(w, layout.points.ids.length + layout.partners.ids.length + s);
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

function filledPosts(w: World, s: number): number {
  const { roles } = w.program.layout;
  const { posts } = w;
  let filled = 0;
  const role = roles.first[s];
  if (role === roles.first[s + 1]) return 0;
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
