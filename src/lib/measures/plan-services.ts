import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import {
  AT_START,
  AT_START_BY_REASON,
  AT_START_CUT_SHORT,
  BEGUN,
  BY_REASON,
  CUT_SHORT,
  ENDED,
  ENDING_COLUMNS,
  KEPT,
  LOST,
  LOST_COLUMNS,
  LOST_SET_UP,
  LOST_VACANT,
  LOST_WIND_DOWN,
  NOT_CUT_SHORT,
  OPEN,
  TOGETHER_DAYS,
  type Blocks,
} from './blocks.ts';
import type { MeasureId } from './catalogue.ts';
import type { By } from './measure.ts';
import { addReferrals, type Add } from './plan-add.ts';

/** What is measured of each service, of those on awards, and of all. */
export function addServices(program: Program, blocks: Blocks, add: Add): void {
  const { horizonDays } = program;
  const years = horizonDays / 365.25;
  blocks.strata.forEach((by, s) => {
    const at = (column: number) => blocks.service + s * record.SERVICE_COLUMNS + column;
    addReferrals(add, by, at, years);
    add('not-arrived', by, at(record.NOT_ARRIVED), -1, 1 / years);
    add('gone-while-waiting', by, at(record.GONE_WHILE_WAITING), -1, 1 / years);
    add('waited-over-42-days', by, at(record.STARTED_AFTER_42), at(record.STARTED), 100);
    add('list', by, at(record.LIST_DAYS), -1, 1 / horizonDays);
    add('present', by, at(record.PRESENT_DAYS), -1, 1 / horizonDays);
    add('occupancy', by, at(record.LOAD_DAYS), at(record.ROOM_DAYS), 100);
    add('posts-filled', by, at(record.FILLED_DAYS), at(record.FUNDED_DAYS), 100);
    addLost(blocks, add, by, s, years);
    addRelationships(program, blocks, add, by, s);
    add('spend', by, at(record.SPEND), -1, 1 / years);
    add('spend-per-person', by, at(record.SPEND), at(record.STARTED), 1);
    const notCutShort = blocks.ending + s * ENDING_COLUMNS + NOT_CUT_SHORT;
    add('spend-per-relationship-not-cut-short', by, at(record.SPEND), notCutShort, 1);
  });
}

/** Capacity that is paid for and cannot be used, and what it is lost to. */
function addLost(blocks: Blocks, add: Add, by: By | null, s: number, years: number): void {
  const lost = (column: number) => blocks.lost + s * LOST_COLUMNS + column;
  const at = (column: number) => blocks.service + s * record.SERVICE_COLUMNS + column;
  const paid = at(record.FUNDED_DAYS);
  add('capacity-lost', by, lost(LOST), paid, 100);
  add('capacity-lost-to-set-up', by, lost(LOST_SET_UP), paid, 100);
  add('capacity-lost-to-vacancies', by, lost(LOST_VACANT), paid, 100);
  add('capacity-lost-to-wind-down', by, lost(LOST_WIND_DOWN), paid, 100);
  add('placements-bought', by, at(record.PLACEMENTS_BOUGHT), -1, 1 / years);
  add('budget-left', by, at(record.BUDGET_LEFT), -1, 1 / years);
}

function addRelationships(
  program: Program,
  blocks: Blocks,
  add: Add,
  by: By | null,
  s: number,
): void {
  const { horizonDays } = program;
  const years = horizonDays / 365.25;
  const ending = (column: number) => blocks.ending + s * ENDING_COLUMNS + column;
  add('relationships-begun', by, ending(BEGUN), -1, 1 / years);
  add('cut-short', by, ending(CUT_SHORT), -1, 1 / years);
  add('cut-short-per-100', by, ending(CUT_SHORT), ending(BEGUN), 100);
  add('relationship-mean-days', by, ending(TOGETHER_DAYS), ending(BEGUN), 1);
  const openDays = ending(OPEN + record.OPEN_DAYS);
  add('open', by, openDays, -1, 1 / horizonDays);
  add('open-so-far-days', by, ending(OPEN + record.OPEN_SO_FAR), openDays, 1);
  record.LANDMARK_MONTHS.forEach((months, i) => {
    add(`kept-${months}-months` as MeasureId, by, ending(KEPT + i), ending(BEGUN), 100);
    const beyond = ending(OPEN + record.OPEN_BEYOND + i);
    add(`open-over-${months}-months` as MeasureId, by, beyond, openDays, 100);
  });
  addStays(program, blocks, add, by, s);
  add('going-at-start', by, ending(AT_START), -1, 1);
  add('going-at-start-cut-short', by, ending(AT_START_CUT_SHORT), ending(AT_START), 100);
  if (by?.kind === 'service') return;
  record.REASONS.forEach((reason, i) => {
    const split: By = { kind: 'reason', id: reason };
    if (by) split.within = { kind: 'funding', id: by.id };
    const began = ending(AT_START_BY_REASON + i);
    add('going-at-start-ended-by', split, began, ending(AT_START), 100);
    if (i === record.STILL_GOING) return;
    add('ended-by', split, ending(BY_REASON + i), ending(ENDED), 100);
  });
}

/** Of those who start, who is still in support after so many months. */
function addStays(program: Program, blocks: Blocks, add: Add, by: By | null, s: number): void {
  if (by?.kind === 'service' && !hasPathway(program, by.id)) return;
  record.STAY_MONTHS.forEach((months, i) => {
    const stay = blocks.stay + s * record.STAY_COLUMNS + i * 2;
    add(`in-support-${months}-months`, by, stay + record.STAY_KEPT, stay + record.STAY_SEEN, 100);
  });
}

function hasPathway({ layout }: Program, service: string): boolean {
  const s = layout.services.ids.indexOf(service);
  return layout.stages.first[s + 1] > layout.stages.first[s];
}

/** Of those in a stage, who came to its end. */
export function addStages({ layout }: Program, blocks: Blocks, add: Add): void {
  layout.stages.ids.forEach((id, t) => {
    const by: By = { kind: 'stage', id: `${layout.services.ids[layout.stages.service[t]]}.${id}` };
    const at = (column: number) => blocks.stage + t * record.STAGE_COLUMNS + column;
    add('stage-completed', by, at(record.STAGE_COMPLETED), at(record.STAGE_OVER), 100);
  });
}
