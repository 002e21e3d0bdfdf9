/** Money and capacity of a replication: by contract and financial year, used and lost. */
import { apart } from '../engine/rounding.ts';
import type { Program } from '../simulation/compile.ts';
import { financialYearOf } from '../simulation/months.ts';
import * as record from '../simulation/replication.ts';
import type { Replication } from '../simulation/replication.ts';
import {
  LOST,
  LOST_COLUMNS,
  LOST_SET_UP,
  LOST_VACANT,
  LOST_WIND_DOWN,
  YEAR_COLUMNS,
  YEAR_COMMITMENT,
  type Blocks,
} from './blocks.ts';
import { spendByContract } from './spend-by-contract.ts';

/** What a financial year adds up of its months, in the order of its columns; -1: something else. */
const OF_MONTHS = [
  record.SPEND,
  -1,
  record.REFERRED,
  record.STARTED,
  record.WAIT_DAYS,
  record.STOPPED_WAITING,
  record.RELATIONSHIPS_BEGUN,
];

/** Write the totals of money and capacity; those of services stand in the row already. */
export function sumMoney(
  program: Program,
  blocks: Blocks,
  from: Replication,
  row: Float64Array,
): void {
  sumYears(program, blocks, from, row);
  sumContracts(program, blocks, from, row);
  for (let stratum = 0; stratum < blocks.strata.length; stratum++) {
    sumLost(row, blocks.service + stratum * record.SERVICE_COLUMNS, stratum, blocks);
  }
}

function sumYears(program: Program, blocks: Blocks, from: Replication, row: Float64Array): void {
  const firstYear = financialYearOf(program.startDay);
  const width = YEAR_COLUMNS + blocks.services;
  for (let m = 0; m < blocks.months; m++) {
    const year = financialYearOf(program.startDay + Math.floor(from.monthStarts[m])) - firstYear;
    const target = blocks.year + year * width;
    for (let s = 0; s < blocks.services; s++) {
      const source = (m * blocks.services + s) * record.SERVICE_COLUMNS;
      for (let k = 0; k < YEAR_COLUMNS; k++) {
        if (OF_MONTHS[k] >= 0) row[target + k] += from.byService[source + OF_MONTHS[k]];
      }
      row[target + YEAR_COLUMNS + s] += from.byService[source + record.SPEND];
    }
    for (let c = 0; c < blocks.contracts; c++) {
      const paid = from.commitment[m * blocks.contracts + c];
      row[target + YEAR_COMMITMENT] += paid;
      row[blocks.commitment + c] += paid;
      row[blocks.commitment + blocks.contracts] += paid;
    }
  }
}

/** Spend by contract, and what of each contract's money is not spent. */
function sumContracts(
  program: Program,
  blocks: Blocks,
  from: Replication,
  row: Float64Array,
): void {
  const all = blocks.service + (blocks.strata.length - 1) * record.SERVICE_COLUMNS;
  const paid = new Float64Array(blocks.contracts);
  for (let s = 0; s < blocks.services; s++) {
    const spend = row[blocks.service + s * record.SERVICE_COLUMNS + record.SPEND];
    spendByContract(program, from, s, spend, paid);
    for (let c = 0; c < blocks.contracts; c++) row[blocks.spent + c] += paid[c];
  }
  for (let c = 0; c < blocks.contracts; c++) {
    row[blocks.unspent + c] = apart(row[blocks.commitment + c], row[blocks.spent + c]);
    row[blocks.gone] += from.gone[c * 2];
    row[blocks.gone + 1] += from.gone[c * 2 + 1];
  }
  row[blocks.unspent + blocks.contracts] = apart(
    row[blocks.commitment + blocks.contracts],
    row[all + record.SPEND],
  );
}

/** What of the time of paid posts is lost, and to what; the parts make the whole. */
function sumLost(row: Float64Array, service: number, stratum: number, { lost }: Blocks): void {
  const setUp = row[service + record.SET_UP_DAYS];
  const held = row[service + record.HELD_DAYS];
  const empty = apart(row[service + record.FUNDED_DAYS], row[service + record.FILLED_DAYS]);
  const shut = row[service + record.SHUT_DAYS];
  const target = lost + stratum * LOST_COLUMNS;
  row[target + LOST_SET_UP] = setUp;
  row[target + LOST_VACANT] = apart(empty, setUp + held);
  row[target + LOST_WIND_DOWN] = held + shut;
  row[target + LOST] = empty + shut;
}
