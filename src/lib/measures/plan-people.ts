import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import type { Blocks } from './blocks.ts';
import type { By } from './measure.ts';
import { addReferrals, type Add } from './plan-add.ts';
import type { PeopleRow } from './people-rows.ts';

/** What is measured of people by locality, group and deprivation, and of all. */
export function addPeople(program: Program, blocks: Blocks, add: Add): void {
  const { horizonDays } = program;
  const years = horizonDays / 365.25;
  blocks.people.forEach((row, i) => {
    const { by } = row;
    const at = (column: number) => blocks.person + i * record.PEOPLE_COLUMNS + column;
    if (by !== null) {
      addReferrals(add, by, at, years);
      const begun = at(record.PEOPLE_RELATIONSHIPS);
      add('cut-short-per-100', by, at(record.PEOPLE_CUT_SHORT), begun, 100);
    }
    addCohort(add, by, at, years);
    addSupported(add, row, at, horizonDays);
    addExposure(add, by, at, years);
  });
}

/** Of people who come within the horizon: what they keep, whom they meet. */
function addCohort(add: Add, by: By | null, at: (column: number) => number, years: number) {
  const arrived = at(record.PEOPLE_ARRIVED);
  const started = at(record.PEOPLE_STARTED);
  const kept = at(record.PEOPLE_KEPT_A_YEAR);
  const finished = at(record.PEOPLE_FINISHED_BEFORE);
  add('arrived', by, arrived, -1, 1 / years);
  add('kept-a-worker-a-year', by, kept, arrived, 100);
  add('finished-before-a-year', by, finished, arrived, 100);
  add('kept-a-worker-of-started', by, kept, started, 100);
  add('finished-before-a-year-of-started', by, finished, started, 100);
  add('kept-a-worker-people', by, kept, -1, 1 / years);
  add('workers-per-person', by, at(record.PEOPLE_WORKERS), started, 1);
  add('stories-told-again', by, at(record.PEOPLE_TOLD_AGAIN), started, 1);
}

/** People who have support, each once, and how many that is of those who live there. */
function addSupported(
  add: Add,
  { by, residents }: PeopleRow,
  at: (column: number) => number,
  horizonDays: number,
) {
  const days = at(record.PEOPLE_SUPPORT_DAYS);
  add('people-supported', by, at(record.PEOPLE_SUPPORTED), -1, 1);
  add('supported', by, days, -1, 1 / horizonDays);
  add('mat-people', by, at(record.PEOPLE_MAT_DAYS), -1, 1 / horizonDays);
  if (residents <= 0) return;
  const years = horizonDays / 365.25;
  add('started-per-1000', by, at(record.PEOPLE_STARTED), -1, 1000 / years / residents);
  add('supported-per-1000', by, days, -1, 1000 / horizonDays / residents);
}

/** Days that evidence marks as dangerous; never what came of them. */
function addExposure(add: Add, by: By | null, at: (column: number) => number, years: number) {
  const early = at(record.PEOPLE_EARLY_MAT_DAYS);
  const alone = at(record.PEOPLE_UNSUPPORTED_DAYS);
  add('mat-starts', by, at(record.PEOPLE_MAT_STARTS), -1, 1 / years);
  add('early-mat-days', by, early, -1, 1 / years);
  add('early-mat-days-per-100-given-mat', by, early, at(record.PEOPLE_GIVEN_MAT), 100);
  add('unplanned-exits', by, at(record.PEOPLE_UNPLANNED_EXITS), -1, 1 / years);
  add('unsupported-days', by, alone, -1, 1 / years);
  const couldBe = at(record.PEOPLE_COULD_BE_ALONE);
  add('unsupported-days-per-100-could-be-alone', by, alone, couldBe, 100);
  add('unsupported-days-after-mat', by, at(record.PEOPLE_UNSUPPORTED_AFTER_MAT), -1, 1 / years);
}

/** What the MAT Standards promise, criterion by criterion. */
export function addCriteria(program: Program, blocks: Blocks, add: Add): void {
  program.layout.criteria.ids.forEach((id, c) => {
    blocks.people.forEach(({ by: within }, i) => {
      const by: By = { kind: 'criterion', id };
      if (within !== null) by.within = { kind: within.kind, id: within.id };
      const row = c * blocks.people.length + i;
      const at = (column: number) => blocks.criterion + row * record.CRITERION_COLUMNS + column;
      add('criterion-reached', by, at(record.CRITERION_REACHED), at(record.CRITERION_DUE), 100);
      add('criterion-days', by, at(record.CRITERION_MET_DAYS), at(record.CRITERION_NEED_DAYS), 100);
    });
  });
}
