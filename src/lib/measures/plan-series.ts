import type { Program } from '../simulation/compile.ts';
import { SERIES_COLUMNS, type Blocks } from './blocks.ts';
import type { Series } from './measure.ts';

type Column = (typeof SERIES_COLUMNS)[number];

/** The series of each service, of those on awards and of all; then one of each criterion. */
export function planSeries(program: Program, blocks: Blocks): Series[] {
  const { months } = blocks;
  const days = blocks.seriesDays;
  const services = blocks.strata.flatMap((by, s): Series[] => {
    const at = (column: Column) =>
      blocks.seriesService + (s * SERIES_COLUMNS.length + SERIES_COLUMNS.indexOf(column)) * months;
    const mean = (id: string, unit: Series['unit'], column = id as Column): Series => ({
      ...{ id, by, unit, shape: 'mean', numerator: at(column), denominator: -1, scale: 1 },
    });
    const overDays = (id: Column): Series => ({
      ...{ id, by, unit: 'people', shape: 'ratio', numerator: at(id), denominator: days, scale: 1 },
    });
    const share = (id: string, over: Column, under: Column): Series => ({
      ...{ id, by, unit: 'per cent', shape: 'ratio' },
      ...{ numerator: at(over), denominator: at(under), scale: 100 },
    });
    return [
      overDays('list'),
      mean('referred', 'people'),
      mean('started', 'people'),
      mean('stopped-waiting', 'people', 'stopped'),
      mean('turned-away', 'people', 'turnedAway'),
      mean('cut-short-in-month', 'relationships', 'cutShort'),
      overDays('present'),
      share('occupancy', 'load', 'room'),
      share('posts-filled', 'filled', 'funded'),
      mean('spend', 'GBP'),
    ];
  });
  const criteria = program.layout.criteria.ids.map((id, c): Series => ({
    ...{ id: 'criterion-days', by: { kind: 'criterion', id }, unit: 'per cent', shape: 'ratio' },
    numerator: blocks.seriesCriterion + (c * 2 + 1) * months,
    denominator: blocks.seriesCriterion + c * 2 * months,
    scale: 100,
  }));
  return [...services, ...criteria];
}
