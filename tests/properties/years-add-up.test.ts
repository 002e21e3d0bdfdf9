import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureReplication } from '$lib/measures/measure-replication.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { modelOf, programOf, simulate } from './simulate.ts';

const close = (a: number, b: number, what: string) =>
  expect(Math.abs(a - b), what).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(a), Math.abs(b)));

/** Counts that are told a year on the whole, and as they are of each financial year. */
const COUNTS = [
  ...[
    'referred',
    'started',
    'stopped-waiting',
    'turned-away',
    'closed-out',
    'commitment',
    'unspent',
  ],
  ...['relationships-begun', 'cut-short', 'families-begun'],
];

describe('financial years', patience, () => {
  it('add up to the whole, of all services and of those on awards, and months to years', () => {
    let cutShort = 0;
    let split = 0;
    fc.assert(
      fc.property(anyPortfolio({ warmUp: '1 year' }), (raw) => {
        const program = programOf(modelOf(raw));
        const plan = planMeasures(program);
        const totals = new Float64Array(plan.totals);
        const series = new Float64Array(plan.seriesSize);
        const { strata, binEnds, reasons } = plan.endings;
        const endings = new Float64Array(strata.length * binEnds.length * reasons.length);
        const record = simulate(program);
        measureReplication(program, plan, record as never, totals, 0, series, endings);
        const years = program.horizonDays / 365.25;
        const valuesOf = (id: string, kind: string | null, within?: string) =>
          plan.measures
            .filter(({ id: own, by }) => own === id && (by?.kind ?? null) === kind)
            .filter(({ by }) => by?.within?.kind === within)
            .map(({ numerator, scale }) => totals[numerator] * scale);
        const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
        for (const id of COUNTS) {
          close(sum(valuesOf(id, 'year')), sum(valuesOf(id, null)) * years, id);
        }
        for (const id of ['relationships-begun', 'cut-short']) {
          close(sum(valuesOf(id, 'year', 'funding')), sum(valuesOf(id, 'funding')) * years, id);
        }
        const begun = valuesOf('relationships-begun', 'year');
        valuesOf('cut-short', 'year').forEach((cut, y) =>
          expect(cut).toBeLessThanOrEqual(begun[y]),
        );
        for (const within of [undefined, 'funding']) {
          const found = plan.series.find(
            ({ id, by }) => id === 'cut-short-in-month' && by?.kind === within,
          );
          if (!found) continue;
          const months = series.subarray(found.numerator, found.numerator + plan.months);
          const ended = sum(valuesOf('cut-short-in-year', 'year', within));
          expect(ended).toBe(months.reduce((all, one) => all + one, 0));
          cutShort += ended;
          if (within) split++;
        }
      }),
      times(25),
    );
    expect(cutShort).toBeGreaterThan(100);
    expect(split).toBeGreaterThan(0);
  });
});
