/**
 * Where a replication's totals stand: blocks of one row a stratum. Plan and
 * measuring both read this, so that they cannot disagree.
 */
import type { Program } from '../simulation/compile.ts';
import {
  CRITERION_COLUMNS,
  FAMILY_COLUMNS,
  OFFER_COLUMNS,
  PASS_COLUMNS,
  OPEN_COLUMNS,
  PEOPLE_COLUMNS,
  REASONS,
  ROLE_COLUMNS,
  SERVICE_COLUMNS,
  STAGE_COLUMNS,
  STAY_COLUMNS,
} from '../simulation/replication.ts';
import { commissioningRows, type CommissioningRows } from './commissioning-rows.ts';
import { peopleRowsOf, type PeopleRow } from './people-rows.ts';
import { financialYearsOf } from './financial-years.ts';
import type { By } from './measure.ts';
import * as yearly from './year-columns.ts';

/** Columns about relationships begun within the horizon, by service. */
export const BEGUN = 0;
export const CUT_SHORT = 1;
export const KEPT = 2; // and the three after it: 3, 6, 12 and 24 months
export const TOGETHER_DAYS = 6;
export const ENDED = 7;
export const NOT_CUT_SHORT = 8;
export const BY_REASON = 9;
/** Columns about relationships going on on a day of the horizon, and about those going on at the start. */
export const OPEN = BY_REASON + REASONS.length;
export const AT_START = OPEN + OPEN_COLUMNS;
export const AT_START_BY_REASON = AT_START + 2;
export const AT_START_CUT_SHORT = AT_START + 1;
export const ENDING_COLUMNS = AT_START_BY_REASON + REASONS.length;

/** Posts filled times days: all, with lived experience, by volunteers. */
export const WORKFORCE_COLUMNS = 3;
/** Of a provider: money spent, relationships begun, those cut short, costs that no award pays. */
export const PROVIDER_COLUMNS = 4;
/** Of a funder: money committed, money spent, what is left of the one. */
export const FUNDER_COLUMNS = 3;

/** Series by service, then one for criteria. */
export const SERIES_COLUMNS = [
  'list',
  'referred',
  'started',
  'stopped',
  'turnedAway',
  'cutShort',
  'present',
  'load',
  'room',
  'filled',
  'funded',
  'spend',
] as const;

/** By stratum, of the time of paid posts: lost to setting up, to vacancies, to winding down, in all. */
export const LOST_SET_UP = 0;
export const LOST_VACANT = 1;
export const LOST_WIND_DOWN = 2;
export const LOST = 3;
export const LOST_COLUMNS = 4;

/** Months of a stretch over which a list is kept replication by replication; the last may be shorter. */
export const BAND_MONTHS = 3;

export interface Blocks {
  services: number;
  /** What rows of the service, ending and series blocks stand for; the last is all together. */
  strata: (By | null)[];
  /** Rows that a service's numbers are added to. */
  rowsOf: number[][];
  homes: number;
  groups: number;
  /** What rows of the people and criterion blocks stand for; the last is all together. */
  people: PeopleRow[];
  criteria: number;
  contracts: number;
  years: number;
  /** Rows of each financial year: the strata that are no single service. */
  yearRows: number;
  /** First index of each block; the row after the last stratum is all together. */
  service: number;
  person: number;
  criterion: number;
  ending: number;
  stay: number;
  /** A row for each stage; they belong to one service each, so none is all together. */
  stage: number;
  commitment: number;
  /** [(year * yearRows + row) * yearly.COLUMNS + column] */
  year: number;
  /** Spend of each financial year by service. */
  yearSpend: number;
  /** Capacity paid for and lost, by stratum. */
  lost: number;
  /** Spend by contract. */
  spent: number;
  /** Money of ended awards: moved elsewhere, lost. */
  gone: number;
  /** Committed and not spent, by contract and all together. */
  unspent: number;
  /** Days on which both of a family are supported, and how often that began. */
  families: number;
  /** Rows of the blocks about commissioning, and the first index of each. */
  rows: CommissioningRows;
  workforce: number;
  relationship: number;
  provider: number;
  holder: number;
  /** By funder: money committed, spent and not spent. */
  funder: number;
  link: number;
  offer: number;
  /** Mean list of each stretch of months, by stratum. */
  listBand: number;
  stretches: number;
  /** Always 1: the denominator of what is per replication. */
  one: number;
  totals: number;
  /** Months of a series. */
  months: number;
  seriesService: number;
  seriesCriterion: number;
  seriesDays: number;
  seriesSize: number;
}

/**
 * Strata of services: each by itself, those paid by awards that end, all.
 *
 * "Awards" is left out where it would be the same as all or empty. How a
 * service is paid is taken from the baseline, so that a stratum holds the same
 * services in every scenario; a service that only the scenario has, from there.
 */
function strataOf(program: Program): Pick<Blocks, 'strata' | 'rowsOf'> {
  const { ids } = program.layout.services;
  const isOnAward = ids.map((_id, s) => {
    const terms = program.before.serviceOn[s] === 1 ? program.before : program.after;
    return terms.recurrent[terms.serviceContract[s]] === 0;
  });
  const strata: (By | null)[] = ids.map((id) => ({ kind: 'service', id }));
  const splits = isOnAward.includes(true) && isOnAward.includes(false);
  if (splits) strata.push({ kind: 'funding', id: 'awards' });
  strata.push(null);
  const rowsOf = ids.map((_id, s) =>
    splits && isOnAward[s] ? [s, ids.length, ids.length + 1] : [s, strata.length - 1],
  );
  return { strata, rowsOf };
}

export function blocksOf(program: Program): Blocks {
  const { layout } = program;
  const services = layout.services.ids.length;
  const { strata, rowsOf } = strataOf(program);
  const homes = layout.localities.ids.length;
  const groups = layout.groups.ids.length;
  const people = peopleRowsOf(program);
  const criteria = layout.criteria.ids.length;
  const contracts = layout.contracts.ids.length;
  const years = financialYearsOf(program).length;
  const yearRows = strata.length - services;
  const months = program.horizonMonths;
  const stretches = Math.ceil(months / BAND_MONTHS);
  const rows = commissioningRows(program);
  let at = 0;
  const take = (rows: number, columns: number) => {
    const first = at;
    at += rows * columns;
    return first;
  };
  const totals = {
    service: take(strata.length, SERVICE_COLUMNS),
    person: take(people.length, PEOPLE_COLUMNS),
    criterion: take(criteria * people.length, CRITERION_COLUMNS),
    ending: take(strata.length, ENDING_COLUMNS),
    stay: take(strata.length, STAY_COLUMNS),
    stage: take(layout.stages.ids.length, STAGE_COLUMNS),
    commitment: take(contracts + 1, 1),
    lost: take(strata.length, LOST_COLUMNS),
    spent: take(contracts, 1),
    gone: take(2, 1),
    year: take(years * yearRows, yearly.COLUMNS),
    yearSpend: take(years, services),
    unspent: take(contracts + 1, 1),
    families: take(FAMILY_COLUMNS, 1),
    workforce: take(1, WORKFORCE_COLUMNS),
    relationship: take(rows.relationships.length, ROLE_COLUMNS),
    provider: take(rows.providers.length, PROVIDER_COLUMNS),
    holder: take(rows.holders.length, 1),
    funder: take(rows.funders.length, FUNDER_COLUMNS),
    link: take(rows.links.length, PASS_COLUMNS),
    offer: take(rows.offers.length, OFFER_COLUMNS),
    listBand: take(strata.length, stretches),
    one: take(1, 1),
  };
  const size = at;
  at = 0;
  const series = {
    seriesService: take(strata.length * SERIES_COLUMNS.length, months),
    seriesCriterion: take(criteria * 2, months),
    seriesDays: take(1, months),
  };
  return {
    services,
    strata,
    rowsOf,
    homes,
    groups,
    people,
    criteria,
    contracts,
    years,
    yearRows,
    rows,
    stretches,
    ...totals,
    totals: size,
    months,
    ...series,
    seriesSize: at,
  };
}
