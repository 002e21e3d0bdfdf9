import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import type { Blocks } from './blocks.ts';
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
  }
  add('unspent', null, blocks.unspent, -1, 1 / years);
  const everything = blocks.service + (blocks.strata.length - 1) * record.SERVICE_COLUMNS;
  const everybody = blocks.person + (blocks.people.length - 1) * record.PEOPLE_COLUMNS;
  const supported = everybody + record.PEOPLE_SUPPORTED;
  add('spend-per-person-supported', null, everything + record.SPEND, supported, 1);
  financialYearsOf(program).forEach((begins, y) =>
    add('spend-in-year', { kind: 'year', id: financialYearName(begins) }, blocks.year + y, -1, 1),
  );
}

/** Families both of whom are supported, where a group says that it is close to another. */
export function addFamilies(program: Program, blocks: Blocks, add: Add): void {
  if (program.scenario.groups.every(({ familyOf }) => familyOf === undefined)) return;
  add('families-together', null, blocks.families, -1, 1 / program.horizonDays);
  add('families-begun', null, blocks.families + 1, -1, 365.25 / program.horizonDays);
  add('family-workers', null, blocks.families + 2, blocks.families, 1);
}
