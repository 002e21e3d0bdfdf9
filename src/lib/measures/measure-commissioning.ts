/** Measures of kinds of relationship, workforce, providers, links and ways of offering. */
import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import type { Replication } from '../simulation/replication.ts';
import {
  BEGUN,
  CUT_SHORT,
  ENDING_COLUMNS,
  FUNDER_COLUMNS,
  PROVIDER_COLUMNS,
  type Blocks,
} from './blocks.ts';
import type { Add } from './plan-add.ts';
import { spendByContract } from './spend-by-contract.ts';

/** Add the measures to a plan. */
export function planCommissioning({ horizonDays }: Program, blocks: Blocks, add: Add): void {
  const years = horizonDays / 365.25;
  const { rows } = blocks;
  add('lived-experience-share', null, blocks.workforce + 1, blocks.workforce, 100);
  add('volunteer-share', null, blocks.workforce + 2, blocks.workforce, 100);
  rows.relationships.forEach(({ by }, i) => {
    const at = (column: number) => blocks.relationship + i * record.ROLE_COLUMNS + column;
    const begun = at(record.ROLE_BEGUN);
    add('relationships-begun', by, begun, -1, 1 / years);
    add('cut-short-per-100', by, at(record.ROLE_CUT_SHORT), begun, 100);
    add('kept-12-months', by, at(record.ROLE_KEPT_A_YEAR), begun, 100);
    add('relationship-mean-days', by, at(record.ROLE_TOGETHER_DAYS), begun, 1);
  });
  rows.providers.forEach(({ by }, i) => {
    const at = blocks.provider + i * PROVIDER_COLUMNS;
    add('unrecovered-cost', by, at + 3, -1, 1 / years);
    if (by === null) return;
    add('spend', by, at, -1, 1 / years);
    add('relationships-begun', by, at + 1, -1, 1 / years);
    add('cut-short-per-100', by, at + 2, at + 1, 100);
  });
  rows.holders.forEach(({ by }, i) => add('commitment', by, blocks.holder + i, -1, 1 / years));
  rows.funders.forEach(({ by }, i) => {
    const at = blocks.funder + i * FUNDER_COLUMNS;
    add('commitment', by, at, -1, 1 / years);
    add('spend', by, at + 1, -1, 1 / years);
    add('unspent', by, at + 2, -1, 1 / years);
  });
  rows.links.forEach(({ by }, i) => {
    const at = blocks.link + i * record.PASS_COLUMNS;
    add('passed-on', by, at + record.PASS_SENT, -1, 1 / years);
    add('passed-on-arrived', by, at + record.PASS_ARRIVED, at + record.PASS_SENT, 100);
  });
  rows.offers.forEach(({ by }, i) => {
    const at = blocks.offer + i * record.OFFER_COLUMNS;
    add('offers-made', by, at + record.OFFER_MADE, -1, 1 / years);
    add('offers-accepted', by, at + record.OFFER_ACCEPTED, at + record.OFFER_MADE, 100);
    add('offers-received', by, at + record.OFFER_RECEIVED, at + record.OFFER_MADE, 100);
  });
}

/** Add a replication's totals for them to its row; the services' own totals stand there already. */
export function sumCommissioning(
  program: Program,
  blocks: Blocks,
  from: Replication,
  row: Float64Array,
): void {
  const { rows } = blocks;
  const { livedExperience, volunteers } = rows;
  const paid = new Float64Array(blocks.contracts);
  for (let r = 0; r < livedExperience.length; r++) {
    const days = from.byRole[r * record.ROLE_COLUMNS + record.ROLE_FILLED_DAYS];
    row[blocks.workforce] += days;
    row[blocks.workforce + 1] += days * livedExperience[r];
    row[blocks.workforce + 2] += days * volunteers[r];
  }
  rows.relationships.forEach(({ of }, i) => {
    addUp(from.byRole, of, record.ROLE_COLUMNS, row, blocks.relationship, i);
  });
  rows.links.forEach(({ of }, i) => {
    addUp(from.passes, of, record.PASS_COLUMNS, row, blocks.link, i);
  });
  rows.offers.forEach(({ of }, i) => {
    addUp(from.byOffer, of, record.OFFER_COLUMNS, row, blocks.offer, i);
  });
  rows.providers.forEach(({ of }, i) => {
    const at = blocks.provider + i * PROVIDER_COLUMNS;
    for (const s of of) {
      const spend = row[blocks.service + s * record.SERVICE_COLUMNS + record.SPEND];
      row[at] += spend;
      row[at + 1] += row[blocks.ending + s * ENDING_COLUMNS + BEGUN];
      row[at + 2] += row[blocks.ending + s * ENDING_COLUMNS + CUT_SHORT];
      spendByContract(program, from, s, spend, paid);
      for (let c = 0; c < blocks.contracts; c++) {
        row[at + 3] += paid[c] * rows.unpaidOverheads[s * blocks.contracts + c];
      }
    }
    rows.keptByLead.forEach((share, c) => {
      if (of.includes(rows.serviceOf[c])) row[at + 3] += row[blocks.commitment + c] * share;
    });
  });
  rows.holders.forEach(({ of }, i) => {
    for (const c of of) row[blocks.holder + i] += row[blocks.commitment + c];
  });
  rows.funders.forEach(({ of }, i) => {
    const at = blocks.funder + i * FUNDER_COLUMNS;
    for (const c of of) {
      row[at] += row[blocks.commitment + c];
      row[at + 1] += row[blocks.spent + c];
      row[at + 2] += row[blocks.unspent + c];
    }
  });
}

/** Add the columns of some numbered things to row `i` of a block. */
function addUp(
  from: Float64Array,
  of: readonly number[],
  columns: number,
  row: Float64Array,
  block: number,
  i: number,
): void {
  for (const thing of of) {
    for (let k = 0; k < columns; k++) row[block + i * columns + k] += from[thing * columns + k];
  }
}
