import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureReplication } from '$lib/measures/measure-replication.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import { FILLED_DAYS, FUNDED_DAYS, SERVICE_COLUMNS, SPEND } from '$lib/simulation/replication.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { modelOf, programOf, simulate } from './simulate.ts';
import { smallPortfolio } from './small-portfolio.ts';

const close = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a), Math.abs(b)));

describe('money adds up', patience, () => {
  it('over services, contracts and financial years', () => {
    fc.assert(
      fc.property(anyPortfolio({ warmUp: '1 year' }), (raw) => {
        const program = programOf(modelOf(raw));
        const plan = planMeasures(program);
        const totals = new Float64Array(plan.totals);
        const { strata, binEnds, reasons } = plan.endings;
        measureReplication(
          program,
          plan,
          simulate(program) as never,
          totals,
          0,
          new Float64Array(plan.seriesSize),
          new Float64Array(strata.length * binEnds.length * reasons.length),
        );
        const sum = (id: string, kind: string | null) =>
          plan.measures
            .filter(({ id: own, by }) => own === id && (by?.kind ?? null) === kind && !by?.within)
            .reduce((all, { numerator, scale }) => all + totals[numerator] * scale, 0);
        close(sum('spend', 'service'), sum('spend', null));
        close(sum('spend', 'contract'), sum('spend', null));
        for (const id of ['commitment', 'spend', 'unspent'])
          close(sum(id, 'funder'), sum(id, null));
        close(sum('unspent', 'contract'), sum('unspent', null));
        close(sum('unspent', null), sum('commitment', null) - sum('spend', null));
        close(sum('commitment', 'contract'), sum('commitment', null));
        const years = program.horizonDays / 365.25;
        close(sum('spend-in-year', 'year'), sum('spend', null) * years);
      }),
      times(25),
    );
  });

  it('never fills more posts than are paid for', () => {
    fc.assert(
      fc.property(anyPortfolio({ warmUp: '1 year' }), (raw) => {
        const { byService } = simulate(programOf(modelOf(raw)));
        for (let row = 0; row < byService.length; row += SERVICE_COLUMNS) {
          const filled = byService[row + FILLED_DAYS];
          expect(filled).toBeGreaterThanOrEqual(0);
          expect(filled).toBeLessThanOrEqual(byService[row + FUNDED_DAYS] + 1e-6);
        }
      }),
      times(25),
    );
  });

  it('is what filled posts and the running of services cost, on recurrent money', () => {
    fc.assert(
      fc.property(smallPortfolio({ awards: false }), (raw) => {
        const program = programOf(modelOf(raw));
        const record = simulate(program);
        const { ids } = program.layout.services;
        for (let m = 0; m < record.months; m++) {
          const days = record.monthStarts[m + 1] - record.monthStarts[m];
          ids.forEach((_id, s) => {
            const row = (m * ids.length + s) * SERVICE_COLUMNS;
            const filled = record.byService[row + FILLED_DAYS];
            close(record.byService[row + SPEND], (filled * 40_000 + days * 5000) / 365.25);
          });
        }
      }),
      times(25),
    );
  });
});
