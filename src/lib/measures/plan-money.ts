import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import {
  YEAR_BEGUN,
  YEAR_COLUMNS,
  YEAR_COMMITMENT,
  YEAR_REFERRED,
  YEAR_SPEND,
  YEAR_STARTED,
  YEAR_STOPPED,
  YEAR_WAIT_DAYS,
  type Blocks,
} from './blocks.ts';
import { financialYearName, financialYearsOf } from './financial-years.ts';
import type { By } from './measure.ts';
import type { Add } from './plan-add.ts';

/** What is promised, spent and left, and what it buys. */
export function addMoney(program: Program, blocks: Blocks, add: Add): void {
  const { layout, horizonDays } = program;
  const years = horizonDays / 365.25;
  for (let c = 0; c <= blocks.contracts; c++) {
    const by: By | null =
      c === blocks.contracts ? null : { kind: 'contract', id: layout.contracts.ids[c] };
    add('commitment', by, blocks.commitment + c, -1, 1 / years);
    add('unspent', by, blocks.unspent + c, -1, 1 / years);
    if (by !== null) add('spend', by, blocks.spent + c, -1, 1 / years);
  }
  const everything = blocks.service + (blocks.strata.length - 1) * record.SERVICE_COLUMNS;
  const everybody = blocks.person + (blocks.people.length - 1) * record.PEOPLE_COLUMNS;
  const supported = everybody + record.PEOPLE_SUPPORTED;
  add('spend-per-person-supported', null, everything + record.SPEND, supported, 1);
  add('money-moved', null, blocks.gone, -1, 1 / years);
  add('money-lost', null, blocks.gone + 1, -1, 1 / years);
  addYears(program, blocks, add);
}

/** The main counts of each financial year, and spend by service. */
function addYears(program: Program, blocks: Blocks, add: Add): void {
  financialYearsOf(program).forEach((begins, y) => {
    const by: By = { kind: 'year', id: financialYearName(begins) };
    const at = (column: number) => blocks.year + y * (YEAR_COLUMNS + blocks.services) + column;
    add('spend-in-year', by, at(YEAR_SPEND), -1, 1);
    add('commitment', by, at(YEAR_COMMITMENT), -1, 1);
    add('referred', by, at(YEAR_REFERRED), -1, 1);
    add('started', by, at(YEAR_STARTED), -1, 1);
    add('stopped-waiting', by, at(YEAR_STOPPED), -1, 1);
    add('wait-mean', by, at(YEAR_WAIT_DAYS), at(YEAR_STARTED), 1);
    add('relationships-begun', by, at(YEAR_BEGUN), -1, 1);
    program.layout.services.ids.forEach((id, s) =>
      add('spend-in-year', { ...by, within: { kind: 'service', id } }, at(YEAR_COLUMNS + s), -1, 1),
    );
  });
}

/** Families both of whom are supported, where a group says that it is close to another. */
export function addFamilies(program: Program, blocks: Blocks, add: Add): void {
  if (program.scenario.groups.every(({ familyOf }) => familyOf === undefined)) return;
  add('families-together', null, blocks.families, -1, 1 / program.horizonDays);
  add('families-begun', null, blocks.families + 1, -1, 365.25 / program.horizonDays);
  add('family-workers', null, blocks.families + 2, blocks.families, 1);
}
