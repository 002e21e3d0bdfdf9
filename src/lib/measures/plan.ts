/** The measures of a program: which total each is made of, and what it is split by. */
import type { Program } from '../simulation/compile.ts';
import * as record from '../simulation/replication.ts';
import { BAND_MONTHS, blocksOf } from './blocks.ts';
import { catalogue } from './catalogue.ts';
import type { Measure, MeasurePlan } from './measure.ts';
import type { Add } from './plan-add.ts';
import { addCriteria, addPeople } from './plan-people.ts';
import { addFamilies, addMoney } from './plan-money.ts';
import { planGaps } from './plan-gaps.ts';
import { planSeries } from './plan-series.ts';
import { addServices, addStages } from './plan-services.ts';
import { planCommissioning } from './measure-commissioning.ts';

const HEADLINES = new Set<string>([
  'cut-short-per-100',
  'kept-a-worker-a-year',
  'wait-mean',
  'started-by-21-days',
  'criterion-reached',
  'spend',
]);

/** Lay out the totals of a program's replications and the measures read from them. */
export function planMeasures(program: Program): MeasurePlan {
  const blocks = blocksOf(program);
  const measures: Measure[] = [];
  const add: Add = (id, by, numerator, denominator, scale) => {
    const { unit, better } = catalogue[id];
    measures.push({
      id,
      by,
      unit,
      shape: denominator < 0 ? 'mean' : 'ratio',
      numerator,
      denominator,
      scale,
      better,
      headline:
        HEADLINES.has(id) &&
        (by === null || by.kind === 'criterion' || by.kind === 'funding') &&
        !by?.within,
    });
  };
  addServices(program, blocks, add);
  addStages(program, blocks, add);
  addPeople(program, blocks, add);
  addCriteria(program, blocks, add);
  addMoney(program, blocks, add);
  addFamilies(program, blocks, add);
  planCommissioning(program, blocks, add);
  return {
    measures,
    gaps: planGaps(measures),
    totals: blocks.totals,
    series: planSeries(program, blocks),
    bands: blocks.strata.map((by, s) => ({
      id: 'list',
      by,
      months: BAND_MONTHS,
      first: blocks.listBand + s * blocks.stretches,
      count: blocks.stretches,
    })),
    months: blocks.months,
    warmUpDays: program.warmUpDays,
    seriesSize: blocks.seriesSize,
    endings: {
      strata: blocks.strata,
      binEnds: Array.from(record.makeBinEnds(program.horizonDays + program.runOutDays)),
      reasons: [...record.REASONS],
    },
  };
}
