/** People: how they arrive, turn to services, come back and move away. */
import { exp, log } from '../engine/elementary.ts';
import * as chance from './chance.ts';
import { endEpisode } from './episode-end.ts';
import { pairFamily, unpairFamily } from './families.ts';
import { isAccepting, refer } from './referrals.ts';
import { countPerson } from './records.ts';
import { OTHER_LIFE_EVENT, PEOPLE_ARRIVED, WATCHED_DAYS } from './replication.ts';
import { ARRIVAL, PERSON, type World } from './world.ts';

/** Flags of a person. */
export const IN_COHORT = 1;
export const HAS_STARTED = 2;
export const KEPT_A_YEAR = 4;
export const FINISHED_BEFORE = 8;
export const HAS_TOLD = 16;
export const WAS_SUPPORTED = 32;
export const ALONE_AFTER_MAT = 64;
export const COULD_BE_ALONE = 128;
export const WAS_GIVEN_MAT = 256;

/**
 * Where a member of a pool comes from. Those whom the scenario adds, and who take their places, have
 * numbers of their own, so that the others are the same people with and without them.
 */
const OF_BASELINE = 1;
const OF_SCENARIO = 2;

/** Draws of how long a member of a pool stays outside support: from leaving it on, or from the start. */
const AT_LEAVING = 1;
const AT_SWITCH = 2;

/** Runner in the race of services that stands for turning to none of them. */
const NOBODY = -2;

/** Schedule the first arrival of every stream of the baseline, and of every member of a pool. */
export function beginArrivals(w: World): void {
  beginStreams(w, 0, w.streamsAtFirst);
  w.poolNext.fill(0);
  w.poolMembers.fill(0);
  fillPools(w, OF_BASELINE);
}

/**
 * Schedule the first arrival of the streams that a scenario adds, and give pools their new size and
 * rate: how long a member has been outside support says nothing of how long they still will be.
 */
export function beginFurtherArrivals(w: World): void {
  beginStreams(w, w.streamsAtFirst, w.streamGroup.length);
  const before = w.program.before.poolRate;
  for (let p = w.pCount - w.pRow; p >= 0; p -= w.pRow) {
    const g = w.pGroup[p];
    if (g < 0 || w.pPool[p] === 0 || w.pEpisodeCount[p] > 0) continue;
    if (isPoolTooLarge(w, p)) forget(w, p);
    else if (w.terms.poolRate[g] !== before[g]) schedulePool(w, p, AT_SWITCH);
  }
  fillPools(w, OF_SCENARIO);
}

function fillPools(w: World, origin: number): void {
  const { poolPeople } = w.terms;
  for (let g = 0; g < w.layoutSizes.groups; g++) {
    while (w.poolMembers[g] < poolPeople[g]) addToPool(w, g, origin);
  }
}

function beginStreams(w: World, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    w.streamIndex[i] = 0;
    scheduleArrival(w, i);
  }
}

function scheduleArrival(w: World, stream: number): void {
  const key = w.program.layout.groups.keys[w.streamGroup[stream]];
  w.draws.streamKey(key ^ Math.imul(w.streamLayer[stream], 0x9e3779b1), w.streamIndex[stream]);
  w.streamKey0[stream] = w.draws.x0;
  w.streamKey1[stream] = w.draws.x1;
  w.draws.key(w.draws.x0, w.draws.x1);
  const gap = w.draws.exponential(chance.counter(chance.GAP, 0), 0) / w.streamRate[stream];
  w.schedule(w.now + gap, stream, ARRIVAL, 0);
}

/** Somebody of this stream comes, if their mark lies under the rate that holds today. */
export function onArrival(w: World, stream: number): void {
  const g = w.streamGroup[stream];
  const key0 = w.streamKey0[stream];
  const key1 = w.streamKey1[stream];
  w.streamIndex[stream]++;
  scheduleArrival(w, stream);
  const share = rateNow(w, g) / w.streamRate[stream] - w.streamLayer[stream];
  if (share <= 0) return;
  if (share < 1) {
    w.draws.key(key0, key1);
    if (w.draws.uniform(chance.counter(chance.MARK, 0), 0) >= share) return;
  }
  const p = makePerson(w, g, key0, key1);
  joinCohort(w, p);
  if (w.pFlags[p] & IN_COHORT) follow(w, p);
  turnToSomebody(w, p);
}

/** People a day of group g at this moment, with season and trend. */
function rateNow(w: World, g: number): number {
  const { arrive, season, trend } = w.terms;
  let rate = arrive[g];
  if (trend[g] !== 0 && w.now > 0) rate *= exp((log(1 + trend[g]) * w.now) / 365.25);
  const factor = season[g * 12 + w.calendarMonth];
  return factor === 1 ? rate : rate * factor;
}

/** Somebody new of group g, with what they are and have for good. */
export function makePerson(w: World, g: number, key0: number, key1: number): number {
  const p = w.newPerson();
  const { layout } = w.program;
  const { homes, services, roles, remembered, criteria } = w.layoutSizes;
  w.pGroup[p] = g;
  w.pKey0[p] = key0;
  w.pKey1[p] = key1;
  w.pFlags[p] = 0;
  w.pSpell[p] = 0;
  w.pEpisodeCount[p] = 0;
  w.pMat[p] = 0;
  w.pMatEnded[p >> 2] = -Infinity;
  w.pDue[p] = 0;
  w.pSupported[p] = 0;
  w.pEarlyUntil[p >> 2] = -Infinity;
  w.pAloneFrom[p >> 2] = -Infinity;
  w.pAloneUntil[p >> 2] = -Infinity;
  w.pFollowed[p] = -1;
  w.pPool[p] = 0;
  w.pArrived[p >> 2] = w.now;
  for (let c = p; c < p + criteria; c++) w.pMet[c] = 0;
  for (let s = 0; s < services; s++) w.pVisits[p + s] = 0;
  for (let r = 0; r < roles; r++) w.pKnownPost[p + r] = -1;
  for (let k = 0; k < remembered; k++) w.pKnownDays[(p >> 2) + k] = 0;
  pairFamily(w, p);

  const { live } = w.terms;
  const { race } = w;
  race.begin();
  let home = -1;
  for (let h = 0; h < homes && home < 0; h++) {
    const share = live[g * homes + h];
    if (share >= 1) home = h;
    else if (share > 0) race.enter(h, layout.localities.keys[h], share);
  }
  w.draws.key(key0, key1);
  if (home < 0) home = race.winner(w.draws, chance.HOME, 0);
  w.pHome[p] = home;
  w.pCell[p] = home * w.layoutSizes.groups + g;

  w.pNeeds[p] = drawNeeds(w, g);

  const rate = w.terms.otherLifeEvents[g];
  w.pExit[p >> 2] =
    rate > 0 ? w.now + chance.personExponential(w, p, chance.EXIT, 0, 0) / rate : Infinity;
  return p;
}

/** Needs of somebody in group g, as bits; their stream is selected. */
function drawNeeds(w: World, g: number): number {
  const { needs } = w.layoutSizes;
  const { keys } = w.program.layout.needs;
  const { needShare } = w.terms;
  let has = 0;
  for (let n = 0; n < needs; n += 2) {
    const first = chance.counter(chance.NEED, keys[n]);
    if (n + 1 === needs) {
      w.twoDraws[0] = w.draws.uniform(first, 0);
    } else {
      const second = chance.counter(chance.NEED, keys[n + 1]);
      w.draws.uniformPair(first, 0, second, 0, w.twoDraws);
      if (w.twoDraws[1] < needShare[g * needs + n + 1]) has |= 1 << (n + 1);
    }
    if (w.twoDraws[0] < needShare[g * needs + n]) has |= 1 << n;
  }
  return has;
}

/** A person looks for support for the first time: within the horizon they are one of those who come. */
function joinCohort(w: World, p: number): void {
  w.pArrived[p >> 2] = w.now;
  if (w.now < 0 || w.now >= w.program.horizonDays) return;
  w.pFlags[p] |= IN_COHORT;
  countPerson(w, p, PEOPLE_ARRIVED, w.now, 1);
}

/** Whether somebody came within the horizon, and no longer ago than everybody is watched. */
export function isWatched(w: World, p: number): boolean {
  return (w.pFlags[p] & IN_COHORT) !== 0 && w.now <= w.pArrived[p >> 2] + WATCHED_DAYS;
}

/** Follow every so many of those who arrive, as far as asked for. */
function follow(w: World, p: number): void {
  const coming = w.comers++;
  if (w.followed.length === w.follow || coming % w.followEvery !== 0) return;
  const { layout } = w.program;
  w.pFollowed[p] = w.followed.length;
  w.followed.push({
    person: w.followed.length + 1,
    group: layout.groups.ids[w.pGroup[p]],
    locality: layout.localities.ids[w.pHome[p]],
    arrives: w.now,
    relationships: [],
  });
}

/**
 * Choose whom a person turns to: the services of their group that take people
 * race, each with its share, and so does turning to nobody with what is left.
 */
export function turnToSomebody(w: World, p: number): void {
  const { turnTo, turnToFirst, turnToShare, turnToPriority } = w.terms;
  const { keys } = w.program.layout.services;
  const g = w.pGroup[p];
  const { race } = w;
  race.begin();
  let left = 1;
  const last = turnToFirst[g + 1];
  for (let i = turnToFirst[g]; i < last; i++) {
    const share = turnToShare[i];
    left -= share;
    if (share <= 0 || !isAccepting(w, turnTo[i])) continue;
    race.enter(i, keys[turnTo[i]], share);
  }
  if (left > 1e-9) race.enter(NOBODY, 0, left);
  w.draws.key(w.pKey0[p], w.pKey1[p]);
  const chosen = race.winner(w.draws, chance.TURN_TO, w.pSpell[p]);
  if (chosen >= 0) refer(w, p, turnTo[chosen], turnToPriority[chosen], 0, 0);
  settle(w, p, false);
}

/**
 * When a person has no support and waits for none: they come back later, or
 * the model lets go of them. `planned` tells a planned ending from the rest.
 */
export function settle(w: World, p: number, planned: boolean): void {
  if (w.pEpisodeCount[p] > 0 || w.pGroup[p] < 0) return;
  if (w.pPool[p] !== 0) {
    if (isPoolTooLarge(w, p)) forget(w, p);
    else schedulePool(w, p);
    return;
  }
  const g = w.pGroup[p];
  const share = w.terms.comeBackShare[g];
  const spell = w.pSpell[p];
  if (
    !planned &&
    share > 0 &&
    (w.pFlags[p] & HAS_STARTED) !== 0 &&
    chance.personDraw(w, p, chance.COMES_BACK, 0, spell) < share
  ) {
    const u = chance.personDraw(w, p, chance.BACK_AFTER, 0, spell);
    const after = w.terms.lengths.sample(w.terms.comeBackAfter[g], u);
    w.schedule(w.now + after, p, PERSON, ++w.pStamp[p]);
    return;
  }
  forget(w, p);
}

/** Somebody new joins a pool, outside support. */
function addToPool(w: World, g: number, origin: number): void {
  const key = w.program.layout.groups.keys[g] ^ chance.POOL_STREAM;
  const layer = origin - OF_BASELINE;
  const next = layer * w.layoutSizes.groups + g;
  w.draws.streamKey(key ^ Math.imul(layer, 0x9e3779b1), w.poolNext[next]++);
  const p = makePerson(w, g, w.draws.x0, w.draws.x1);
  w.pPool[p] = origin;
  w.poolMembers[g]++;
  schedulePool(w, p);
}

/** Whether the pool of a member has more people than the scenario lets it have. */
function isPoolTooLarge(w: World, p: number): boolean {
  const g = w.pGroup[p];
  return w.poolMembers[g] > w.terms.poolPeople[g];
}

/** A member comes when their time outside support is over, unless they move away or die before. */
function schedulePool(w: World, p: number, draw = AT_LEAVING): void {
  const stamp = ++w.pStamp[p];
  const rate = w.terms.poolRate[w.pGroup[p]];
  let time = Math.max(w.now, w.pExit[p >> 2]);
  if (rate > 0) {
    const wait = chance.personExponential(w, p, chance.GAP, draw, w.pSpell[p]) / rate;
    time = Math.min(time, w.now + wait);
  }
  if (time !== Infinity) w.schedule(time, p, PERSON, stamp);
}

/** A person who was outside support turns to somebody again, or is gone. */
export function onPerson(w: World, p: number, stamp: number): void {
  if (stamp !== w.pStamp[p]) return;
  if (w.pExit[p >> 2] <= w.now) {
    forget(w, p);
    return;
  }
  if (w.pPool[p] !== 0 && w.pSpell[p] === 0) joinCohort(w, p);
  w.pSpell[p]++;
  turnToSomebody(w, p);
}

/** Everything that a person has ends because they moved away or died. */
export function leaveArea(w: World, p: number): void {
  while (w.pEpisodeCount[p] > 0) {
    endEpisode(w, w.pEpisodes[p], OTHER_LIFE_EVENT);
  }
  forget(w, p);
}

/** Let go of a person; another takes the place of a member of a pool that is not too large. */
function forget(w: World, p: number): void {
  const g = w.pGroup[p];
  unpairFamily(w, p);
  w.pStamp[p]++;
  w.pGroup[p] = -1;
  w.pFree.push(p);
  const origin = w.pPool[p];
  if (origin === 0) return;
  w.poolMembers[g]--;
  if (w.poolMembers[g] < w.terms.poolPeople[g]) addToPool(w, g, origin);
}
