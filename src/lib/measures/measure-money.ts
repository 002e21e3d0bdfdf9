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
  type Blocks,
} from './blocks.ts';
import { spendByContract } from './spend-by-contract.ts';
import * as yearly from './year-columns.ts';

/** What a financial year adds up of the months of its services: to this column, that one. */
const OF_MONTHS = [
  [yearly.SPEND, record.SPEND],
  [yearly.REFERRED, record.REFERRED],
  [yearly.STARTED, record.STARTED],
  [yearly.WAIT_DAYS, record.WAIT_DAYS],
  [yearly.STOPPED, record.STOPPED_WAITING],
  [yearly.TURNED_AWAY, record.TURNED_AWAY],
  [yearly.CLOSED_OUT, record.CLOSED_OUT],
  [yearly.BEGUN, record.RELATIONSHIPS_BEGUN],
  [yearly.CUT_SHORT_OF_BEGUN, record.CUT_SHORT_OF_BEGUN],
  [yearly.CUT_SHORT_NOW, record.CUT_SHORT_NOW],
  [yearly.FUNDED, record.FUNDED_DAYS],
  [yearly.FILLED, record.FILLED_DAYS],
  [yearly.SHUT, record.SHUT_DAYS],
] as const;

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
  const { services, yearRows } = blocks;
  for (let m = 0; m < blocks.months; m++) {
    const year = financialYearOf(program.startDay + Math.floor(from.monthStarts[m])) - firstYear;
    const first = blocks.year + year * yearRows * yearly.COLUMNS;
    const all = first + (yearRows - 1) * yearly.COLUMNS;
    for (let s = 0; s < services; s++) {
      const source = (m * services + s) * record.SERVICE_COLUMNS;
      for (const stratum of blocks.rowsOf[s]) {
        if (stratum < services) continue;
        const target = first + (stratum - services) * yearly.COLUMNS;
        for (const [to, of] of OF_MONTHS) row[target + to] += from.byService[source + of];
      }
      row[blocks.yearSpend + year * services + s] += from.byService[source + record.SPEND];
    }
    for (let c = 0; c < blocks.contracts; c++) {
      const paid = from.commitment[m * blocks.contracts + c];
      row[all + yearly.COMMITMENT] += paid;
      row[blocks.commitment + c] += paid;
      row[blocks.commitment + blocks.contracts] += paid;
    }
    const families = m * record.FAMILY_COLUMNS;
    row[all + yearly.DAYS] += from.monthStarts[m + 1] - from.monthStarts[m];
    row[all + yearly.FAMILY_DAYS] += from.families[families + record.FAMILY_DAYS];
    row[all + yearly.FAMILIES_BEGUN] += from.families[families + record.FAMILIES_BEGUN];
  }
  for (let i = 0; i < blocks.years * yearRows; i++) {
    const at = blocks.year + i * yearly.COLUMNS;
    const empty = apart(row[at + yearly.FUNDED], row[at + yearly.FILLED]);
    row[at + yearly.LOST] = empty + row[at + yearly.SHUT];
    if (i % yearRows < yearRows - 1) continue;
    row[at + yearly.UNSPENT] = apart(row[at + yearly.COMMITMENT], row[at + yearly.SPEND]);
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
