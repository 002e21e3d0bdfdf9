/** The model's start: the scenario's terms take the place of the baseline's. */
import { touchRole } from './commissioning-records.ts';
import { changePathways, goOnInPathways } from './change-pathways.ts';
import { addContractOwnership } from './contract-ownership.ts';
import { changeTerms } from './contracts.ts';
import { endEpisode, removeEpisode } from './episode-end.ts';
import { enterStage, scheduleEpisode } from './episodes.ts';
import { changeDifferences } from './lasting-differences.ts';
import { accrueHazard } from './leaving.ts';
import { leaveList } from './lists.ts';
import { loadOfService } from './load-and-room.ts';
import { inOrderOfComing } from './order-of-coming.ts';
import { beginFurtherArrivals, settle, turnToSomebody } from './people.ts';
import { CLOSED, FILLED } from './posts.ts';
import { countReferral, touchService } from './records.ts';
import { refreshService } from './refresh-service.ts';
import { weigh } from './relationships.ts';
import { CLOSED_OUT, FUNDING_ENDED } from './replication.ts';
import { isNearest, pointFor, visitDay } from './points.ts';
import { entryServer } from './referrals.ts';
import { recountMat } from './support.ts';
import { joinServer, leaveServer, scheduleServer, settleCarry } from './sessions.ts';
import {
  accrueTenure,
  fundedShare,
  recruit,
  roomOf,
  schedulePost,
  workerLeaves,
} from './workers.ts';
import { FOR_SESSION, IN_STAGE, type World } from './world.ts';

/** Go over from the baseline's terms to the scenario's. `yearLeft` is of the financial year. */
export function switchTerms(w: World, yearLeft: number): void {
  const { before, after } = w.program;
  for (let e = 0; e < w.eCount; e += w.eRow) if (w.eBegun[e] === 1) accrueHazard(w, e);
  for (let i = 0; i < w.posts.role.length; i++) accrueTenure(w, i);
  for (let k = 0; k < w.serverCarry.length; k++) settleCarry(w, k);
  w.terms = after;
  changeDifferences(w, before.differences);
  addContractOwnership(w);
  findLeastLoads(w);
  changeRooms(w);
  for (let s = 0; s < w.layoutSizes.services; s++) {
    if (before.serviceOn[s] === 1 && after.serviceOn[s] === 0) closeService(w, s);
  }
  recountMat(w);
  changeTerms(w);
  const moved = changePathways(w);
  changePosts(w);
  for (let i = 0; i < after.budget.length; i++) {
    if (yearLeft >= 1) w.budgetLeft[i] = Math.max(0, after.budget[i]);
    else if (after.budget[i] >= 0) {
      const change = (after.budget[i] - Math.max(0, before.budget[i])) * yearLeft;
      // What is spent is spent, however small the budget is now.
      w.budgetLeft[i] = Math.max(0, w.budgetLeft[i] + change);
    }
    w.markPlaces(i);
  }
  moveBetweenPoints(w);
  for (let s = 0; s < w.layoutSizes.services; s++) refreshService(w, s);
  goOnInPathways(w, moved);
  for (const e of inOrderOfComing(w)) scheduleEpisode(w, e);
  for (let r = 0; r < w.placesList; r++) w.markRole(r);
  beginFurtherArrivals(w);
}

/** Smallest load that a role's caseload can be asked for, so that a full one is known as full. */
export function findLeastLoads(w: World): void {
  const { stageRolesFirst, stageRoles, stageLoad } = w.terms;
  w.leastLoad.fill(Infinity);
  for (let t = 0; t < stageLoad.length; t++) {
    for (let i = stageRolesFirst[t]; i < stageRolesFirst[t + 1]; i++) {
      const r = stageRoles[i];
      w.leastLoad[r] = Math.min(w.leastLoad[r], stageLoad[t] * 1000);
    }
  }
  // Roles that only accompany are asked for the load of any stage of the service.
  const { stages } = w.program.layout;
  const { accompanyFirst, accompanyRole } = w.terms;
  for (let s = 0; s < w.layoutSizes.services; s++) {
    let least = Infinity;
    for (let t = stages.first[s]; t < stages.first[s + 1]; t++) {
      least = Math.min(least, stageLoad[t] * 1000);
    }
    for (let i = accompanyFirst[s]; i < accompanyFirst[s + 1]; i++) {
      const r = accompanyRole[i];
      w.leastLoad[r] = Math.min(w.leastLoad[r], least);
    }
  }
}

function closeService(w: World, s: number): void {
  for (const e of inOrderOfComing(w, s)) {
    const p = w.ePerson[e];
    if (w.eListed[e] === 1) {
      countReferral(w, e, CLOSED_OUT, 1);
      removeEpisode(w, e);
      if (w.pEpisodeCount[p] > 0) continue;
      w.pSpell[p]++;
      turnToSomebody(w, p);
    } else {
      endEpisode(w, e, FUNDING_ENDED);
      settle(w, p, false);
    }
  }
}

/**
 * Nobody comes to a worker who goes the same day, or for whom there is no room under the scenario:
 * whoever turns elsewhere on that day finds caseloads as they will be, and people weigh what they will.
 */
function changeRooms(w: World): void {
  const { posts } = w;
  for (let i = 0; i < posts.role.length; i++) {
    const share = fundedShare(w, i);
    if (share === 0) posts.notice[i] = 1;
    else if (posts.state[i] === FILLED) posts.room[i] = roomOf(w, posts.role[i], share);
  }
  w.mostRoom.allChanged();
  recountLoad(w);
  for (const e of inOrderOfComing(w)) if (w.eState[e] === IN_STAGE) weigh(w, e);
}

/** The scenario may give a caseload to those who had no limit, or take it away. */
function recountLoad(w: World): void {
  for (let s = 0; s < w.layoutSizes.services; s++) {
    touchService(w, s);
    w.loadNow[s] = loadOfService(w, s);
  }
}

/** Posts that the scenario does not fund close, new ones are advertised, the others change. */
function changePosts(w: World): void {
  const { posts } = w;
  for (let i = 0; i < posts.role.length; i++) {
    const role = posts.role[i];
    const share = fundedShare(w, i);
    if (share === 0) {
      if (posts.state[i] === FILLED) workerLeaves(w, i, FUNDING_ENDED);
      posts.state[i] = CLOSED;
      w.mostRoom.roleChanged(role);
      posts.stamp[i]++;
    } else if (posts.state[i] === FILLED) {
      if (posts.share[i] !== share) {
        touchRole(w, role);
        w.roleFilled[role] += share - posts.share[i];
        posts.share[i] = share;
      }
      schedulePost(w, i);
    } else {
      recruit(w, i);
    }
  }
}

/** Whether the points nearest to a person's home are those that they were. */
function hasSameNearest(w: World, p: number, s: number): boolean {
  const { before, after } = w.program;
  const at = s * w.layoutSizes.homes + w.pHome[p];
  const [was, is] = [before, after].map(({ nearestFirst, nearestPoints }) =>
    nearestPoints.subarray(nearestFirst[at], nearestFirst[at + 1]),
  );
  return was.length === is.length && was.every((point, i) => point === is[i]);
}

/**
 * People go to a point that is nearest now, and whoever waits to be let in waits where the
 * service lets people in now; partners gone are let be.
 */
function moveBetweenPoints(w: World): void {
  const { serverFirst } = w.terms;
  const { layout } = w.program;
  const points = layout.points.ids.length;
  const partners = layout.partners.ids.length;
  for (let k = points; k < points + partners; k++) {
    if (serverFirst[k + 1] > serverFirst[k]) continue;
    while (w.listHead[w.serverList + k] >= 0) {
      const n = w.listHead[w.serverList + k];
      w.eOffersWaiting[w.nEpisode[n]]--;
      leaveList(w, n);
    }
  }
  for (const e of inOrderOfComing(w)) {
    const p = w.ePerson[e];
    const s = w.eService[e];
    const node = w.eSessionNode[e];
    const goesOn = node < 0 ? isNearest(w, p, s, w.ePoint[e]) : hasSameNearest(w, p, s);
    if (!goesOn) w.ePoint[e] = pointFor(w, p, s, w.ePriority[e], node);
    w.eVisitDay[e] = visitDay(w, p, s, w.ePoint[e]);
    const server = entryServer(w, e);
    if (node < 0 || w.nList[node] === w.serverList + server) continue;
    leaveServer(w, e);
    const first = w.terms.firstStage[s];
    if (server >= 0) joinServer(w, server, e, FOR_SESSION);
    else if (first >= 0) enterStage(w, e, first);
    else {
      countReferral(w, e, CLOSED_OUT, 1);
      removeEpisode(w, e);
      settle(w, p, false);
    }
  }
  for (let k = 0; k < w.serverStamp.length; k++) {
    if (w.listHead[w.serverList + k] >= 0) scheduleServer(w, k);
  }
}
