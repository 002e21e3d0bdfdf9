/** Families: an adult and somebody close to them, each with a worker of their own. */
import { touchFamilyWorkers } from './commissioning-records.ts';
import { FAMILIES_BEGUN, FAMILY_COLUMNS, FAMILY_DAYS } from './replication.ts';
import type { World } from './world.ts';

/**
 * Pair a newcomer who is close to somebody of another group with whoever of
 * that group came last, if they are still there and not paired. A group whose
 * members nobody is paired with costs nothing.
 */
export function pairFamily(w: World, p: number): void {
  const g = w.pGroup[p];
  w.lastOfGroup[g] = p;
  w.pFamily[p] = -1;
  w.pHeld[p] = 0;
  w.pApart[p >> 2] = -Infinity;
  const of = w.terms.familyOf[g];
  if (of < 0) return;
  const other = w.lastOfGroup[of];
  if (other < 0 || other === p || w.pGroup[other] !== of || w.pFamily[other] >= 0) return;
  w.pFamily[p] = other;
  w.pFamily[other] = p;
}

/** The other half of a family is on their own again. */
export function unpairFamily(w: World, p: number): void {
  const other = w.pFamily[p];
  if (other >= 0) w.pFamily[other] = -1;
  w.pFamily[p] = -1;
  if (w.lastOfGroup[w.pGroup[p]] === p) w.lastOfGroup[w.pGroup[p]] = -1;
}

/** A relationship of a person begins (`by` is 1) or ends (-1). */
export function changeHeld(w: World, p: number, by: number): void {
  w.pHeld[p] += by;
  const other = w.pFamily[p];
  if (other < 0 || w.pHeld[other] === 0) return;
  const begins = by > 0 && w.pHeld[p] === 1;
  const ends = by < 0 && w.pHeld[p] === 0;
  touchFamilyWorkers(w);
  w.familyWorkersNow += begins || ends ? by * (w.pHeld[other] + 1) : by;
  if (!begins && !ends) return;
  touchFamilies(w);
  w.familiesNow += by;
  // Who goes from one worker to the next at one moment was supported all along.
  if (ends) w.pApart[p >> 2] = w.pApart[other >> 2] = w.now;
  if (begins && w.pApart[p >> 2] !== w.now && w.month >= 0 && w.month < w.record.horizonMonths) {
    w.record.families[w.month * FAMILY_COLUMNS + FAMILIES_BEGUN]++;
  }
}

/** Bring the days on which both of a family are supported up to now. */
export function touchFamilies(w: World): void {
  const days = w.now - w.familiesAt;
  w.familiesAt = w.now;
  if (w.month < 0 || w.month >= w.record.horizonMonths) return;
  w.record.families[w.month * FAMILY_COLUMNS + FAMILY_DAYS] += w.familiesNow * days;
}
