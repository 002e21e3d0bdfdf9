/** Workers: posts are filled, workers leave and hand over, posts stand empty. */
import * as chance from './chance.ts';
import { countRecruited, touchRole } from './commissioning-records.ts';
import { commit, FUNDING_RUNS, realFactor } from './commitment.ts';
import { roleIsOver } from './close-service.ts';
import { pause, scheduleEpisode } from './episodes.ts';
import { accrueHazard } from './leaving.ts';
import { joinList } from './lists.ts';
import { roomOfService } from './load-and-room.ts';
import { isHeld, isRoleOver } from './money-gone.ts';
import { AFTER_LIST_LAST, AFTER_SHARED_OUT, WARM } from './parameters.ts';
import { CLOSED, FILLED, HELD, NOT_LOST, ON_HOLD, RECRUITING, SET_UP } from './posts.ts';
import { countNow, touchService } from './records.ts';
import {
  beginRelationship,
  endRelationship,
  headStartKept,
  leadRole,
  loadOf,
  takesPeople,
} from './relationships.ts';
import { FUNDING_ENDED, SPEND, WORKER_LEFT } from './replication.ts';
import { PATHWAY_WAIT, POST, type World } from './world.ts';

/** Below this share of full time a post that money only partly pays for stays empty. */
const SMALLEST_SHARE = 0.2;

/** Full-time share that post `i` is funded for, before any loss of buying power. */
export function fundedShare(w: World, i: number): number {
  const role = w.posts.role[i];
  return Math.max(0, Math.min(1, w.terms.posts[role] - (i - w.posts.first[role])));
}

/** Fill every post on the first day of the run; their people have yet to come. */
export function fillAtOnce(w: World): void {
  for (let i = 0; i < w.posts.role.length; i++) {
    w.posts.stamp[i]++;
    w.posts.occupant[i] = 0;
    w.posts.state[i] = CLOSED;
    w.posts.fresh[i] = 1;
    w.posts.lost[i] = NOT_LOST;
    const share = fundedShare(w, i);
    if (share > 0) fill(w, i, share);
  }
}

function selectPost(w: World, i: number): void {
  const role = w.posts.role[i];
  const key = w.program.layout.roles.keys[role];
  chance.selectStream(w, chance.POST_STREAM, key, i - w.posts.first[role]);
}

/** A worker's first day. */
function fill(w: World, i: number, share: number): void {
  const { posts, terms } = w;
  const role = posts.role[i];
  const s = w.program.layout.roles.service[role];
  touchService(w, s);
  touchRole(w, role);
  posts.state[i] = FILLED;
  posts.notice[i] = 0;
  posts.throughOnly[i] = 0;
  countLost(w, i, NOT_LOST);
  posts.fresh[i] = 0;
  posts.share[i] = share;
  posts.load[i] = 0;
  posts.people[i] = -1;
  posts.room[i] = roomOf(w, role, share);
  w.mostRoom.roleChanged(role);
  selectPost(w, i);
  posts.threshold[i] = w.draws.exponential(chance.counter(chance.TENURE, 0), posts.occupant[i]);
  posts.hazard[i] = 0;
  posts.hazardAt[i] = w.now;
  if (posts.room[i] !== Infinity) w.roomNow[s] += posts.room[i] / 1000;
  w.filledNow[s] += share;
  w.roleFilled[role] += share;
  w.costNow[s] += terms.postCost[role] * share;
  schedulePost(w, i);
  w.markRole(role);
}

/** Room on a caseload, thousandths of a load unit; no caseload stated is no limit. */
export function roomOf(w: World, role: number, share: number): number {
  const caseload = w.terms.caseload[role];
  return caseload > 0 && caseload !== Infinity ? caseload * share : Infinity;
}

/** A new award pays for whole posts again: whoever was taken on for a part works all of it. */
export function raiseShares(w: World, c: number): void {
  const { posts, terms } = w;
  for (const role of w.contractRoles[c]) {
    for (let i = posts.first[role]; i < posts.last[role]; i++) {
      const share = fundedShare(w, i);
      const more = share - posts.share[i];
      if (posts.state[i] !== FILLED || more <= 0) continue;
      const s = w.program.layout.roles.service[role];
      touchService(w, s);
      touchRole(w, role);
      const room = posts.room[i];
      posts.share[i] = share;
      posts.room[i] = roomOf(w, role, share);
      if (room !== Infinity) w.roomNow[s] += (posts.room[i] - room) / 1000;
      w.filledNow[s] += more;
      w.roleFilled[role] += more;
      w.costNow[s] += terms.postCost[role] * more;
      w.mostRoom.roleChanged(role);
      w.markRole(role);
    }
  }
}

function empty(w: World, i: number, state: number): void {
  const { posts, terms } = w;
  const role = posts.role[i];
  const s = w.program.layout.roles.service[role];
  touchService(w, s);
  touchRole(w, role);
  const c = terms.roleContract[role];
  // A role that the scenario does away with has no contract any more.
  if (c >= 0 && w.cPhase[c] !== FUNDING_RUNS) {
    commit(w, c);
    w.fundedNow[s] -= posts.share[i];
  }
  w.filledNow[s] -= posts.share[i];
  w.roleFilled[role] -= posts.share[i];
  w.costNow[s] -= terms.postCost[role] * posts.share[i];
  posts.state[i] = state;
  posts.notice[i] = 0;
  posts.throughOnly[i] = 0;
  posts.room[i] = 0;
  w.roomNow[s] = roomOfService(w, s);
  w.mostRoom.roleChanged(role);
  posts.share[i] = 0;
  posts.stamp[i]++;
  posts.occupant[i]++;
}

/** Tenure hazard up to now; call before the confirmed funding of its contract changes. */
export function accrueTenure(w: World, i: number): void {
  const { posts, terms } = w;
  const role = posts.role[i];
  const base = terms.leaveBase[role];
  const from = posts.hazardAt[i];
  posts.hazardAt[i] = w.now;
  if (base === 0 || posts.state[i] !== FILLED || w.now <= from) return;
  const c = terms.roleContract[role];
  if (hasSteadyTenure(w, c)) {
    posts.hazard[i] += base * (w.now - from);
    return;
  }
  const clock = fundingClock(w, c, w.now);
  posts.hazard[i] += base * (terms.tenure.at(clock) - terms.tenure.at(fundingClock(w, c, from)));
}

/** Whether workers under a contract leave at one rate, however much funding is confirmed. */
export function hasSteadyTenure(w: World, c: number): boolean {
  return w.terms.recurrent[c] === 1 || !w.terms.tenureVaries;
}

/** Clock of the tenure table: it runs up as confirmed funding runs down. */
function fundingClock(w: World, c: number, day: number): number {
  const { tenureSpan } = w.terms;
  return Math.min(tenureSpan, Math.max(0, tenureSpan - (w.cConfirmed[c] - day)));
}

/** Put a worker's notice, or last day, on the event list. */
export function schedulePost(w: World, i: number): void {
  const { posts, terms } = w;
  if (posts.state[i] !== FILLED) return;
  const role = posts.role[i];
  const base = terms.leaveBase[role];
  const stamp = ++posts.stamp[i];
  if (posts.notice[i] === 1) {
    w.schedule(posts.leavesAt[i], i, POST, stamp);
    return;
  }
  if (base === 0) return;
  const c = terms.roleContract[role];
  const left = Math.max(0, posts.threshold[i] - posts.hazard[i]) / base;
  let last: number;
  if (hasSteadyTenure(w, c)) {
    last = w.now + left;
  } else {
    const clock = fundingClock(w, c, w.now);
    const reached = terms.tenure.inverse(clock, left);
    // Beyond the end of confirmed funding the contract's own events decide.
    if (!(reached < terms.tenureSpan)) return;
    last = w.now + (reached - clock);
  }
  posts.leavesAt[i] = last;
  const given = last - terms.notice[role];
  if (given <= w.now) giveNotice(w, i, stamp);
  else w.schedule(given, i, POST, stamp);
}

/** From now until their last day a worker takes nobody new. */
function giveNotice(w: World, i: number, stamp: number): void {
  const { posts } = w;
  posts.notice[i] = 1;
  w.mostRoom.roleChanged(posts.role[i]);
  w.schedule(posts.leavesAt[i], i, POST, stamp);
}

/** A post's event: a first day, notice given, or a last day. */
export function onPost(w: World, i: number, stamp: number): void {
  const { posts } = w;
  if (stamp !== posts.stamp[i]) return;
  if (posts.state[i] === RECRUITING) {
    const share = affordableShare(w, i);
    if (share === 0) {
      posts.state[i] = ON_HOLD;
      return;
    }
    const role = posts.role[i];
    countNow(w, w.program.layout.roles.service[role], SPEND, w.terms.recruitmentCost[role]);
    countRecruited(w, role);
    fill(w, i, share);
    return;
  }
  if (posts.notice[i] === 0 && posts.leavesAt[i] > w.now) {
    giveNotice(w, i, stamp);
    return;
  }
  workerLeaves(w, i);
  recruit(w, i);
}

/** A worker's last day: people are handed over, shared out or put on the list. */
export function workerLeaves(w: World, i: number, reason = WORKER_LEFT): void {
  const { posts, terms } = w;
  const role = posts.role[i];
  const through = posts.throughOnly[i] === 1;
  let r = posts.people[i];
  empty(w, i, through ? CLOSED : ON_HOLD);
  while (r >= 0) {
    const next = w.rNext[r];
    const e = w.rEpisode[r];
    const hold = w.rHold[r];
    accrueHazard(w, e);
    const kept = headStartKept(w, e, terms.keeps[WARM]);
    endRelationship(w, r, reason);
    findAnother(w, e, hold, kept);
    r = next;
  }
  w.markRole(role);
}

/** What becomes of one person whose worker has left. */
function findAnother(w: World, e: number, hold: number, kept: number): void {
  const { terms } = w;
  const at = e + hold;
  const role = w.eRole[at];
  const after = terms.afterWorkerLeaves[role];
  const p = w.ePerson[e];
  if (after === AFTER_SHARED_OUT && takesPeople(w, e, role)) {
    const post = w.mostRoom.find(role, loadOf(w, e, role));
    if (post >= 0) {
      const share = terms.handoverWarm[role];
      const key = w.program.layout.roles.keys[role];
      // Counted by the worker's place in the post, so that each loss has its own draw.
      const occurrence = w.posts.occupant[post] * 64 + (post - w.posts.first[role]);
      const warm =
        share > 0 && chance.personDraw(w, p, chance.WARM_HANDOVER, key, occurrence) < share;
      w.eHeadStart[e >> 2] = warm ? kept : 0;
      w.eKept[e >> 2] = warm ? terms.keeps[WARM] : 0;
      beginRelationship(w, e, hold, post);
      scheduleEpisode(w, e);
      return;
    }
  }
  const lead = leadRole(w, w.eStage[e]) === role;
  if (terms.posts[role] === 0 || isRoleOver(w, e, role, !lead || isHeld(w, e))) {
    roleIsOver(w, e, hold);
    return;
  }
  waitForNext(w, e, hold);
}

/** A person who lost a worker waits for the next one in the role; their stage stands still if it led it. */
export function waitForNext(w: World, e: number, hold: number): void {
  const { terms } = w;
  const at = e + hold;
  const role = w.eRole[at];
  const after = terms.afterWorkerLeaves[role];
  w.eNode[at] = joinList(w, role, e, hold, w.ePriority[e], after !== AFTER_LIST_LAST);
  if (leadRole(w, w.eStage[e]) === role && w.eState[e] !== PATHWAY_WAIT) {
    const p = w.ePerson[e];
    pause(w, e);
    if (after !== AFTER_SHARED_OUT) {
      const key = w.program.layout.services.keys[w.eService[e]];
      const occurrence = w.eVisit[e] * 256 + w.eLosses[e]++;
      const u = chance.personDraw(w, p, chance.PATIENCE_AGAIN, key, occurrence);
      w.eWaitUntil[e >> 2] = w.now + terms.lengths.sample(terms.patience[w.pGroup[p]], u);
    } else {
      w.eWaitUntil[e >> 2] = Infinity;
    }
  }
  scheduleEpisode(w, e);
}

/** Look for a worker for an empty post, when there is enough money and certainty. */
export function recruit(w: World, i: number): void {
  const { posts, terms } = w;
  const role = posts.role[i];
  if (posts.state[i] === FILLED || posts.state[i] === RECRUITING) return;
  if (fundedShare(w, i) === 0) {
    posts.state[i] = CLOSED;
    return;
  }
  const c = terms.roleContract[role];
  const sure = terms.recurrent[c] === 1 || w.cConfirmed[c] - w.now >= terms.hiringNeeds[c];
  if (w.cPhase[c] !== FUNDING_RUNS || !sure) {
    posts.state[i] = ON_HOLD;
    countLost(w, i, w.cPhase[c] === FUNDING_RUNS ? HELD : NOT_LOST);
    return;
  }
  posts.state[i] = RECRUITING;
  countLost(w, i, posts.fresh[i] === 1 ? SET_UP : NOT_LOST);
  selectPost(w, i);
  const u = w.draws.uniform(chance.counter(chance.VACANCY, 0), posts.occupant[i]);
  const empty = terms.lengths.sample(terms.replaced[role], u);
  w.schedule(w.now + empty, i, POST, ++posts.stamp[i]);
}

/** Say what a post is lost to from now on while it stands empty. */
function countLost(w: World, i: number, kind: number): void {
  const { posts } = w;
  const was = posts.lost[i];
  if (was === kind) return;
  const s = w.program.layout.roles.service[posts.role[i]];
  const share = fundedShare(w, i);
  touchService(w, s);
  posts.lost[i] = kind;
  if (was === SET_UP) w.setUpNow[s] -= share;
  else if (was === HELD) w.heldNow[s] -= share;
  if (kind === SET_UP) w.setUpNow[s] += share;
  else if (kind === HELD) w.heldNow[s] += share;
}

/** Share of full time that the award's buying power leaves for one more worker. */
function affordableShare(w: World, i: number): number {
  const { posts, terms } = w;
  const role = posts.role[i];
  const full = fundedShare(w, i);
  const factor = realFactor(w, terms.roleContract[role]);
  if (factor >= 1) return full;
  let taken = 0;
  for (let k = posts.first[role]; k < posts.last[role]; k++) {
    if (k !== i && posts.state[k] === FILLED) taken += posts.share[k];
  }
  const share = Math.min(full, terms.posts[role] * factor - taken);
  return share < Math.min(full, SMALLEST_SHARE) ? 0 : share;
}

/** Close a post at the end of its money; `ended` is told of each of its people, and of their hold. */
export function closePost(
  w: World,
  i: number,
  ended: (w: World, e: number, hold: number) => void,
): void {
  const { posts } = w;
  if (posts.state[i] === FILLED) {
    let r = posts.people[i];
    while (r >= 0) {
      const next = w.rNext[r];
      const e = w.rEpisode[r];
      const hold = w.rHold[r];
      accrueHazard(w, e);
      endRelationship(w, r, FUNDING_ENDED);
      ended(w, e, hold);
      r = next;
    }
    if (posts.state[i] === FILLED) empty(w, i, CLOSED);
  }
  countLost(w, i, NOT_LOST);
  posts.fresh[i] = 1;
  posts.state[i] = CLOSED;
  posts.stamp[i]++;
}

/** A worker who stayed to see people through goes when the last of them has finished. */
export function closeEmptied(w: World, i: number): void {
  empty(w, i, CLOSED);
  w.posts.fresh[i] = 1;
}
