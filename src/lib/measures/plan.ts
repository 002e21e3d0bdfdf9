/** The measures of a program: which total each is made of, and what it is split by. */
import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import {
  BEGUN,
  blocksOf,
  BY_REASON,
  CUT_SHORT,
  ENDED,
  ENDING_COLUMNS,
  KEPT,
  LANDMARK_MONTHS,
  NOT_CUT_SHORT,
  SERIES_COLUMNS,
  TOGETHER_DAYS,
  type Blocks,
} from './blocks.ts';
import { catalogue, type MeasureId } from './catalogue.ts';
import { financialYearName, financialYearsOf } from './financial-years.ts';
import { planCommissioning } from './measure-commissioning.ts';
import type { By, Measure, MeasurePlan, Series } from './measure.ts';

const HEADLINES = new Set<string>([
  'cut-short-per-100',
  'kept-a-worker-a-year',
  'wait-mean',
  'started-by-21-days',
  'criterion-reached',
  'spend',
]);

/** Lay out the totals of a program's replications and the measures read from them. */
export function planMeasures(program: Program): MeasurePlan {
  const blocks = blocksOf(program);
  const measures: Measure[] = [];
  const add = (
    id: MeasureId,
    by: By | null,
    numerator: number,
    denominator: number,
    scale: number,
  ) => {
    const { unit, better } = catalogue[id];
    measures.push({
      id,
      by,
      unit,
      shape: denominator < 0 ? 'mean' : 'ratio',
      numerator,
      denominator,
      scale,
      better,
      headline:
        HEADLINES.has(id) &&
        (by === null || by.kind === 'criterion' || by.kind === 'funding') &&
        !by?.within,
    });
  };
  addByService(program, blocks, add);
  addStages(program, blocks, add);
  addByHome(program, blocks, add);
  addCriteria(program, blocks, add);
  addMoney(program, blocks, add);
  planCommissioning(program, blocks, add);
  return {
    measures,
    totals: blocks.totals,
    series: planSeries(program, blocks),
    months: blocks.months,
    warmUpDays: program.warmUpDays,
    seriesSize: blocks.seriesSize,
    endings: {
      strata: blocks.strata,
      binEnds: Array.from(record.makeBinEnds(program.horizonDays + program.runOutDays)),
      reasons: [...record.REASONS],
    },
  };
}

type Add = (
  id: MeasureId,
  by: By | null,
  numerator: number,
  denominator: number,
  scale: number,
) => void;

/** Waits and what came of referrals: the same for services and for homes. */
function addReferrals(add: Add, by: By | null, at: (column: number) => number, years: number) {
  const referred = at(record.REFERRED);
  const started = at(record.STARTED);
  add('referred', by, referred, -1, 1 / years);
  add('started', by, started, -1, 1 / years);
  add('stopped-waiting', by, at(record.STOPPED_WAITING), -1, 1 / years);
  add('turned-away', by, at(record.TURNED_AWAY), -1, 1 / years);
  add('closed-out', by, at(record.CLOSED_OUT), -1, 1 / years);
  add('not-reached', by, at(record.NOT_REACHED), -1, 1 / years);
  add('wait-mean', by, at(record.WAIT_DAYS), started, 1);
  add('waited-under-21-days', by, at(record.STARTED_WITHIN_21), started, 100);
  add('started-by-21-days', by, at(record.STARTED_WITHIN_21), referred, 100);
  add('started-by-42-days', by, at(record.STARTED_WITHIN_42), referred, 100);
  add('stopped-waiting-share', by, at(record.STOPPED_WAITING), referred, 100);
  add('turned-away-share', by, at(record.TURNED_AWAY), referred, 100);
}

function addByService(program: Program, blocks: Blocks, add: Add): void {
  const { horizonDays } = program;
  const years = horizonDays / 365.25;
  blocks.strata.forEach((by, s) => {
    const at = (column: number) => blocks.service + s * record.SERVICE_COLUMNS + column;
    const ending = (column: number) => blocks.ending + s * ENDING_COLUMNS + column;
    addReferrals(add, by, at, years);
    add('waited-over-42-days', by, at(record.STARTED_AFTER_42), at(record.STARTED), 100);
    add('list', by, at(record.LIST_DAYS), -1, 1 / horizonDays);
    add('present', by, at(record.PRESENT_DAYS), -1, 1 / horizonDays);
    add('occupancy', by, at(record.LOAD_DAYS), at(record.ROOM_DAYS), 100);
    add('posts-filled', by, at(record.FILLED_DAYS), at(record.FUNDED_DAYS), 100);
    add('relationships-begun', by, ending(BEGUN), -1, 1 / years);
    add('cut-short-per-100', by, ending(CUT_SHORT), ending(BEGUN), 100);
    LANDMARK_MONTHS.forEach((months, i) =>
      add(`kept-${months}-months` as MeasureId, by, ending(KEPT + i), ending(BEGUN), 100),
    );
    if (by?.kind !== 'service' || hasPathway(program, by.id)) {
      record.STAY_MONTHS.forEach((months, i) => {
        const stay = blocks.stay + s * record.STAY_COLUMNS + i * 2;
        const [kept, seen] = [stay + record.STAY_KEPT, stay + record.STAY_SEEN];
        add(`in-support-${months}-months`, by, kept, seen, 100);
      });
    }
    add('relationship-mean-days', by, ending(TOGETHER_DAYS), ending(BEGUN), 1);
    add('spend', by, at(record.SPEND), -1, 1 / years);
    add('spend-per-person', by, at(record.SPEND), at(record.STARTED), 1);
    add('spend-per-relationship-not-cut-short', by, at(record.SPEND), ending(NOT_CUT_SHORT), 1);
    if (by?.kind === 'service') return;
    record.REASONS.forEach((reason, i) => {
      if (i === record.STILL_GOING) return;
      const split: By = { kind: 'reason', id: reason };
      if (by) split.within = { kind: 'funding', id: by.id };
      add('ended-by', split, ending(BY_REASON + i), ending(ENDED), 100);
    });
  });
}

function hasPathway({ layout }: Program, service: string): boolean {
  const s = layout.services.ids.indexOf(service);
  return layout.stages.first[s + 1] > layout.stages.first[s];
}

function addStages({ layout }: Program, blocks: Blocks, add: Add): void {
  layout.stages.ids.forEach((id, t) => {
    const by: By = { kind: 'stage', id: `${layout.services.ids[layout.stages.service[t]]}.${id}` };
    const at = (column: number) => blocks.stage + t * record.STAGE_COLUMNS + column;
    add('stage-completed', by, at(record.STAGE_COMPLETED), at(record.STAGE_OVER), 100);
  });
}

function addByHome(program: Program, blocks: Blocks, add: Add): void {
  const { layout, horizonDays } = program;
  const years = horizonDays / 365.25;
  for (let h = 0; h <= blocks.homes; h++) {
    const by: By | null =
      h === blocks.homes ? null : { kind: 'locality', id: layout.localities.ids[h] };
    const at = (column: number) => blocks.home + h * record.HOME_COLUMNS + column;
    if (by !== null) {
      addReferrals(add, by, at, years);
      add('cut-short-per-100', by, at(record.HOME_CUT_SHORT), at(record.HOME_RELATIONSHIPS), 100);
      const people = program.scenario.localities.find(({ id }) => id === by.id)?.people.value ?? 0;
      if (people > 0) {
        add('started-per-1000', by, at(record.HOME_PEOPLE_STARTED), -1, 1000 / years / people);
      }
    }
    const arrived = at(record.HOME_PEOPLE_ARRIVED);
    const started = at(record.HOME_PEOPLE_STARTED);
    add('arrived', by, arrived, -1, 1 / years);
    add('kept-a-worker-a-year', by, at(record.HOME_KEPT_A_YEAR), arrived, 100);
    add('finished-before-a-year', by, at(record.HOME_FINISHED_BEFORE), arrived, 100);
    add('kept-a-worker-of-started', by, at(record.HOME_KEPT_A_YEAR), started, 100);
    add('workers-per-person', by, at(record.HOME_RELATIONSHIPS), started, 1);
    add('stories-told-again', by, at(record.HOME_TOLD_AGAIN), started, 1);
    add('mat-people', by, at(record.HOME_MAT_DAYS), -1, 1 / horizonDays);
  }
}

function addCriteria(program: Program, blocks: Blocks, add: Add): void {
  const { layout } = program;
  const rows = blocks.homes + 1;
  layout.criteria.ids.forEach((id, c) => {
    for (let h = 0; h < rows; h++) {
      const by: By = { kind: 'criterion', id };
      if (h < blocks.homes) by.within = { kind: 'locality', id: layout.localities.ids[h] };
      const at = (column: number) =>
        blocks.criterion + (c * rows + h) * record.CRITERION_COLUMNS + column;
      add('criterion-reached', by, at(record.CRITERION_REACHED), at(record.CRITERION_DUE), 100);
      add('criterion-days', by, at(record.CRITERION_MET_DAYS), at(record.CRITERION_NEED_DAYS), 100);
    }
  });
}

function addMoney(program: Program, blocks: Blocks, add: Add): void {
  const { layout, horizonDays } = program;
  const years = horizonDays / 365.25;
  for (let c = 0; c <= blocks.contracts; c++) {
    const by: By | null =
      c === blocks.contracts ? null : { kind: 'contract', id: layout.contracts.ids[c] };
    add('commitment', by, blocks.commitment + c, -1, 1 / years);
  }
  add('unspent', null, blocks.unspent, -1, 1 / years);
  if (program.scenario.groups.some(({ familyOf }) => familyOf !== undefined)) {
    add('families-together', null, blocks.families, -1, 1 / horizonDays);
    add('families-begun', null, blocks.families + 1, -1, 1 / years);
    add('family-workers', null, blocks.families + 2, blocks.families, 1);
  }
  financialYearsOf(program).forEach((begins, y) =>
    add('spend-in-year', { kind: 'year', id: financialYearName(begins) }, blocks.year + y, -1, 1),
  );
}

function planSeries(program: Program, blocks: Blocks): Series[] {
  const series: Series[] = [];
  const { layout } = program;
  const { months } = blocks;
  blocks.strata.forEach((by, s) => {
    const at = (column: (typeof SERIES_COLUMNS)[number]) =>
      blocks.seriesService + (s * SERIES_COLUMNS.length + SERIES_COLUMNS.indexOf(column)) * months;
    const days = blocks.seriesDays;
    series.push(
      {
        id: 'list',
        by,
        unit: 'people',
        shape: 'ratio',
        numerator: at('list'),
        denominator: days,
        scale: 1,
      },
      {
        id: 'started',
        by,
        unit: 'people',
        shape: 'mean',
        numerator: at('started'),
        denominator: -1,
        scale: 1,
      },
      {
        id: 'present',
        by,
        unit: 'people',
        shape: 'ratio',
        numerator: at('present'),
        denominator: days,
        scale: 1,
      },
      {
        id: 'posts-filled',
        by,
        unit: 'per cent',
        shape: 'ratio',
        numerator: at('filled'),
        denominator: at('funded'),
        scale: 100,
      },
      {
        id: 'spend',
        by,
        unit: 'GBP',
        shape: 'mean',
        numerator: at('spend'),
        denominator: -1,
        scale: 1,
      },
    );
  });
  layout.criteria.ids.forEach((id, c) => {
    series.push({
      id: 'criterion-days',
      by: { kind: 'criterion', id },
      unit: 'per cent',
      shape: 'ratio',
      numerator: blocks.seriesCriterion + (c * 2 + 1) * months,
      denominator: blocks.seriesCriterion + c * 2 * months,
      scale: 100,
    });
  });
  return series;
}
