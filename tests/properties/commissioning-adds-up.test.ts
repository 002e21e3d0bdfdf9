import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FAMILY_COLUMNS,
  FAMILY_DAYS,
  FAMILY_WORKER_DAYS,
  FILLED_DAYS,
  NOT_ARRIVED,
  NOT_REACHED,
  OFFER_ACCEPTED,
  OFFER_COLUMNS,
  OFFER_MADE,
  OFFER_RECEIVED,
  PASS_ARRIVED,
  PASS_COLUMNS,
  PASS_SENT,
  REASONS,
  ROLE_BEGUN,
  ROLE_COLUMNS,
  ROLE_CUT_SHORT,
  ROLE_FILLED_DAYS,
  ROLE_KEPT_A_YEAR,
  ROLE_TOGETHER_DAYS,
  SERVICE_COLUMNS,
  TURNED_AWAY,
} from '$lib/simulation/replication.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { modelOf, programOf, simulate } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

const close = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(a), Math.abs(b)));

describe('what is recorded by role, way and offer', patience, () => {
  it('adds up to what is recorded by service', () => {
    fc.assert(
      fc.property(anyPortfolio({ warmUp: '1 year' }), (raw) => {
        const program = programOf(modelOf(raw));
        const record = simulate(program);
        const { services, roles } = program.layout;
        const count = services.ids.length;
        const bins = record.endings.length / count;
        for (let s = 0; s < count; s++) {
          let [filled, begun, together] = [0, 0, 0];
          for (let r = roles.first[s]; r < roles.first[s + 1]; r++) {
            const at = (column: number) => record.byRole[r * ROLE_COLUMNS + column];
            filled += at(ROLE_FILLED_DAYS);
            begun += at(ROLE_BEGUN);
            together += at(ROLE_TOGETHER_DAYS);
            expect(at(ROLE_CUT_SHORT)).toBeLessThanOrEqual(at(ROLE_BEGUN));
            expect(at(ROLE_KEPT_A_YEAR)).toBeLessThanOrEqual(at(ROLE_BEGUN));
          }
          let days = 0;
          let notArrived = 0;
          let notLetIn = 0;
          for (let m = 0; m < record.horizonMonths; m++) {
            const row = (m * count + s) * SERVICE_COLUMNS;
            days += record.byService[row + FILLED_DAYS];
            notArrived += record.byService[row + NOT_ARRIVED];
            notLetIn += record.byService[row + NOT_REACHED] + record.byService[row + TURNED_AWAY];
          }
          close(filled, days);
          close(together, record.togetherDays[s]);
          const endings = record.endings.slice(s * bins, (s + 1) * bins);
          expect(bins % REASONS.length).toBe(0);
          expect(begun).toBe(endings.reduce((sum, value) => sum + value, 0));
          let missed = 0;
          for (let from = 0; from < count; from++) {
            const way = (from * count + s) * PASS_COLUMNS;
            missed += record.passes[way + PASS_SENT] - record.passes[way + PASS_ARRIVED];
          }
          // Of those whom a full list or the way there keeps out, some were passed on, others came by themselves.
          expect(missed).toBeGreaterThanOrEqual(notArrived);
          expect(missed).toBeLessThanOrEqual(notArrived + notLetIn);
        }
      }),
      times(25),
    );
  });

  it('has everybody who missed the service that they were passed on to', () => {
    let keptOut = 0;
    fc.assert(
      fc.property(anyPortfolio({ warmUp: '1 year' }), (raw) => {
        // Nobody comes to the last service by themselves, so that all of whom it knows were passed on;
        // its list is short.
        const services = raw.services as Record<string, Raw>;
        const last = Object.keys(services).at(-1)!;
        services[last].list = { 'at-most': 0 };
        for (const group of Object.values(raw.groups as Record<string, Raw>)) {
          group['turn-to'] = { ...(group['turn-to'] as Raw), [last]: '0%' };
        }
        const program = programOf(modelOf(raw));
        const record = simulate(program);
        const { ids } = program.layout.services;
        const s = ids.indexOf(last);
        let lost = 0;
        for (let m = 0; m < record.horizonMonths; m++) {
          const row = (m * ids.length + s) * SERVICE_COLUMNS;
          const kept = record.byService[row + NOT_REACHED] + record.byService[row + TURNED_AWAY];
          lost += record.byService[row + NOT_ARRIVED] + kept;
          keptOut += kept;
        }
        let missed = 0;
        for (let from = 0; from < ids.length; from++) {
          const way = (from * ids.length + s) * PASS_COLUMNS;
          missed += record.passes[way + PASS_SENT] - record.passes[way + PASS_ARRIVED];
        }
        expect(missed).toBe(lost);
      }),
      times(25),
    );
    expect(keptOut).toBeGreaterThan(0);
  });

  it('counts no more support than is accepted of what is offered, and two workers or more beside a family', () => {
    let [refused, nothing] = [0, 0];
    fc.assert(
      fc.property(anyPortfolio({ warmUp: '1 year' }), (raw) => {
        const record = simulate(programOf(modelOf(raw)));
        for (let at = 0; at < record.byOffer.length; at += OFFER_COLUMNS) {
          const accepted = record.byOffer[at + OFFER_ACCEPTED];
          expect(accepted).toBeLessThanOrEqual(record.byOffer[at + OFFER_MADE]);
          expect(record.byOffer[at + OFFER_RECEIVED]).toBeLessThanOrEqual(accepted);
          refused += record.byOffer[at + OFFER_MADE] - accepted;
          nothing += accepted - record.byOffer[at + OFFER_RECEIVED];
        }
        for (let at = 0; at < record.families.length; at += FAMILY_COLUMNS) {
          const days = record.families[at + FAMILY_DAYS];
          const workers = record.families[at + FAMILY_WORKER_DAYS];
          expect(workers).toBeGreaterThanOrEqual(2 * days - 1e-6);
          if (days === 0) expect(workers).toBeCloseTo(0, 6);
        }
      }),
      times(25),
    );
    expect(refused).toBeGreaterThan(0);
    expect(nothing).toBeGreaterThan(0);
  });
});
