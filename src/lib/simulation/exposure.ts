/**
 * Who has support, each person once, and the days that published evidence marks
 * as dangerous: the four weeks after starting MAT, and those after an unplanned
 * exit. Days are counted, never deaths.
 */
import { ALONE_AFTER_MAT, COULD_BE_ALONE, WAS_GIVEN_MAT, WAS_SUPPORTED } from './people.ts';
import { countPerson } from './records.ts';
import {
  FUNDING_ENDED,
  LEFT_EARLY,
  MOVED_ON_COLD,
  PEOPLE_COLUMNS,
  PEOPLE_COULD_BE_ALONE,
  PEOPLE_GIVEN_MAT,
  PEOPLE_SUPPORT_DAYS,
  PEOPLE_SUPPORTED,
  PEOPLE_UNPLANNED_EXITS,
  PEOPLE_UNSUPPORTED_AFTER_MAT,
  PEOPLE_UNSUPPORTED_DAYS,
  TIME_LIMIT,
} from './replication.ts';
import type { World } from './world.ts';

export const FOUR_WEEKS = 28;

/** Support that ends so was neither finished nor passed on to somebody in person. */
export function isUnplanned(reason: number): boolean {
  return (
    reason === LEFT_EARLY ||
    reason === FUNDING_ENDED ||
    reason === TIME_LIMIT ||
    reason === MOVED_ON_COLD
  );
}

/**
 * Support in one more service begins. Days alone that were counted ahead are taken back, and so is
 * an exit at this very moment: nobody was left alone. A contact that nothing follows (`passing`)
 * leaves both as they are, for nobody holds the person after it.
 */
export function beginSupport(w: World, p: number, passing: boolean): void {
  if (!passing) countCouldBeAlone(w, p);
  if (w.pSupported[p]++ > 0) return;
  const cell = w.pCell[p];
  touchSupported(w, cell);
  w.supportedNow[cell]++;
  countOnce(w, p, WAS_SUPPORTED, PEOPLE_SUPPORTED);
  if (passing) return;
  if (w.pAloneFrom[p >> 2] === w.now) countPerson(w, p, PEOPLE_UNPLANNED_EXITS, w.now, -1);
  w.pAloneFrom[p >> 2] = -Infinity;
  const left = w.pAloneUntil[p >> 2] - w.now;
  if (left > 0) countAlone(w, p, -left);
  w.pAloneUntil[p >> 2] = -Infinity;
}

/** Support in one service ends. */
export function endSupported(w: World, p: number): void {
  if (--w.pSupported[p] > 0) return;
  const cell = w.pCell[p];
  touchSupported(w, cell);
  w.supportedNow[cell]--;
}

/**
 * Somebody with no support left begins four weeks alone, or as much of them as
 * they live here. They are counted ahead, on the day of the exit.
 */
export function isAloneFrom(w: World, p: number, afterMat: boolean): void {
  if (w.pSupported[p] > 0 || w.terms.familyOf[w.pGroup[p]] >= 0) return;
  if (w.now < 0 || w.now >= w.program.horizonDays) return;
  countPerson(w, p, PEOPLE_UNPLANNED_EXITS, w.now, 1);
  w.pAloneFrom[p >> 2] = w.now;
  const until = Math.min(w.now + FOUR_WEEKS, w.pExit[p >> 2]);
  if (until <= w.now) return;
  if (afterMat) w.pFlags[p] |= ALONE_AFTER_MAT;
  else w.pFlags[p] &= ~ALONE_AFTER_MAT;
  w.pAloneUntil[p >> 2] = until;
  countAlone(w, p, until - w.now);
}

/** Counted by the day of the exit, which lay within the horizon. */
function countAlone(w: World, p: number, days: number): void {
  const row = w.pCell[p] * PEOPLE_COLUMNS;
  w.record.byCell[row + PEOPLE_UNSUPPORTED_DAYS] += days;
  if ((w.pFlags[p] & ALONE_AFTER_MAT) === 0) return;
  w.record.byCell[row + PEOPLE_UNSUPPORTED_AFTER_MAT] += days;
}

/** Count a person within the horizon, if `flag` does not say that they were counted before. */
function countOnce(w: World, p: number, flag: number, column: number): void {
  if ((w.pFlags[p] & flag) !== 0 || w.now < 0 || w.now >= w.program.horizonDays) return;
  w.pFlags[p] |= flag;
  countPerson(w, p, column, w.now, 1);
}

/**
 * Support that goes on can end with nobody there; family members never count as alone. Who is one is
 * as the scenario says, also of those who have support as the start comes.
 */
function countCouldBeAlone(w: World, p: number): void {
  if (w.program.after.familyOf[w.pGroup[p]] >= 0) return;
  countOnce(w, p, COULD_BE_ALONE, PEOPLE_COULD_BE_ALONE);
}

/** Count a person once of those who were given MAT within the horizon. */
export function countGivenMat(w: World, p: number): void {
  countOnce(w, p, WAS_GIVEN_MAT, PEOPLE_GIVEN_MAT);
}

/** Count those who have support or MAT as the start comes. No single contact goes on until then. */
export function countSupportedAtStart(w: World): void {
  for (let p = 0; p < w.pCount; p += w.pRow) {
    if (w.pGroup[p] < 0 || w.pSupported[p] === 0) continue;
    countOnce(w, p, WAS_SUPPORTED, PEOPLE_SUPPORTED);
    countCouldBeAlone(w, p);
    if (w.pMat[p] > 0) countGivenMat(w, p);
  }
}

/** Bring person-days with support in a cell up to now. */
export function touchSupported(w: World, cell: number): void {
  const days = w.now - w.supportedAt[cell];
  w.supportedAt[cell] = w.now;
  if (w.month < 0 || w.month >= w.record.horizonMonths) return;
  w.record.byCell[cell * PEOPLE_COLUMNS + PEOPLE_SUPPORT_DAYS] += w.supportedNow[cell] * days;
}
