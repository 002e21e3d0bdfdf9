import { describe, expect, it } from 'vitest';
import { measureReplication } from '$lib/measures/measure-replication.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import type { Change, Portfolio } from '$lib/portfolio/portfolio.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { caseNames, readCase } from './read-case.ts';

/**
 * People who differ for good, where they do not come by the front door: today's
 * caseload, a scenario that begins to say so, and people who come back. The
 * model is `lasting-differences`: 15% a month, gamma with standard deviation 1.5.
 */
const { model } = readCase(caseNames.find((name) => name === 'lasting-differences') as string);
const VARIANCE = 1.5 ** 2;
const HAZARD = 0.15;
const MONTH = 365.25 / 12;

/** Share still there after so many months of a constant rate, of those not yet sorted by it. */
const left = (months: number) => (1 + VARIANCE * HAZARD * months) ** (-1 / VARIANCE);

function portfolioOf(changes: Change[]): Portfolio {
  const { value, findings } = resolve(model.raw, { id: model.id, changes });
  if (!value) throw new Error(findings.map(({ what }) => what).join('\n'));
  return value;
}

/** Mean people in support on a day of each month, over replications. */
function present(
  baseline: Portfolio,
  scenario: Portfolio,
  warmUpDays: number,
  replications: number,
): { monthly: number[]; inSupport: (months: number) => number } {
  const program = compileProgram(baseline, scenario, warmUpDays);
  const plan = planMeasures(program);
  const simulation = new Simulation(program);
  const totals = new Float64Array(plan.totals * replications);
  const series = new Float64Array(plan.seriesSize);
  const { strata, binEnds, reasons } = plan.endings;
  const endings = new Float64Array(strata.length * binEnds.length * reasons.length);
  for (let r = 0; r < replications; r++) {
    const record = simulation.run(7, r, { follow: 0 });
    measureReplication(program, plan, record, totals, r * plan.totals, series, endings);
  }
  const found = plan.series.find(({ id, by }) => id === 'present' && by === null);
  if (!found) throw new Error('No series of people in support.');
  const monthly = Array.from(
    { length: plan.months },
    (_, m) => series[found.numerator + m] / series[found.denominator + m],
  );
  const sum = (index: number) => {
    let all = 0;
    for (let r = 0; r < replications; r++) all += totals[r * plan.totals + index];
    return all;
  };
  const inSupport = (months: number) => {
    const id = `in-support-${months}-months`;
    const measure = plan.measures.find((one) => one.id === id && one.by === null);
    if (!measure) throw new Error(`No measure ${id}.`);
    return sum(measure.numerator) / sum(measure.denominator);
  };
  return { monthly, inSupport };
}

const nobodyNew: Change = { set: 'groups.people.arrive', to: '0 per day' };
const today = (people: number): Change => ({
  set: 'services.team.pathway.0.today',
  to: { people },
});

describe('people who differ for good', () => {
  it('are in a later stage today as those whom the stage before did not lose', () => {
    const before = {
      stage: 'the year before',
      with: 'worker',
      lasts: { exactly: '12 months' },
      leave: 'early-leaving * leaving',
    };
    const portfolio = portfolioOf([
      nobodyNew,
      today(1500),
      { add: 'services.team.pathway.0', as: before },
    ]);
    const { monthly } = present(portfolio, portfolio, 0, 12);
    // Of 1,500 who were kept for a year, so many are kept for another.
    for (const month of [6, 12, 24]) {
      const expected = (1500 * left(12 + month + 0.5)) / left(12);
      const error = Math.sqrt((expected * (1 - expected / 1500)) / 12);
      expect(Math.abs(monthly[month] - expected)).toBeLessThan(4 * error);
    }
  });

  it('are not sorted by what did not depend on it, when a scenario begins to say that they differ', () => {
    const alike: Change[] = [
      nobodyNew,
      today(1500),
      { set: 'rules.leaving.falls-with', to: 'familiarity' },
      { set: 'rules.leaving.familiarity', to: { factor: '1' } },
    ];
    const differ: Change[] = [
      ...alike,
      { set: 'rules.leaving.falls-with', to: 'lasting-differences' },
    ];
    const { monthly } = present(portfolioOf(alike), portfolioOf(differ), 6 * MONTH, 40);
    const atStart = 1500 * Math.exp(-HAZARD * 6);
    for (const month of [0, 6, 12, 24]) {
      const expected = atStart * left(month + 0.5);
      const error = Math.sqrt(expected / 40);
      expect(Math.abs(monthly[month] - expected)).toBeLessThan(4 * error);
    }
  });

  it('leave as readily when they come back', () => {
    const back: Change = {
      set: 'groups.people.comes-back',
      to: { share: '100%', after: { exactly: '1 day' } },
    };
    const once = portfolioOf([]);
    const again = portfolioOf([back, { set: 'groups.people.arrive', to: '0.2 per day' }]);
    const first = present(once, once, 0, 4).inSupport(12);
    // Those who come back are those who leave readily: far fewer of them are kept.
    expect(present(again, again, 0, 4).inSupport(12)).toBeLessThan(first / 2);
  });
});
