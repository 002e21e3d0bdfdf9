/** From the record of one replication to its totals, series and endings. */
import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import type { Replication } from '../simulation/replication.ts';
import {
  AT_START,
  AT_START_BY_REASON,
  AT_START_CUT_SHORT,
  BAND_MONTHS,
  BEGUN,
  blocksOf,
  BY_REASON,
  CUT_SHORT,
  ENDED,
  ENDING_COLUMNS,
  KEPT,
  NOT_CUT_SHORT,
  OPEN,
  SERIES_COLUMNS,
  TOGETHER_DAYS,
  type Blocks,
} from './blocks.ts';
import { sumCommissioning } from './measure-commissioning.ts';
import { sumMoney } from './measure-money.ts';
import type { MeasurePlan } from './measure.ts';

const REASONS = record.REASONS.length;
const MONTHS_IN_TWO_YEARS = 24;
const SERIES_SOURCES = [
  record.LIST_DAYS,
  record.REFERRED,
  record.STARTED_NOW,
  record.STOPPED_WAITING,
  record.TURNED_AWAY,
  record.CUT_SHORT_NOW,
  record.PRESENT_DAYS,
  record.LOAD_DAYS,
  record.ROOM_DAYS,
  record.FILLED_DAYS,
  record.FUNDED_DAYS,
  record.SPEND,
];

/**
 * Write a replication's totals at `totalsOffset` of `totals`, and add its
 * series and endings to those of the replications before it. Throws on a total
 * that is not finite: added up, it would read as something that cannot be told.
 */
export function measureReplication(
  program: Program,
  plan: MeasurePlan,
  replication: Replication,
  totals: Float64Array,
  totalsOffset: number,
  series: Float64Array,
  endings: Float64Array,
): void {
  const blocks = blocksOf(program);
  const row = totals.subarray(totalsOffset, totalsOffset + plan.totals);
  row.fill(0);
  row[blocks.one] = 1;
  sumServices(blocks, replication, row);
  sumPeople(blocks, replication, row);
  sumEndings(blocks, replication, row, endings);
  sumStays(blocks, replication, row);
  sumMoney(program, blocks, replication, row);
  sumFamilies(blocks, replication, row);
  sumCommissioning(program, blocks, replication, row);
  sumListBands(blocks, replication, row);
  addSeries(blocks, replication, series);
  refuseNotFinite(plan, row);
}

function refuseNotFinite({ measures }: MeasurePlan, row: Float64Array): void {
  if (row.every((total) => Number.isFinite(total))) return;
  const isWrong = (at: number) => at >= 0 && !Number.isFinite(row[at]);
  const of = measures.find((one) => isWrong(one.numerator) || isWrong(one.denominator));
  throw new Error(
    of
      ? `A total of ${of.id} (${of.by?.id ?? 'everything'}) is not finite.`
      : 'A total is not finite.',
  );
}

function sumServices(blocks: Blocks, from: Replication, row: Float64Array) {
  const columns = record.SERVICE_COLUMNS;
  for (let m = 0; m < blocks.months; m++) {
    for (let s = 0; s < blocks.services; s++) {
      const source = (m * blocks.services + s) * columns;
      for (const stratum of blocks.rowsOf[s]) {
        const target = blocks.service + stratum * columns;
        for (let k = 0; k < columns; k++) row[target + k] += from.byService[source + k];
      }
    }
  }
}

/** Cells of home and group, added up into the rows of localities, groups, deprivation and all. */
function sumPeople(blocks: Blocks, from: Replication, row: Float64Array): void {
  const { people, homes, groups, criteria } = blocks;
  const cells = homes * groups;
  for (let cell = 0; cell < cells; cell++) {
    const h = Math.floor(cell / groups);
    for (let i = 0; i < people.length; i++) {
      const { weights } = people[i];
      const weight = weights === null ? (i - homes === cell % groups ? 1 : 0) : weights[h];
      if (weight === 0) continue;
      const columns = record.PEOPLE_COLUMNS;
      add(row, blocks.person + i * columns, from.byCell, cell * columns, columns, weight);
      for (let c = 0; c < criteria; c++) {
        const width = record.CRITERION_COLUMNS;
        const target = blocks.criterion + (c * people.length + i) * width;
        add(row, target, from.byCriterion, (c * cells + cell) * width, width, weight);
      }
    }
  }
}

function add(
  row: Float64Array,
  target: number,
  from: Float64Array,
  source: number,
  columns: number,
  weight: number,
): void {
  for (let k = 0; k < columns; k++) row[target + k] += weight * from[source + k];
}

function sumEndings(blocks: Blocks, from: Replication, row: Float64Array, endings: Float64Array) {
  const bins = from.binEnds.length;
  for (let s = 0; s < blocks.services; s++) {
    const target = blocks.ending + s * ENDING_COLUMNS;
    let begun = 0;
    let cutShort = 0;
    let landmark = 0;
    const endedBefore = new Float64Array(record.LANDMARK_MONTHS.length);
    for (let b = 0; b < bins; b++) {
      while (landmark < record.LANDMARK_MONTHS.length && b === record.LANDMARK_MONTHS[landmark]) {
        endedBefore[landmark++] = begun;
      }
      const bin = (s * bins + b) * REASONS;
      for (let k = 0; k < REASONS; k++) {
        const count = from.endings[bin + k];
        if (count === 0) continue;
        begun += count;
        if (b < MONTHS_IN_TWO_YEARS && record.isCutShort(k)) cutShort += count;
        row[target + BY_REASON + k] += count;
        if (k !== record.STILL_GOING) row[target + ENDED] += count;
        for (const stratum of blocks.rowsOf[s]) {
          endings[(stratum * bins + b) * REASONS + k] += count;
        }
      }
    }
    row[target + BEGUN] = begun;
    row[target + CUT_SHORT] = cutShort;
    record.LANDMARK_MONTHS.forEach(
      (_months, i) => (row[target + KEPT + i] = begun - endedBefore[i]),
    );
    row[target + TOGETHER_DAYS] = from.togetherDays[s];
    row[target + NOT_CUT_SHORT] = begun - cutShort;
    sumOpen(from, s, row, target);
    for (const stratum of blocks.rowsOf[s]) {
      if (stratum === s) continue;
      const sum = blocks.ending + stratum * ENDING_COLUMNS;
      for (let k = 0; k < ENDING_COLUMNS; k++) row[sum + k] += row[target + k];
    }
  }
}

function sumStays(blocks: Blocks, from: Replication, row: Float64Array): void {
  const columns = record.STAY_COLUMNS;
  for (let s = 0; s < blocks.services; s++) {
    for (const stratum of blocks.rowsOf[s]) {
      const target = blocks.stay + stratum * columns;
      for (let k = 0; k < columns; k++) row[target + k] += from.stays[s * columns + k];
    }
  }
  row.set(from.byStage, blocks.stage);
}

function sumFamilies(blocks: Blocks, { families }: Replication, row: Float64Array): void {
  const columns = record.FAMILY_COLUMNS;
  for (let m = 0; m < blocks.months; m++) {
    for (let k = 0; k < columns; k++) row[blocks.families + k] += families[m * columns + k];
  }
}

/** Relationships going on on a day, and how those ended that were going on at the start. */
function sumOpen(from: Replication, s: number, row: Float64Array, target: number): void {
  for (let k = 0; k < record.OPEN_COLUMNS; k++) {
    row[target + OPEN + k] = from.open[s * record.OPEN_COLUMNS + k];
  }
  for (let k = 0; k < REASONS; k++) {
    const count = from.goingAtStart[s * REASONS + k];
    row[target + AT_START] += count;
    row[target + AT_START_BY_REASON + k] = count;
    if (record.isCutShort(k)) row[target + AT_START_CUT_SHORT] += count;
  }
}

/** Mean list of each stretch of months. */
function sumListBands(blocks: Blocks, { byService, monthStarts }: Replication, row: Float64Array) {
  for (let m = 0; m < blocks.months; m++) {
    const stretch = Math.floor(m / BAND_MONTHS);
    const first = stretch * BAND_MONTHS;
    const days = monthStarts[Math.min(blocks.months, first + BAND_MONTHS)] - monthStarts[first];
    for (let s = 0; s < blocks.services; s++) {
      const listDays =
        byService[(m * blocks.services + s) * record.SERVICE_COLUMNS + record.LIST_DAYS];
      for (const stratum of blocks.rowsOf[s]) {
        row[blocks.listBand + stratum * blocks.stretches + stretch] += listDays / days;
      }
    }
  }
}

function addSeries(blocks: Blocks, from: Replication, series: Float64Array): void {
  const { months } = blocks;
  const columns = SERIES_COLUMNS.length;
  for (let m = 0; m < months; m++) {
    for (let s = 0; s < blocks.services; s++) {
      const source = (m * blocks.services + s) * record.SERVICE_COLUMNS;
      for (const stratum of blocks.rowsOf[s]) {
        for (let k = 0; k < columns; k++) {
          const value = from.byService[source + SERIES_SOURCES[k]];
          series[blocks.seriesService + (stratum * columns + k) * months + m] += value;
        }
      }
    }
    for (let c = 0; c < blocks.criteria; c++) {
      const source = (m * blocks.criteria + c) * 2;
      series[blocks.seriesCriterion + c * 2 * months + m] += from.criterionByMonth[source];
      series[blocks.seriesCriterion + (c * 2 + 1) * months + m] +=
        from.criterionByMonth[source + 1];
    }
    series[blocks.seriesDays + m] += from.monthStarts[m + 1] - from.monthStarts[m];
  }
}
