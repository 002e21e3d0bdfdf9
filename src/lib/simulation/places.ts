/** Places: beds, and placements bought from a yearly budget. */
import { financialYear } from '../engine/calendar.ts';
import { FUNDING_RUNS, realFactor } from './commitment.ts';
import { countBought } from './commissioning-records.ts';
import { countIn, countNow, touchService } from './records.ts';
import { BUDGET_LEFT, PLACEMENTS_BOUGHT, SPEND } from './replication.ts';
import { yearLeft } from './ticks.ts';
import type { World } from './world.ts';

/** How a place was taken: as a bed, or bought at the baseline's price or the scenario's. */
const NOT_BOUGHT = 0;
const BOUGHT_BEFORE = 1;
const BOUGHT_AFTER = 2;

/** Whether places (-1: none) are bought from a yearly budget. */
export function isBought(w: World, i: number): boolean {
  return i >= 0 && w.terms.budget[i] >= 0;
}

/** Take a bed, or buy a placement; false when there is none, or no money left this year. */
export function takePlaces(w: World, e: number, i: number): boolean {
  const { terms } = w;
  const s = w.eService[e];
  const bought = terms.budget[i] >= 0;
  if (bought) {
    const price = terms.price[i];
    if (w.cPhase[terms.placesContract[i]] !== FUNDING_RUNS) return false;
    if (w.budgetLeft[i] < price - 1e-9) return false;
    w.budgetLeft[i] -= price;
    countNow(w, s, SPEND, price);
    countBought(w, i, price);
    countNow(w, s, PLACEMENTS_BOUGHT, 1);
  } else {
    if (w.placesUsed[i] + 1 > terms.beds[i] + 1e-9) return false;
    touchService(w, s);
    w.placesUsed[i]++;
    w.loadNow[s]++;
  }
  w.ePlaces[e] = i;
  w.eBought[e] = !bought ? NOT_BOUGHT : terms === w.program.before ? BOUGHT_BEFORE : BOUGHT_AFTER;
  return true;
}

/** Give a place back; `refund` is the share of a placement's price that comes back. */
export function releasePlaces(w: World, e: number, refund: number): void {
  const i = w.ePlaces[e];
  const s = w.eService[e];
  w.ePlaces[e] = -1;
  // What it was taken as counts: a scenario may have beds where placements were bought, or neither,
  // or another price.
  const { before, after } = w.program;
  if (w.eBought[e] !== NOT_BOUGHT) {
    const back = refund * (w.eBought[e] === BOUGHT_BEFORE ? before : after).price[i];
    if (back > 0) {
      w.budgetLeft[i] += back;
      countNow(w, s, SPEND, -back);
      countBought(w, i, -back);
    }
  } else {
    touchService(w, s);
    w.placesUsed[i]--;
    w.loadNow[s]--;
  }
  w.markPlaces(i);
}

/**
 * As April begins: what running awards promised for placements and was not spent. It is put down to
 * the last day of March, on which a horizon of whole years may end some hours before that day does.
 */
export function countBudgetsLeft(w: World): void {
  const isCut = w.month > 0 && w.record.monthStarts[w.month] > w.now - 1;
  const month = isCut ? w.month - 1 : w.month;
  const { budget, placesContract } = w.terms;
  const { service } = w.program.layout.places;
  for (let i = 0; i < budget.length; i++) {
    if (budget[i] < 0 || w.cPhase[placesContract[i]] !== FUNDING_RUNS) continue;
    countIn(w, month, service[i], BUDGET_LEFT, w.budgetLeft[i]);
  }
}

/** April: budgets are filled; what was not spent is gone. */
export function fillBudgets(w: World, shareOfYear: number): void {
  const { budget, placesContract } = w.terms;
  for (let i = 0; i < budget.length; i++) {
    if (budget[i] < 0) continue;
    w.budgetLeft[i] = budget[i] * shareOfYear * powerOfYear(w, placesContract[i]);
    w.markPlaces(i);
  }
}

/**
 * What a contract's award buys of a financial year's placements, seen from its first day. An award that
 * buys more than at its beginning is followed by one that does not: what comes after its end is counted
 * at full buying power, so that nothing is bought from money that the next award does not have.
 */
function powerOfYear(w: World, c: number): number {
  const power = realFactor(w, c);
  if (power <= 1) return power;
  const ends = w.program.startDay + w.cEnds[c];
  const endsThisYear = financialYear(ends) === financialYear(w.program.startDay + w.now);
  return power - (power - 1) * (endsThisYear ? yearLeft(ends) : 0);
}
