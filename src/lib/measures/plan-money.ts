import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import type { Blocks } from './blocks.ts';
import { financialYearName, financialYearsOf } from './financial-years.ts';
import type { By } from './measure.ts';
import type { Add } from './plan-add.ts';
import * as yearly from './year-columns.ts';

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

/** The main counts of each financial year, of services on awards too where they are told apart. */
function addYears(program: Program, blocks: Blocks, add: Add): void {
  const awards = blocks.strata.find((by) => by?.kind === 'funding');
  const isOfFamilies = hasFamilies(program);
  financialYearsOf(program).forEach((begins, y) => {
    const by: By = { kind: 'year', id: financialYearName(begins) };
    const rowAt = (row: number) => (column: number) =>
      blocks.year + (y * blocks.yearRows + row) * yearly.COLUMNS + column;
    const at = rowAt(blocks.yearRows - 1);
    add('spend-in-year', by, at(yearly.SPEND), -1, 1);
    add('commitment', by, at(yearly.COMMITMENT), -1, 1);
    add('unspent', by, at(yearly.UNSPENT), -1, 1);
    add('capacity-lost', by, at(yearly.LOST), at(yearly.FUNDED), 100);
    add('referred', by, at(yearly.REFERRED), -1, 1);
    add('started', by, at(yearly.STARTED), -1, 1);
    add('stopped-waiting', by, at(yearly.STOPPED), -1, 1);
    add('turned-away', by, at(yearly.TURNED_AWAY), -1, 1);
    add('closed-out', by, at(yearly.CLOSED_OUT), -1, 1);
    add('wait-mean', by, at(yearly.WAIT_DAYS), at(yearly.STARTED), 1);
    if (isOfFamilies) {
      const days = at(yearly.DAYS);
      add('families-together', by, at(yearly.FAMILY_DAYS), days, 1);
      add('families-begun', by, at(yearly.FAMILIES_BEGUN), -1, 1);
    }
    addCutShort(add, by, at);
    if (awards) {
      const { kind, id } = awards;
      addCutShort(add, { ...by, within: { kind, id } }, rowAt(0));
    }
    program.layout.services.ids.forEach((id, s) => {
      const spend = blocks.yearSpend + y * blocks.services + s;
      add('spend-in-year', { ...by, within: { kind: 'service', id } }, spend, -1, 1);
    });
  });
}

/** Relationships begun in a year and what came of them; and those cut short in it, whenever begun. */
function addCutShort(add: Add, by: By, at: (column: number) => number): void {
  const begun = at(yearly.BEGUN);
  const cutShort = at(yearly.CUT_SHORT_OF_BEGUN);
  add('relationships-begun', by, begun, -1, 1);
  add('cut-short', by, cutShort, -1, 1);
  add('cut-short-per-100', by, cutShort, begun, 100);
  add('cut-short-in-year', by, at(yearly.CUT_SHORT_NOW), -1, 1);
}

function hasFamilies({ scenario }: Program): boolean {
  return scenario.groups.some(({ familyOf }) => familyOf !== undefined);
}

/** Families both of whom are supported, where a group says that it is close to another. */
export function addFamilies(program: Program, blocks: Blocks, add: Add): void {
  if (!hasFamilies(program)) return;
  add('families-together', null, blocks.families, -1, 1 / program.horizonDays);
  add('families-begun', null, blocks.families + 1, -1, 365.25 / program.horizonDays);
  add('family-workers', null, blocks.families + 2, blocks.families, 1);
}
