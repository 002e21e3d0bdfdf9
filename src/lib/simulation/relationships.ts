/** Relationships: one person with one worker, from a place on the caseload to one end. */
import { WARM } from './parameters.ts';
import { FINISHED_BEFORE, HAS_TOLD, IN_COHORT, isWatched, KEPT_A_YEAR } from './people.ts';
import { FUNDING_RUNS } from './commitment.ts';
import { countRelationship } from './commissioning-records.ts';
import { changeHeld } from './families.ts';
import { asksOn, isKnownAlready, knownWorker, rememberWorker } from './known-worker.ts';
import { accrueHazard } from './leaving.ts';
import { leaveList } from './lists.ts';
import { isCapped, loadOfService } from './load-and-room.ts';
import { isOver, isRoleOver, isSeenThrough } from './money-gone.ts';
import { isBought } from './places.ts';
import { countEnded, countIn, countNow, countPerson, countStay, touchService } from './records.ts';
import {
  A_YEAR,
  binOf,
  CUT_SHORT_NOW,
  CUT_SHORT_OF_BEGUN,
  isCutShort,
  LANDMARK_MONTHS,
  MOVED_ON_WARM,
  OPEN_BEYOND,
  OPEN_COLUMNS,
  OPEN_DAYS,
  OPEN_SO_FAR,
  PEOPLE_CUT_SHORT,
  PEOPLE_FINISHED_BEFORE,
  PEOPLE_KEPT_A_YEAR,
  PEOPLE_RELATIONSHIPS,
  PEOPLE_TOLD_AGAIN,
  PEOPLE_WORKERS,
  REASONS,
  RELATIONSHIPS_BEGUN,
  ROUNDING,
  STILL_GOING,
  WATCHED_DAYS,
} from './replication.ts';
import { HOLDS, type World } from './world.ts';

const LANDMARKS = Float64Array.from(LANDMARK_MONTHS, (months) => months * (365.25 / 12));

/** Hold of an episode for a role, or -1. */
export function holdOf(w: World, e: number, role: number): number {
  const { eRole } = w;
  const last = e + w.eHolds[e];
  for (let at = e; at < last; at++) if (eRole[at] === role) return at - e;
  return -1;
}

/** Open a hold for a role; throws when a pathway asks for more than an episode can hold. */
export function addHold(w: World, e: number, role: number): number {
  let hold = holdOf(w, e, -1);
  if (hold < 0) {
    hold = w.eHolds[e]++;
    if (hold === HOLDS) throw new RangeError(`An episode can hold at most ${HOLDS} roles at once.`);
    w.eRelationship[e + hold] = -1;
    w.eNode[e + hold] = -1;
  }
  w.eRole[e + hold] = role;
  return hold;
}

/** Let go of roles that the next stage does not name and that do not accompany. */
export function dropHolds(w: World, e: number, next: number): void {
  let kept = 0;
  let passes = false;
  for (let i = 0; i < w.eHolds[e]; i++) {
    const at = e + i;
    const role = w.eRole[at];
    if (role < 0 || isNamed(w, e, next, role)) continue;
    if (w.eRelationship[at] >= 0) {
      kept = Math.max(kept, headStartKept(w, e, w.terms.keeps[WARM]));
      endRelationship(w, w.eRelationship[at], MOVED_ON_WARM);
      passes = true;
    }
    if (w.eNode[at] >= 0) leaveList(w, w.eNode[at]);
    w.eNode[at] = -1;
    w.eRole[at] = -1;
  }
  if (kept > 0) w.eHeadStart[e >> 2] = kept;
  if (passes) w.eKept[e >> 2] = w.terms.keeps[WARM];
}

function isNamed(w: World, e: number, t: number, role: number): boolean {
  const { stageRoles, stageRolesFirst, accompanyFirst, accompanyRole } = w.terms;
  for (let i = stageRolesFirst[t]; i < stageRolesFirst[t + 1]; i++) {
    if (stageRoles[i] === role) return true;
  }
  const s = w.eService[e];
  for (let i = accompanyFirst[s]; i < accompanyFirst[s + 1]; i++) {
    if (accompanyRole[i] === role) return true;
  }
  return false;
}

/** Role whose worker a stage waits for, or -1 where it needs none. */
export function leadRole(w: World, t: number): number {
  const { stageRoles, stageRolesFirst } = w.terms;
  return stageRolesFirst[t + 1] > stageRolesFirst[t] ? stageRoles[stageRolesFirst[t]] : -1;
}

/** Load that an episode is on a role's caseload, thousandths of a unit. */
export function loadOf(w: World, e: number, role: number): number {
  const home = w.pHome[w.ePerson[e]];
  return (
    w.terms.stageLoad[w.eStage[e]] * 1000 * w.terms.loadFactor[role * w.layoutSizes.homes + home]
  );
}

/**
 * Whether a stage can never give a person what it needs because money is gone: a placement, or its
 * leading worker.
 */
export function isDeadEnd(w: World, e: number, t: number): boolean {
  const { stagePlaces, placesContract } = w.terms;
  const held = isHeldIn(w, e, t);
  const places = stagePlaces[t];
  if (isBought(w, places) && places !== w.ePlaces[e]) {
    if (isOver(w, placesContract[places], held)) return true;
  }
  const role = leadRole(w, t);
  if (role < 0) return false;
  const hold = holdOf(w, e, role);
  return (hold < 0 || w.eRelationship[e + hold] < 0) && isRoleOver(w, e, role, held);
}

/** Whether a person takes any of their workers along into a stage. */
function isHeldIn(w: World, e: number, t: number): boolean {
  for (let at = e; at < e + w.eHolds[e]; at++) {
    if (w.eRelationship[at] >= 0 && isNamed(w, e, t, w.eRole[at])) return true;
  }
  return false;
}

/**
 * Whether a role takes people: for those new to the service its funding must be sure enough, for
 * those in it its workers are there while it runs, or while it sees them through.
 */
export function takesPeople(w: World, e: number, role: number): boolean {
  const c = w.terms.roleContract[role];
  if (w.eBegun[e] === 1) return w.cPhase[c] === FUNDING_RUNS || isSeenThrough(w, e, c);
  return w.cPhase[c] === FUNDING_RUNS && w.cIntake[c] === 1;
}

/** The worker whom a person knows, if they have room, else the one with most room; -1: none. */
export function workerFor(w: World, e: number, role: number, load: number): number {
  const known = knownWorker(w, e, role, load);
  return known >= 0 ? known : w.mostRoom.find(role, load);
}

/** Give a hold a worker with room, if there is one and nobody stands before in the list. */
export function takeWorker(w: World, e: number, hold: number): boolean {
  const role = w.eRole[e + hold];
  if (!takesPeople(w, e, role)) return false;
  // A place that came free in this very event belongs to whoever is first on the list.
  if (w.isMarked[role] === 1 && w.listHead[role] >= 0) return false;
  const post = workerFor(w, e, role, loadOf(w, e, role));
  if (post < 0) return false;
  beginRelationship(w, e, hold, post);
  return true;
}

/**
 * Let a person weigh on the caseloads of their workers what their stage asks for. Nobody is sent
 * away: beyond a full caseload it is overload, and nobody new comes until there is room again.
 */
export function weigh(w: World, e: number): void {
  for (let at = e; at < e + w.eHolds[e]; at++) {
    const r = w.eRelationship[at];
    if (r < 0) continue;
    const role = w.eRole[at];
    const load = loadOf(w, e, role);
    const more = load - w.rLoad[r >> 2];
    if (more === 0) continue;
    const post = w.rPost[r];
    w.rLoad[r >> 2] = load;
    w.posts.load[post] += more;
    w.mostRoom.loadChanged(post);
    if (isCapped(w, role)) {
      touchService(w, w.eService[e]);
      w.loadNow[w.eService[e]] += more / 1000;
    }
    if (more < 0) w.markRole(role);
  }
}

/** Begin a relationship; it takes the head start that a warm handover left, if any. */
export function beginRelationship(w: World, e: number, hold: number, post: number): void {
  const { posts } = w;
  const s = w.eService[e];
  const p = w.ePerson[e];
  const role = w.eRole[e + hold];
  const load = loadOf(w, e, role);
  const r = w.newRelationship();
  accrueHazard(w, e);
  touchService(w, s);
  w.rEpisode[r] = e;
  w.rHold[r] = hold;
  w.rPost[r] = post;
  w.rFrom[r >> 2] = w.now;
  w.rMonth[r] = w.month;
  w.rHeadStart[r >> 2] = w.eHeadStart[e >> 2];
  w.rLoad[r >> 2] = load;
  w.rOccupant[r] = posts.occupant[post];
  const head = posts.people[post];
  w.rPrevious[r] = -1;
  w.rNext[r] = head;
  if (head >= 0) w.rPrevious[head] = r;
  posts.people[post] = r;
  posts.load[post] += load;
  w.mostRoom.loadChanged(post);
  if (isCapped(w, role)) w.loadNow[s] += load / 1000;
  w.eRelationship[e + hold] = r;
  w.eTogether[e >> 2] = Math.min(w.eTogether[e >> 2], w.now - w.rHeadStart[r >> 2]);
  w.rAsks[r >> 2] = asksOn(w, e, role);
  changeHeld(w, p, 1);

  countNow(w, s, RELATIONSHIPS_BEGUN, 1);
  countPerson(w, p, PEOPLE_RELATIONSHIPS, w.now, 1);
  if (isWatched(w, p)) countWorkersMet(w, e, post);
  w.pFlags[p] |= HAS_TOLD;
  w.eHeadStart[e >> 2] = 0;
  w.eKept[e >> 2] = 0;
  if (w.pFollowed[p] >= 0) followBegin(w, r, p, s, role, post);
}

/**
 * Somebody who came within the horizon meets a worker: another one, and a story told again but for
 * what was passed on, unless they go back to whom they knew.
 */
function countWorkersMet(w: World, e: number, post: number): void {
  if (isKnownAlready(w, e, post)) return;
  const p = w.ePerson[e];
  const arrived = w.pArrived[p >> 2];
  countPerson(w, p, PEOPLE_WORKERS, arrived, 1);
  if ((w.pFlags[p] & HAS_TOLD) === 0) return;
  countPerson(w, p, PEOPLE_TOLD_AGAIN, arrived, 1 - w.eKept[e >> 2]);
}

/** End a relationship for a reason: the one place where that happens. */
export function endRelationship(w: World, r: number, reason: number): void {
  const { posts } = w;
  const e = w.rEpisode[r];
  const s = w.eService[e];
  const post = w.rPost[r];
  const role = posts.role[post];
  accrueHazard(w, e);
  touchService(w, s);
  recordEnd(w, r, reason);
  rememberWorker(w, r);
  changeHeld(w, w.ePerson[e], -1);
  const before = w.rPrevious[r];
  const after = w.rNext[r];
  if (before < 0) posts.people[post] = after;
  else w.rNext[before] = after;
  if (after >= 0) w.rPrevious[after] = before;
  const holdsNobody = posts.people[post] < 0;
  posts.load[post] = holdsNobody ? 0 : posts.load[post] - w.rLoad[r >> 2];
  w.mostRoom.loadChanged(post);
  if (holdsNobody) w.loadNow[s] = loadOfService(w, s);
  else if (isCapped(w, role)) w.loadNow[s] -= w.rLoad[r >> 2] / 1000;
  w.eRelationship[e + w.rHold[r]] = -1;
  w.rEpisode[r] = -1;
  w.rFree.push(r);
  let together = Infinity;
  for (let i = 0; i < w.eHolds[e]; i++) {
    const other = w.eRelationship[e + i];
    if (other >= 0) together = Math.min(together, w.rFrom[other >> 2] - w.rHeadStart[other >> 2]);
  }
  w.eTogether[e >> 2] = together;
  w.markRole(role);
}

/** Put the end of a relationship, or that it still goes on, into the record. */
export function recordEnd(w: World, r: number, reason: number): void {
  const from = w.rFrom[r >> 2];
  const e = w.rEpisode[r];
  const p = w.ePerson[e];
  const days = w.now - from;
  const s = w.eService[e];
  const isCut = isCutShort(reason) && days <= WATCHED_DAYS + ROUNDING;
  recordOpen(w, s, from);
  if (isCut) countEnded(w, s, CUT_SHORT_NOW);
  if (from < 0 && w.now >= 0) {
    const column = w.now <= WATCHED_DAYS ? reason : STILL_GOING;
    w.record.goingAtStart[s * REASONS.length + column] += 1;
  }
  if (from >= 0 && from < w.program.horizonDays) {
    const bins = w.record.binEnds.length;
    w.record.endings[(s * bins + binOf(days, bins)) * REASONS.length + reason] += 1;
    w.record.togetherDays[s] += days;
    if (isCut) {
      countIn(w, w.rMonth[r], s, CUT_SHORT_OF_BEGUN, 1);
      countPerson(w, p, PEOPLE_CUT_SHORT, from, 1);
    }
    countRelationship(w, w.posts.role[w.rPost[r]], days, isCut);
  }
  if ((w.pFlags[p] & IN_COHORT) !== 0 && from <= w.pArrived[p >> 2] + A_YEAR) recordKept(w, r, p);
  if (w.pFollowed[p] >= 0) followEnd(w, r, p, reason);
}

/**
 * Put down the days of the horizon on which a relationship went on, and how
 * long the two had known each other on them: a census on every day at once.
 */
function recordOpen(w: World, s: number, from: number): void {
  const first = Math.max(0, from);
  const last = Math.min(w.now, w.program.horizonDays);
  if (last <= first) return;
  const { open } = w.record;
  const row = s * OPEN_COLUMNS;
  open[row + OPEN_DAYS] += last - first;
  open[row + OPEN_SO_FAR] += (last - first) * ((last + first) / 2 - from);
  for (let i = 0; i < LANDMARKS.length; i++) {
    const days = last - Math.max(first, from + LANDMARKS[i]);
    if (days <= 0) break;
    open[row + OPEN_BEYOND + i] += days;
  }
}

/**
 * Whether a person who arrived within the horizon kept a worker for a year, or finished within a
 * year of first starting.
 */
function recordKept(w: World, r: number, p: number): void {
  const arrived = w.pArrived[p >> 2];
  const flags = w.pFlags[p];
  if (w.now - w.rFrom[r >> 2] < A_YEAR - ROUNDING || (flags & KEPT_A_YEAR) !== 0) return;
  countPerson(w, p, PEOPLE_KEPT_A_YEAR, arrived, 1);
  if ((flags & FINISHED_BEFORE) !== 0) countPerson(w, p, PEOPLE_FINISHED_BEFORE, arrived, -1);
  w.pFlags[p] |= KEPT_A_YEAR;
}

/** Somebody whose support has all come to an end as planned. */
export function recordFinished(w: World, p: number, began: number): void {
  const flags = w.pFlags[p];
  const arrived = w.pArrived[p >> 2];
  if ((flags & IN_COHORT) === 0 || (flags & (KEPT_A_YEAR | FINISHED_BEFORE)) !== 0) return;
  if (w.pSupported[p] > 0 || began > arrived + A_YEAR) return;
  if (w.now - w.pStarted[p >> 2] >= A_YEAR - ROUNDING) return;
  countPerson(w, p, PEOPLE_FINISHED_BEFORE, arrived, 1);
  w.pFlags[p] |= FINISHED_BEFORE;
}

/** Record every relationship and all support that goes on at the end of the run. */
export function recordStillGoing(w: World): void {
  const { posts } = w;
  for (let i = 0; i < posts.role.length; i++) {
    for (let r = posts.people[i]; r >= 0; r = w.rNext[r]) recordEnd(w, r, STILL_GOING);
  }
  for (let e = 0; e < w.eCount; e += w.eRow) if (w.eBegun[e] === 1) countStay(w, e);
}

/**
 * Days of time together that give the kept share of a person's present
 * familiarity with whoever they have known longest; 0 where nothing is kept.
 */
export function headStartKept(w: World, e: number, keeps: number): number {
  if (keeps <= 0 || w.eTogether[e >> 2] === Infinity) return 0;
  return w.terms.familiarity[w.pGroup[w.ePerson[e]]].daysKept(w.now - w.eTogether[e >> 2], keeps);
}

function followBegin(w: World, r: number, p: number, s: number, role: number, post: number): void {
  const { layout } = w.program;
  w.followed[w.pFollowed[p]].relationships.push({
    service: layout.services.ids[s],
    role: layout.roles.ids[role],
    worker: workerName(post, w.rOccupant[r]),
    from: w.rFrom[r >> 2],
    to: null,
    reason: null,
  });
}

function followEnd(w: World, r: number, p: number, reason: number): void {
  if (reason === STILL_GOING) return;
  const worker = workerName(w.rPost[r], w.rOccupant[r]);
  for (const relationship of w.followed[w.pFollowed[p]].relationships) {
    if (
      relationship.to === null &&
      relationship.worker === worker &&
      relationship.from === w.rFrom[r >> 2]
    ) {
      relationship.to = w.now;
      relationship.reason = REASONS[reason];
      return;
    }
  }
}

function workerName(post: number, occupant: number): string {
  return `${post}.${occupant}`;
}
