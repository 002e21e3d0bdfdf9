/** Making, clearing and writing the record of a replication. */
import type { Program } from './compile.ts';
import { monthStartsFrom } from './months.ts';
import {
  CRITERION_COLUMNS,
  FAMILY_COLUMNS,
  FILLED_DAYS,
  FUNDED_DAYS,
  HELD_DAYS,
  LIST_DAYS,
  LOAD_DAYS,
  makeBinEnds,
  OFFER_COLUMNS,
  OPEN_COLUMNS,
  PASS_COLUMNS,
  PEOPLE_COLUMNS,
  PRESENT_DAYS,
  REASONS,
  type Replication,
  ROLE_COLUMNS,
  ROOM_DAYS,
  ROUNDING,
  SERVICE_COLUMNS,
  SET_UP_DAYS,
  SHUT_DAYS,
  SPEND,
  STAGE_COLUMNS,
  STAGE_COMPLETED,
  STAGE_OVER,
  STAY_COLUMNS,
  STAY_KEPT,
  STAY_MONTHS,
  STAY_SEEN,
} from './replication.ts';
import type { World } from './world.ts';

export function makeReplication(program: Program): Replication {
  const { layout, horizonDays, runOutDays, startDay, warmUpDays } = program;
  const monthStarts = monthStartsFrom(startDay, horizonDays, horizonDays + runOutDays);
  const months = monthStarts.length - 1;
  const services = layout.services.ids.length;
  const cells = layout.localities.ids.length * layout.groups.ids.length;
  const criteria = layout.criteria.ids.length;
  const contracts = layout.contracts.ids.length;
  const binEnds = makeBinEnds(horizonDays + runOutDays);
  return {
    months,
    monthStarts,
    horizonMonths: program.horizonMonths,
    byService: new Float64Array(months * services * SERVICE_COLUMNS),
    byCell: new Float64Array(cells * PEOPLE_COLUMNS),
    byCriterion: new Float64Array(criteria * cells * CRITERION_COLUMNS),
    criterionByMonth: new Float64Array(months * criteria * 2),
    commitment: new Float64Array(months * contracts),
    gone: new Float64Array(contracts * 2),
    runningDays: new Float64Array(contracts),
    bought: new Float64Array(layout.places.ids.length),
    refusals: new Float64Array(contracts),
    binEnds,
    endings: new Float64Array(services * binEnds.length * REASONS.length),
    togetherDays: new Float64Array(services),
    stays: new Float64Array(services * STAY_COLUMNS),
    byStage: new Float64Array(layout.stages.ids.length * STAGE_COLUMNS),
    open: new Float64Array(services * OPEN_COLUMNS),
    goingAtStart: new Float64Array(services * REASONS.length),
    warmUpPresent: new Float64Array(Math.ceil(warmUpDays / (365.25 / 12)) + 1),
    byRole: new Float64Array(layout.roles.ids.length * ROLE_COLUMNS),
    passes: new Float64Array(services * services * PASS_COLUMNS),
    byOffer: new Float64Array(layout.offers.ids.length * OFFER_COLUMNS),
    families: new Float64Array(months * FAMILY_COLUMNS),
    followed: [],
    events: 0,
  };
}

export function clearReplication(record: Replication): void {
  record.byService.fill(0);
  record.byCell.fill(0);
  record.byCriterion.fill(0);
  record.criterionByMonth.fill(0);
  record.commitment.fill(0);
  record.gone.fill(0);
  record.runningDays.fill(0);
  record.bought.fill(0);
  record.refusals.fill(0);
  record.endings.fill(0);
  record.togetherDays.fill(0);
  record.stays.fill(0);
  record.byStage.fill(0);
  record.open.fill(0);
  record.goingAtStart.fill(0);
  record.warmUpPresent.fill(0);
  record.byRole.fill(0);
  record.passes.fill(0);
  record.byOffer.fill(0);
  record.families.fill(0);
  record.followed = [];
  record.events = 0;
}

/**
 * Bring a service's areas up to now. Call it before anything that they sum
 * changes: the list, people present, load, room, posts filled or cost.
 */
export function touchService(w: World, s: number): void {
  // Asked for often, and often for nothing: small enough to cost no call.
  if (w.now > w.areaAt[s]) addAreas(w, s);
}

function addAreas(w: World, s: number): void {
  const days = w.now - w.areaAt[s];
  w.areaAt[s] = w.now;
  if (w.month < 0) {
    const month = Math.floor((w.now + w.program.warmUpDays - days / 2) / (365.25 / 12));
    w.record.warmUpPresent[month] += (w.present[s] * days) / (365.25 / 12);
    return;
  }
  const row = (w.month * w.layoutSizes.services + s) * SERVICE_COLUMNS;
  const table = w.record.byService;
  table[row + LIST_DAYS] += w.listCount[s] * days;
  table[row + PRESENT_DAYS] += w.present[s] * days;
  table[row + LOAD_DAYS] += w.loadNow[s] * days;
  table[row + ROOM_DAYS] += w.roomNow[s] * days;
  table[row + FILLED_DAYS] += w.filledNow[s] * days;
  table[row + SET_UP_DAYS] += w.setUpNow[s] * days;
  table[row + HELD_DAYS] += w.heldNow[s] * days;
  const room = w.roomNow[s];
  if (w.shutNow[s] === 1 && room > 0 && w.loadNow[s] < room) {
    table[row + SHUT_DAYS] += w.filledNow[s] * (1 - w.loadNow[s] / room) * days;
  }
  table[row + FUNDED_DAYS] += w.fundedNow[s] * days;
  table[row + SPEND] += w.costNow[s] * days;
}

/** Count something at a service in the present month. */
export function countNow(w: World, s: number, column: number, amount: number): void {
  countIn(w, w.month, s, column, amount);
}

/**
 * Count something that ends at a service now. As a month turns it ended with the month before, as
 * money does that ends on the last day; what ends at the very start, with the first.
 */
export function countEnded(w: World, s: number, column: number): void {
  const turns = w.month > 0 && w.now === w.record.monthStarts[w.month];
  countIn(w, turns ? w.month - 1 : w.month, s, column, 1);
}

/** Count something at a service in a month; -1 is the warm-up, of which nothing counts. */
export function countIn(w: World, month: number, s: number, column: number, amount: number): void {
  if (month < 0) return;
  w.record.byService[(month * w.layoutSizes.services + s) * SERVICE_COLUMNS + column] += amount;
}

/** Count what came of a referral: put down to its own month and, within the horizon, to the person's cell. */
export function countReferral(w: World, e: number, column: number, amount: number): void {
  countInMonth(w, w.eReferredMonth[e], w.ePerson[e], w.eService[e], column, amount);
}

/** Count one whom something came of, put down to the month of the referral, by service alone. */
export function countOfService(w: World, e: number, column: number): void {
  const month = w.eReferredMonth[e];
  if (month < 0) return;
  const row = (month * w.layoutSizes.services + w.eService[e]) * SERVICE_COLUMNS;
  w.record.byService[row + column]++;
}

/** Count a person who is referred to service `s` now. */
export function countReferred(w: World, p: number, s: number, column: number): void {
  countInMonth(w, w.month, p, s, column, 1);
}

function countInMonth(
  w: World,
  month: number,
  p: number,
  s: number,
  column: number,
  amount: number,
): void {
  if (month < 0) return;
  countIn(w, month, s, column, amount);
  if (month < w.record.horizonMonths) {
    w.record.byCell[w.pCell[p] * PEOPLE_COLUMNS + column] += amount;
  }
}

/** Count something of a person at their home and group, when `day` lies between start and horizon. */
export function countPerson(w: World, p: number, column: number, day: number, amount: number) {
  if (day < 0 || day >= w.program.horizonDays) return;
  w.record.byCell[w.pCell[p] * PEOPLE_COLUMNS + column] += amount;
}

export function countCriterion(w: World, c: number, cell: number, column: number, amount: number) {
  w.record.byCriterion[(c * w.layoutSizes.cells + cell) * CRITERION_COLUMNS + column] += amount;
}

/**
 * Count whether support that is over, or goes on at the end of the run, went on
 * at each landmark. Support that began too late for one to be seen does not
 * count towards it, however soon it was over; nor does a contact that led to no stage.
 */
export function countStay(w: World, e: number): void {
  const from = w.eBegan[e >> 2];
  if (w.eStage[e] < 0 || from < 0 || from >= w.program.horizonDays) return;
  const end = w.program.horizonDays + w.program.runOutDays;
  const row = w.eService[e] * STAY_COLUMNS;
  for (let i = 0; i < STAY_MONTHS.length; i++) {
    const days = STAY_MONTHS[i] * (365.25 / 12);
    if (from + days > end - ROUNDING) return;
    w.record.stays[row + i * 2 + STAY_SEEN]++;
    if (w.now - from > days + ROUNDING) w.record.stays[row + i * 2 + STAY_KEPT]++;
  }
}

/** Count that a person's time in their stage is over, and whether they came to its end. */
export function countStage(w: World, e: number, isCompleted: boolean): void {
  const from = w.eStageBegan[e >> 2];
  if (from < 0 || from >= w.program.horizonDays) return;
  const row = w.eStage[e] * STAGE_COLUMNS;
  w.record.byStage[row + STAGE_OVER]++;
  if (isCompleted) w.record.byStage[row + STAGE_COMPLETED]++;
  // Whoever waits for the next stage is in none.
  w.eStageBegan[e >> 2] = -Infinity;
}
