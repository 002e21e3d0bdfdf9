/** Awards: decided, renewed or refused, and what their ends do to posts and people. */
import { addMonths, dayNumber } from '../engine/calendar.ts';
import { log } from '../engine/elementary.ts';
import * as chance from './chance.ts';
import { financialYearOf } from './months.ts';
import {
  clearEntrants,
  clearList,
  clearPlacements,
  clearService,
  roleIsOver,
} from './close-service.ts';
import {
  BETWEEN_PROVIDERS,
  CLOSED_FOR_GOOD,
  commit,
  FUNDING_RUNS,
  realFactor,
  SEEING_THROUGH,
} from './commitment.ts';
import { FILLED } from './posts.ts';
import { isBought } from './places.ts';
import { refreshService } from './refresh-service.ts';
import { yearLeft } from './ticks.ts';
import {
  accrueTenure,
  closePost,
  hasSteadyTenure,
  raiseShares,
  recruit,
  schedulePost,
  waitForNext,
} from './workers.ts';
import { CONTRACT, type World } from './world.ts';

const UNDECIDED = 0;
const RENEWED = 1;
const REFUSED = 2;

const DECIDE = 1;
const STOP_INTAKE = 2;
const END = 3;
const RESTART = 4;
const THROUGH_ENDS = 5;

/** Put every award where it stands on the first day of the run. */
export function beginContracts(w: World): void {
  const { terms } = w;
  for (let c = 0; c < w.cEnds.length; c++) {
    w.cPhase[c] = FUNDING_RUNS;
    w.cIntake[c] = 1;
    w.cDecision[c] = UNDECIDED;
    w.cRefusals[c] = 0;
    w.cShocks[c] = 0;
    w.cMoved[c] = 0;
    w.cShock[c] = shockUnits(w, c, 0);
    w.cStamp[c]++;
    w.cCommittedAt[c] = w.now;
    w.cRestart[c] = Infinity;
    w.cThroughUntil[c] = Infinity;
    w.cBegan[c] = w.now;
    if (terms.recurrent[c] === 1) {
      w.cEnds[c] = Infinity;
      w.cConfirmed[c] = Infinity;
      continue;
    }
    w.cAnchor[c] = terms.firstEndsDay[c];
    const term = terms.termMonths[c];
    // The award that runs at the start ends where the model says, however long it is by then.
    let months = 0;
    let began = -term;
    while (endDay(w, c, began) > 0) began -= term;
    while (endDay(w, c, began) > w.now) [months, began] = [began, began - term];
    w.cMonths[c] = months;
    w.cEnds[c] = endDay(w, c, months);
    w.cBegan[c] = endDay(w, c, began);
    w.cConfirmed[c] = w.cEnds[c];
    planContract(w, c);
  }
}

/** Months from the contract's anchor to the end of the award that follows. */
function nextMonths(w: World, c: number): number {
  const months = w.cMonths[c] + w.terms.termMonths[c];
  return w.cMonths[c] < 0 && endDay(w, c, months) > 0 ? 0 : months;
}

/** Day, from the model's start, of an end that lies `months` after the contract's anchor. */
function endDay(w: World, c: number, months: number): number {
  return addMonths(w.cAnchor[c], months) - w.program.startDay;
}

function planContract(w: World, c: number): void {
  const { terms } = w;
  let time = Infinity;
  let action = END;
  const consider = (at: number, what: number) => {
    if (at < time) {
      time = at;
      action = what;
    }
  };
  if (w.cPhase[c] === FUNDING_RUNS) {
    if (terms.recurrent[c] === 1) return;
    if (w.cDecision[c] === UNDECIDED)
      consider(Math.min(w.cEnds[c], Math.max(w.now, w.cEnds[c] - terms.decided[c])), DECIDE);
    if (w.cIntake[c] === 1 && w.cDecision[c] !== RENEWED && terms.newPeopleStop[c] > 0) {
      consider(Math.max(w.now, w.cEnds[c] - terms.newPeopleStop[c]), STOP_INTAKE);
    }
    consider(w.cEnds[c], END);
  } else {
    consider(w.cThroughUntil[c], THROUGH_ENDS);
    consider(w.cRestart[c], RESTART);
  }
  w.cAction[c] = action;
  if (time !== Infinity) w.schedule(Math.max(time, w.now), c, CONTRACT, ++w.cStamp[c]);
}

export function onContract(w: World, c: number, stamp: number): void {
  if (stamp !== w.cStamp[c]) return;
  switch (w.cAction[c]) {
    case DECIDE:
      decide(w, c);
      break;
    case STOP_INTAKE:
      w.cIntake[c] = 0;
      refreshContract(w, c);
      break;
    case END:
      if (w.cDecision[c] === RENEWED) beginAward(w, c, nextMonths(w, c));
      else endFunding(w, c);
      break;
    case RESTART:
      restart(w, c);
      break;
    case THROUGH_ENDS:
      endSeeingThrough(w, c);
      break;
  }
  planContract(w, c);
}

function decide(w: World, c: number): void {
  if (!isRenewed(w, c)) {
    w.cDecision[c] = REFUSED;
    if (w.now < w.program.horizonDays) w.record.refusals[c]++;
    return;
  }
  w.cDecision[c] = RENEWED;
  confirm(w, c, endDay(w, c, nextMonths(w, c)));
  if (w.cIntake[c] === 0) {
    w.cIntake[c] = 1;
    refreshContract(w, c);
    for (const r of w.contractRoles[c]) w.markRole(r);
  }
}

/** Whether the award is renewed; in the warm-up it always is, to the start itself. */
function isRenewed(w: World, c: number): boolean {
  if (w.now < 0 || w.cEnds[c] <= 0) return true;
  const { terms } = w;
  const chanceAYear = terms.renewedPerYear[c];
  if (terms.renewalPerDecision) {
    chance.selectStream(w, chance.CONTRACT_STREAM, w.program.layout.contracts.keys[c], 0);
    const year = financialYearOf(w.program.startDay + Math.floor(w.now));
    return w.draws.uniform(chance.counter(chance.DECISION, 0), year) < chanceAYear;
  }
  if (chanceAYear >= 1) return true;
  if (chanceAYear <= 0) return false;
  const rate = -log(chanceAYear) / 365.25;
  return !meetShocks(w, c, rate);
}

/** Go past the shocks of a funding line up to now; whether there was any. */
function meetShocks(w: World, c: number, rate: number): boolean {
  const before = w.cShocks[c];
  while (w.cShock[c] <= w.now * rate) {
    w.cShocks[c]++;
    w.cShock[c] += shockUnits(w, c, w.cShocks[c]);
  }
  return w.cShocks[c] > before;
}

/** Unit exponential before the n-th shock of a funding line: the same in every scenario. */
function shockUnits(w: World, c: number, n: number): number {
  chance.selectStream(w, chance.CONTRACT_STREAM, w.program.layout.contracts.keys[c], 0);
  return w.draws.exponential(chance.counter(chance.SHOCK, 0), n);
}

/** Change the day to which funding is confirmed: workers' plans change with it, posts are filled. */
function confirm(w: World, c: number, until: number): void {
  const { posts } = w;
  promiseStaff(w, c, until);
  for (const r of w.contractRoles[c]) {
    for (let i = posts.first[r]; i < posts.last[r]; i++) {
      if (posts.state[i] !== FILLED) recruit(w, i);
    }
  }
}

/** Change the day to which those in post know that they are paid; their plans change with it. */
function promiseStaff(w: World, c: number, until: number): void {
  const { posts } = w;
  const steady = hasSteadyTenure(w, c);
  for (const r of w.contractRoles[c]) {
    for (let i = posts.first[r]; i < posts.last[r]; i++) if (!steady) accrueTenure(w, i);
  }
  w.cConfirmed[c] = until;
  if (steady) return;
  for (const r of w.contractRoles[c]) {
    for (let i = posts.first[r]; i < posts.last[r]; i++) {
      if (posts.state[i] === FILLED && posts.notice[i] === 0) schedulePost(w, i);
    }
  }
}

function beginAward(w: World, c: number, months: number): void {
  commit(w, c);
  renewBudgets(w, c);
  w.cMonths[c] = months;
  w.cBegan[c] = w.now;
  w.cEnds[c] = endDay(w, c, months);
  w.cDecision[c] = UNDECIDED;
  raiseShares(w, c);
  confirm(w, c, w.cEnds[c]);
  for (const i of w.contractPlaces[c]) w.markPlaces(i);
}

/** 1 April, after `fillBudgets`: a refused award that ends on this very day buys nothing any more. */
export function holdBudgets(w: World): void {
  for (let c = 0; c < w.cEnds.length; c++) {
    if (w.cPhase[c] !== FUNDING_RUNS || w.cEnds[c] > w.now) continue;
    if (w.cDecision[c] === UNDECIDED) {
      decide(w, c);
      planContract(w, c);
    }
    if (w.cDecision[c] === REFUSED) setBudgets(w, c, 0);
  }
}

/**
 * A new award follows the old: for the rest of the year placements have full buying power again.
 * Where the old one bought more than that, the year was filled with no more for these days.
 */
function renewBudgets(w: World, c: number): void {
  const { startDay } = w.program;
  const today = startDay + Math.floor(w.now);
  const april = dayNumber(financialYearOf(today), 4, 1) - startDay;
  const more = Math.max(0, 1 - realFactor(w, c, april)) * yearLeft(today);
  for (const i of w.contractPlaces[c]) {
    if (w.terms.budget[i] >= 0) w.budgetLeft[i] += w.terms.budget[i] * more;
  }
}

/** Set what is left for placements to a share of a year's budget. */
function setBudgets(w: World, c: number, shareOfYear: number): void {
  for (const i of w.contractPlaces[c]) {
    if (w.terms.budget[i] >= 0) w.budgetLeft[i] = w.terms.budget[i] * shareOfYear;
  }
}

/** The award runs out unrenewed: posts, people waiting and people supported. */
function endFunding(w: World, c: number): void {
  const { terms, posts } = w;
  commit(w, c);
  const refusal = w.cRefusals[c]++;
  chance.selectStream(w, chance.CONTRACT_STREAM, w.program.layout.contracts.keys[c], 0);
  const outcome = w.draws.uniform(chance.counter(chance.OUTCOME, 0), refusal);
  const gapDraw = w.draws.uniform(chance.counter(chance.RETENDER_GAP, 0), refusal);
  const reTendered = outcome < terms.reTendered[c];
  w.cMoved[c] = !reTendered && outcome < terms.reTendered[c] + terms.moneyMoved[c] ? 1 : 0;
  const through = terms.seeThroughDays[c];
  w.cRestart[c] = reTendered ? w.now + terms.lengths.sample(terms.gap[c], gapDraw) : Infinity;
  w.cThroughUntil[c] = through > 0 ? w.now + through : Infinity;
  w.cPhase[c] = through > 0 ? SEEING_THROUGH : reTendered ? BETWEEN_PROVIDERS : CLOSED_FOR_GOOD;
  for (const r of w.contractRoles[c]) {
    for (let i = posts.first[r]; i < posts.last[r]; i++) {
      if (through > 0 && posts.state[i] === FILLED && posts.people[i] >= 0) {
        posts.throughOnly[i] = 1;
        continue;
      }
      if (through === 0 && reTendered && posts.state[i] === FILLED && transfers(w, c, i, refusal)) {
        continue;
      }
      closePost(w, i, reTendered ? waitForNext : roleIsOver);
    }
  }
  // Who stays on is as free to leave as before: they know until when they are paid.
  const withNewAward = w.cRestart[c] + terms.termMonths[c] * (365.25 / 12);
  if (through > 0 || reTendered) promiseStaff(w, c, through > 0 ? w.now + through : withNewAward);
  clearContract(w, c, through > 0);
}

/** Whether the worker in a post moves to the new provider, with the people they have. */
function transfers(w: World, c: number, i: number, refusal: number): boolean {
  const role = w.posts.role[i];
  const key = w.program.layout.roles.keys[role];
  chance.selectStream(w, chance.CONTRACT_STREAM, w.program.layout.contracts.keys[c], 1);
  const u = w.draws.uniform(
    chance.counter(chance.TRANSFER, key),
    refusal * 4096 + (i - w.posts.first[role]),
  );
  return u < w.terms.transfers[c];
}

/** A new award after a gap: posts are advertised, lists open again. */
function restart(w: World, c: number): void {
  commit(w, c);
  const { posts, terms } = w;
  w.cPhase[c] = FUNDING_RUNS;
  // Shocks that no award met, in the gap, are not held against the new one.
  const chanceAYear = terms.renewedPerYear[c];
  if (chanceAYear > 0 && chanceAYear < 1) meetShocks(w, c, -log(chanceAYear) / 365.25);
  w.cRestart[c] = Infinity;
  w.cThroughUntil[c] = Infinity;
  w.cIntake[c] = 1;
  w.cDecision[c] = UNDECIDED;
  w.cBegan[c] = w.now;
  // The new award runs whole months from the day on which it begins.
  w.cAnchor[c] = Math.floor(w.now) + w.program.startDay;
  w.cMonths[c] = terms.termMonths[c];
  w.cEnds[c] = endDay(w, c, w.cMonths[c]);
  for (const r of w.contractRoles[c]) {
    for (let i = posts.first[r]; i < posts.last[r]; i++) posts.throughOnly[i] = 0;
  }
  // What the award before had left ended with it.
  setBudgets(w, c, yearLeft(w.cAnchor[c]));
  raiseShares(w, c);
  confirm(w, c, w.cEnds[c]);
  for (const r of w.contractRoles[c]) w.markRole(r);
  for (const i of w.contractPlaces[c]) w.markPlaces(i);
  refreshContract(w, c);
}

function endSeeingThrough(w: World, c: number): void {
  commit(w, c);
  w.cThroughUntil[c] = Infinity;
  w.cPhase[c] = w.cRestart[c] === Infinity ? CLOSED_FOR_GOOD : BETWEEN_PROVIDERS;
  for (const r of w.contractRoles[c]) {
    for (let i = w.posts.first[r]; i < w.posts.last[r]; i++) {
      closePost(w, i, w.cRestart[c] === Infinity ? roleIsOver : waitForNext);
    }
  }
  clearContract(w, c, false);
}

/** Once its posts are closed: nobody waits for its services, and nobody is left without any worker. */
function clearContract(w: World, c: number, seenThrough: boolean): void {
  for (const s of w.contractServices[c]) clearService(w, s, seenThrough);
  clearEntrants(w, c);
  for (const i of w.contractPlaces[c]) if (isBought(w, i)) clearPlacements(w, i, seenThrough);
  for (const r of w.contractRoles[c]) {
    // It may lead stages in services of others.
    if (!seenThrough) clearList(w, r);
    w.markRole(r);
  }
  refreshContract(w, c);
}

function refreshContract(w: World, c: number): void {
  for (const s of w.contractServices[c]) refreshService(w, s);
  // It may pay for posts and places in services of others.
  const { roles, places } = w.program.layout;
  for (const r of w.contractRoles[c]) refreshService(w, roles.service[r]);
  for (const i of w.contractPlaces[c]) refreshService(w, places.service[i]);
}

/** Whether an award takes nobody new, its end being near and not confirmed. */
function isIntakeStopped(w: World, c: number): boolean {
  const stop = w.terms.newPeopleStop[c];
  return stop > 0 && w.cDecision[c] !== RENEWED && w.now >= w.cEnds[c] - stop;
}

/** The scenario's terms hold from now on: awards that run keep their end. */
export function changeTerms(w: World): void {
  for (let c = 0; c < w.cEnds.length; c++) {
    if (w.terms.recurrent[c] === 1) {
      w.cConfirmed[c] = Infinity;
      w.cEnds[c] = Infinity;
      w.cIntake[c] = 1;
      w.cStamp[c]++;
      continue;
    }
    if (w.cEnds[c] === Infinity) {
      w.cAnchor[c] = w.terms.firstEndsDay[c];
      w.cMonths[c] = 0;
      w.cEnds[c] = endDay(w, c, 0);
      w.cBegan[c] = w.now;
      w.cDecision[c] = UNDECIDED;
    }
    w.cConfirmed[c] = w.cDecision[c] === RENEWED ? endDay(w, c, nextMonths(w, c)) : w.cEnds[c];
    w.cIntake[c] = isIntakeStopped(w, c) ? 0 : 1;
    planContract(w, c);
  }
}
