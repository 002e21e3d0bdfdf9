/** How long a model must run before its start, so that it does not start half empty. */
import type { Portfolio } from '../portfolio/portfolio.ts';
import { compileProgram, statedWarmUp } from './compile.ts';
import { Simulation } from './simulation.ts';

export interface WarmUp {
  days: number;
  /** False when caseloads still drifted after the longest warm-up allowed. */
  steady: boolean;
  /** Change of the mean number of people in support over the last year judged, as a share. */
  drift: number;
}

const PILOT_SEED = 20270401;
const PILOT_REPLICATIONS = 8;
const STEADY = 0.02;

/**
 * Find the warm-up of a model that asks for "until steady": the first whole
 * number of years after which the people in support changed by less than 2% a
 * year in two years running, over eight pilot replications of the baseline.
 *
 * Deterministic for a model. A model that states its warm-up gets that, and is
 * not judged.
 */
export function findWarmUp(baseline: Portfolio): WarmUp {
  const days = statedWarmUp(baseline);
  if (baseline.warmUp.kind !== 'until steady') return { days, steady: true, drift: 0 };
  const present = meanPresentByYear(baseline, days);
  for (let year = 1; year + 1 < present.length; year++) {
    const before = driftOf(present, year - 1);
    const after = driftOf(present, year);
    if (Math.abs(before) < STEADY && Math.abs(after) < STEADY) {
      return { days: (year + 1) * 365.25, steady: true, drift: after };
    }
  }
  const drift = present.length > 1 ? driftOf(present, present.length - 2) : 1;
  return { days, steady: false, drift };
}

function meanPresentByYear(baseline: Portfolio, days: number): number[] {
  const simulation = new Simulation(compileProgram(baseline, baseline, days));
  const years = new Array<number>(Math.floor(days / 365.25)).fill(0);
  for (let i = 0; i < PILOT_REPLICATIONS; i++) {
    const { warmUpPresent } = simulation.run(PILOT_SEED, i, { until: 0 });
    for (let m = 0; m < years.length * 12; m++) years[Math.floor(m / 12)] += warmUpPresent[m];
  }
  return years;
}

/** Change from one year to the next, as a share; an empty model does not drift. */
function driftOf(present: number[], year: number): number {
  if (present[year] === 0) return present[year + 1] === 0 ? 0 : 1;
  return present[year + 1] / present[year] - 1;
}
