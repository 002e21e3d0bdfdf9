/** Support with needs: offered, accepted, received, and what of it MAT criteria count. */
import * as chance from './chance.ts';
import { countOffer, countReceived } from './commissioning-records.ts';
import { BY_PARTNER, BY_ROLE } from './parameters.ts';
import { passOn } from './referrals.ts';
import { countGivenMat, FOUR_WEEKS } from './exposure.ts';
import { countCriterion, countPerson } from './records.ts';
import {
  CRITERION_DUE,
  CRITERION_MET_DAYS,
  CRITERION_NEED_DAYS,
  CRITERION_REACHED,
  PEOPLE_COLUMNS,
  PEOPLE_EARLY_MAT_DAYS,
  PEOPLE_MAT_DAYS,
  PEOPLE_MAT_STARTS,
  ROUNDING,
} from './replication.ts';
import { joinServer } from './sessions.ts';
import { FOR_OFFER, TIMER, type World } from './world.ts';

/** Plan the offers that a person will accept, and the referrals beside this stage. */
export function setTimers(w: World, e: number, t: number): void {
  const { layout } = w.program;
  const { terms } = w;
  const p = w.ePerson[e];
  const visit = w.eVisit[e];
  for (let o = layout.offers.first[t]; o < layout.offers.first[t + 1]; o++) {
    if (terms.offerOn[o] === 0 || (w.pNeeds[p] & (1 << terms.offerNeed[o])) === 0) continue;
    const { keys } = layout.offers;
    const accepts = chance.happens(w, p, chance.ACCEPTS, keys[o], visit, terms.offerAccepted[o]);
    const counts = countOffer(w, o, accepts);
    if (!accepts) continue;
    if (counts) w.eAccepted[e] |= 1 << localOffer(w, e, o);
    setTimer(w, e, o, terms.offerAfter[o]);
  }
  for (let f = layout.refers.first[t]; f < layout.refers.first[t + 1]; f++) {
    if (terms.referOn[f] === 0) continue;
    const need = terms.referNeed[f];
    if (need >= 0 && (w.pNeeds[p] & (1 << need)) === 0) continue;
    if (chance.happens(w, p, chance.REFERRED_ON, layout.refers.keys[f], visit, terms.referShare[f]))
      setTimer(w, e, -1 - f, terms.referAfter[f]);
  }
}

function setTimer(w: World, e: number, what: number, after: number): void {
  if (w.now + after > w.end) return;
  const timer = w.newTimer();
  w.tEpisode[timer] = e;
  w.tGeneration[timer] = w.eGeneration[e];
  w.tWhat[timer] = what;
  w.tStage[timer] = w.eStage[e];
  w.schedule(w.now + after, timer, TIMER, 0);
}

/** An offer or a referral falls due, if the stage that it belongs to still goes on. */
export function onTimer(w: World, timer: number): void {
  const e = w.tEpisode[timer];
  const what = w.tWhat[timer];
  const gone = w.tGeneration[timer] !== w.eGeneration[e] || w.tStage[timer] !== w.eStage[e];
  w.tFree.push(timer);
  if (gone) return;
  const { terms } = w;
  const p = w.ePerson[e];
  if (what < 0) {
    const f = -1 - what;
    if (terms.referOn[f] === 0) return;
    passOn(w, p, w.eService[e], terms.referTo[f], terms.referHandover[f], 0, 0, w.eVisit[e]);
    return;
  }
  if (terms.offerOn[what] === 0) return;
  if (terms.offerBy[what] === BY_PARTNER) {
    const k = w.program.layout.points.ids.length + terms.offerByIndex[what];
    joinServer(w, k, e, FOR_OFFER - what);
    return;
  }
  if (terms.offerBy[what] === BY_ROLE && !hasRole(w, e, terms.offerByIndex[what])) return;
  receive(w, e, what, terms.offerGivenHere[what] === 1);
}

/** Whether a worker in this role holds the person now: nobody else can give what they offer. */
function hasRole(w: World, e: number, role: number): boolean {
  for (let i = 0; i < w.eHolds[e]; i++) {
    const at = e + i;
    if (w.eRole[at] === role) return w.eRelationship[at] >= 0;
  }
  return false;
}

/** Support with a need begins; `here` says that it is given where and when the person comes anyway. */
export function receive(w: World, e: number, offer: number, here: boolean): void {
  const bit = 1 << localOffer(w, e, offer);
  if ((w.eReceived[e] & bit) !== 0) return;
  w.eReceived[e] |= bit;
  if ((w.eAccepted[e] & bit) !== 0) countReceived(w, offer);
  if (here) w.eMetSameVisit[e] |= bit;
  changeMet(w, w.ePerson[e], criteriaOf(w, e, offer, here), 1);
}

/** Support that an episode gave ends with it. */
export function endSupport(w: World, e: number): void {
  const received = w.eReceived[e];
  if (received === 0) return;
  const first = firstOffer(w, e);
  for (let rest = received; rest !== 0; rest &= rest - 1) {
    const i = lowestBit(rest);
    const here = (w.eMetSameVisit[e] & (1 << i)) !== 0;
    changeMet(w, w.ePerson[e], criteriaOf(w, e, first + i, here), -1);
  }
  w.eReceived[e] = 0;
}

/** Place of the lowest bit that is set; there is one. */
function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}

function firstOffer(w: World, e: number): number {
  const { stages, offers } = w.program.layout;
  return offers.first[stages.first[w.eService[e]]];
}

function localOffer(w: World, e: number, offer: number): number {
  return offer - firstOffer(w, e);
}

/** Criteria that an offer counts for: one at the same visit as MAT needs a service that gives it. */
function criteriaOf(w: World, e: number, offer: number, here: boolean): number {
  const mask = w.terms.offerCriteria[offer];
  if (here && w.terms.givesMat[w.eService[e]] === 1) return mask;
  let kept = mask;
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const c = lowestBit(rest);
    if (w.terms.criterionSameVisit[c] === 1) kept &= ~(1 << c);
  }
  return kept;
}

function changeMet(w: World, p: number, mask: number, by: number): void {
  const { cells } = w.layoutSizes;
  const cell = w.pCell[p];
  for (let rest = mask; rest !== 0; rest &= rest - 1) {
    const c = lowestBit(rest);
    const at = p + c;
    const before = w.pMet[at];
    w.pMet[at] = before + by;
    const begins = before === 0 && by > 0;
    const ends = before === 1 && by < 0;
    if (w.pMat[p] === 0 || (!begins && !ends) || !isNeeded(w, p, c)) continue;
    touchCriterion(w, c, cell);
    w.metNow[c * cells + cell] += by;
    if (begins) reach(w, p, c);
  }
}

/** Whether a criterion concerns a person: they have its need. */
function isNeeded(w: World, p: number, c: number): boolean {
  const need = w.terms.criterionNeed[c];
  return need >= 0 && (w.pNeeds[p] & (1 << need)) !== 0;
}

/** Count a due criterion as reached, if its time has not run out. */
function reach(w: World, p: number, c: number): void {
  const bit = 1 << c;
  if ((w.pDue[p] & bit) === 0) return;
  w.pDue[p] &= ~bit;
  if (w.now <= w.pMatSince[p >> 2] + w.terms.criterionWithin[c] + ROUNDING) {
    countCriterion(w, c, w.pCell[p], CRITERION_REACHED, 1);
  }
}

/**
 * A person is on MAT: every criterion whose need they have is due. Whoever goes
 * from one service that gives MAT to another at one moment goes on with it. Not
 * for a single contact: it gives nobody MAT that goes on.
 */
export function beginMat(w: World, p: number): void {
  countGivenMat(w, p);
  if (w.pMat[p]++ > 0) return;
  const { criteria, cells } = w.layoutSizes;
  const cell = w.pCell[p];
  const starts = w.pMatEnded[p >> 2] !== w.now;
  const counts = starts && w.now >= 0 && w.now < w.program.horizonDays;
  touchMat(w, cell);
  w.matNow[cell]++;
  if (starts) {
    w.pMatSince[p >> 2] = w.now;
    w.pDue[p] = 0;
    w.pEarlyUntil[p >> 2] = counts ? w.now + FOUR_WEEKS : -Infinity;
    if (counts) countPerson(w, p, PEOPLE_MAT_STARTS, w.now, 1);
  }
  countEarlyDays(w, p, 1);
  for (let c = 0; c < criteria; c++) {
    if (!isNeeded(w, p, c)) continue;
    touchCriterion(w, c, cell);
    w.needNow[c * cells + cell]++;
    if (counts) {
      w.pDue[p] |= 1 << c;
      countCriterion(w, c, cell, CRITERION_DUE, 1);
    }
    if (w.pMet[p + c] > 0) {
      w.metNow[c * cells + cell]++;
      reach(w, p, c);
    }
  }
}

/** A person's time on MAT ends; what was due and not reached counts as not reached. */
export function endMat(w: World, p: number): void {
  if (--w.pMat[p] > 0) return;
  const { criteria, cells } = w.layoutSizes;
  const cell = w.pCell[p];
  touchMat(w, cell);
  w.matNow[cell]--;
  w.pMatEnded[p >> 2] = w.now;
  countEarlyDays(w, p, -1);
  for (let c = 0; c < criteria; c++) {
    if (!isNeeded(w, p, c)) continue;
    touchCriterion(w, c, cell);
    w.needNow[c * cells + cell]--;
    if (w.pMet[p + c] > 0) w.metNow[c * cells + cell]--;
  }
}

/** Add what is left of the first four weeks of MAT, or take it back. */
function countEarlyDays(w: World, p: number, sign: 1 | -1): void {
  const left = w.pEarlyUntil[p >> 2] - w.now;
  if (left > 0) countPerson(w, p, PEOPLE_EARLY_MAT_DAYS, w.pMatSince[p >> 2], sign * left);
}

/** Bring person-days on MAT in a cell up to now. */
export function touchMat(w: World, cell: number): void {
  const days = w.now - w.matAt[cell];
  w.matAt[cell] = w.now;
  if (w.month < 0 || w.month >= w.record.horizonMonths) return;
  w.record.byCell[cell * PEOPLE_COLUMNS + PEOPLE_MAT_DAYS] += w.matNow[cell] * days;
}

/** Bring person-days with a criterion's need, and with it met, up to now. */
export function touchCriterion(w: World, c: number, cell: number): void {
  const at = c * w.layoutSizes.cells + cell;
  const days = w.now - w.criterionAt[at];
  if (days <= 0) return;
  w.criterionAt[at] = w.now;
  if (w.month < 0 || w.needNow[at] === 0) return;
  const row = (w.month * w.layoutSizes.criteria + c) * 2;
  w.record.criterionByMonth[row] += w.needNow[at] * days;
  w.record.criterionByMonth[row + 1] += w.metNow[at] * days;
  if (w.month >= w.record.horizonMonths) return;
  countCriterion(w, c, cell, CRITERION_NEED_DAYS, w.needNow[at] * days);
  countCriterion(w, c, cell, CRITERION_MET_DAYS, w.metNow[at] * days);
}

/**
 * Count MAT and criteria afresh, after terms changed that say which services
 * give MAT and which offers meet what.
 */
export function recountMat(w: World): void {
  const { criteria, cells } = w.layoutSizes;
  for (let e = 0; e < w.eCount; e += w.eRow) {
    if (w.eBegun[e] === 0) continue;
    const gives = w.terms.givesMat[w.eService[e]];
    if (gives === w.eMat[e]) continue;
    if (gives === 1) beginMat(w, w.ePerson[e]);
    else endMat(w, w.ePerson[e]);
    w.eMat[e] = gives;
  }
  w.needNow.fill(0);
  w.metNow.fill(0);
  for (let p = 0; p < w.pCount; p += w.pRow) for (let c = 0; c < criteria; c++) w.pMet[p + c] = 0;
  for (let e = 0; e < w.eCount; e += w.eRow) {
    if (w.eBegun[e] === 0 || w.eReceived[e] === 0) continue;
    const first = firstOffer(w, e);
    for (let i = 0; i < 31; i++) {
      if ((w.eReceived[e] & (1 << i)) === 0) continue;
      const mask = criteriaOf(w, e, first + i, (w.eMetSameVisit[e] & (1 << i)) !== 0);
      for (let c = 0; c < criteria; c++) {
        if ((mask & (1 << c)) !== 0) w.pMet[w.ePerson[e] + c]++;
      }
    }
  }
  for (let p = 0; p < w.pCount; p += w.pRow) {
    if (w.pGroup[p] < 0 || w.pMat[p] === 0) continue;
    for (let c = 0; c < criteria; c++) {
      if (!isNeeded(w, p, c)) continue;
      w.needNow[c * cells + w.pCell[p]]++;
      if (w.pMet[p + c] > 0) w.metNow[c * cells + w.pCell[p]]++;
    }
  }
}
