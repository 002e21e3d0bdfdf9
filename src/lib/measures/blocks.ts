/**
 * Where a replication's totals stand: blocks of one row a stratum. Plan and
 * measuring both read this, so that they cannot disagree.
 */
import type { Program } from '../simulation/compile.ts';
import {
  CRITERION_COLUMNS,
  HOME_COLUMNS,
  REASONS,
  SERVICE_COLUMNS,
} from '../simulation/replication.ts';
import { financialYearsOf } from './financial-years.ts';

/** Columns about relationships begun within the horizon, by service. */
export const BEGUN = 0;
export const CUT_SHORT = 1;
export const KEPT = 2; // and the three after it: 3, 6, 12 and 24 months
export const TOGETHER_DAYS = 6;
export const ENDED = 7;
export const NOT_CUT_SHORT = 8;
export const BY_REASON = 9;
export const ENDING_COLUMNS = BY_REASON + REASONS.length;

/** Months together at which it is asked whether people still have their worker. */
export const LANDMARK_MONTHS = [3, 6, 12, 24];

/** Series by service, then one for criteria. */
export const SERIES_COLUMNS = ['list', 'started', 'present', 'filled', 'funded', 'spend'] as const;

export interface Blocks {
  services: number;
  homes: number;
  criteria: number;
  contracts: number;
  years: number;
  /** First index of each block; the row after the last stratum is all together. */
  service: number;
  home: number;
  criterion: number;
  ending: number;
  /** Ended relationships of all services together. */
  endedAll: number;
  commitment: number;
  year: number;
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

export function blocksOf(program: Program): Blocks {
  const { layout } = program;
  const services = layout.services.ids.length;
  const homes = layout.localities.ids.length;
  const criteria = layout.criteria.ids.length;
  const contracts = layout.contracts.ids.length;
  const years = financialYearsOf(program).length;
  const months = program.horizonMonths;
  let at = 0;
  const take = (rows: number, columns: number) => {
    const first = at;
    at += rows * columns;
    return first;
  };
  const totals = {
    service: take(services + 1, SERVICE_COLUMNS),
    home: take(homes + 1, HOME_COLUMNS),
    criterion: take(criteria * (homes + 1), CRITERION_COLUMNS),
    ending: take(services + 1, ENDING_COLUMNS),
    commitment: take(contracts + 1, 1),
    year: take(years, 1),
    one: take(1, 1),
  };
  const size = at;
  at = 0;
  const series = {
    seriesService: take((services + 1) * SERIES_COLUMNS.length, months),
    seriesCriterion: take(criteria * 2, months),
    seriesDays: take(1, months),
  };
  return {
    services,
    homes,
    criteria,
    contracts,
    years,
    ...totals,
    endedAll: totals.ending + services * ENDING_COLUMNS + ENDED,
    totals: size,
    months,
    ...series,
    seriesSize: at,
  };
}
