import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Program } from '$lib/simulation/compile.ts';
import {
  BUDGET_LEFT,
  CLOSED_OUT,
  REASONS,
  REFERRED,
  RELATIONSHIPS_BEGUN,
  SERVICE_COLUMNS,
  SPEND,
  STARTED,
  STOPPED_WAITING,
  TURNED_AWAY,
} from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { expectSame, named } from './named-record.ts';
import { renamed, retitled, sideBySide, twiceAsDear } from './renamed.ts';
import { differences, keep, modelOf, programOf, simulate, type Kept } from './simulate.ts';
import { smallPortfolio, type Raw } from './small-portfolio.ts';

const either = fc.oneof(anyPortfolio(), anyPortfolio({ warmUp: '1 year' }));

/** Columns that count pounds. */
const money = [SPEND, BUDGET_LEFT];

const columns = [
  REFERRED,
  STARTED,
  STOPPED_WAITING,
  TURNED_AWAY,
  CLOSED_OUT,
  RELATIONSHIPS_BEGUN,
  SPEND,
];

/** What came of a replication altogether: some columns over services, and endings by reason. */
function sums({ byService, endings }: Kept): number[] {
  const found = new Array<number>(columns.length + REASONS.length).fill(0);
  for (let i = 0; i < byService.length; i += SERVICE_COLUMNS) {
    columns.forEach((column, k) => (found[k] += byService[i + column]));
  }
  endings.forEach((n, i) => (found[columns.length + (i % REASONS.length)] += n));
  return found;
}

/** Means of `sums` over replications, and their standard errors. */
function estimates(program: Program, replications: number): [mean: number, error: number][] {
  const simulation = new Simulation(program);
  const rows = Array.from({ length: replications }, (_none, i) => sums(keep(simulation.run(7, i))));
  return rows[0].map((_value, k) => {
    const values = rows.map((row) => row[k]);
    const mean = values.reduce((a, b) => a + b) / replications;
    const squares = values.reduce((a, b) => a + (b - mean) ** 2, 0);
    return [mean, Math.sqrt(squares / (replications - 1) / replications)];
  });
}

describe('what must not matter', patience, () => {
  it('texts that only people read: not a bit differs', () => {
    fc.assert(
      fc.property(either, (raw) => {
        const [a, b] = [raw, retitled(raw)].map((one) => simulate(programOf(modelOf(one))));
        expect(differences(a, b)).toEqual([]);
      }),
      times(25),
    );
  });

  it('a second portfolio in the same file: not a bit of the first differs', () => {
    fc.assert(
      fc.property(either, (raw) => {
        const alone = programOf(modelOf(raw));
        const both = programOf(modelOf(sideBySide(raw, renamed(raw))));
        const beside = named(simulate(both), both);
        const known = named(simulate(alone), alone);
        const own = [...beside].filter(([key]) => !/(^| )new-/.test(key));
        expectSame(new Map(own), known);
        expect(own.length).toBeLessThan(beside.size);
      }),
      times(25),
    );
  });

  it('other ids: other luck, as luck goes by id, and no other mean', () => {
    let differ = 0;
    fc.assert(
      fc.property(either, (raw) => {
        const [a, b] = [raw, renamed(raw)].map((one) => estimates(programOf(modelOf(one)), 40));
        a.forEach(([mean, error], k) => {
          const [other, otherError] = b[k];
          if (mean !== other) differ++;
          const spread = Math.sqrt(error * error + otherError * otherError);
          // What holds no luck differs by how its sums are rounded.
          const rounding = 1e-12 * Math.abs(mean);
          expect(Math.abs(mean - other)).toBeLessThanOrEqual(5 * spread + rounding);
        });
      }),
      times(10),
    );
    expect(differ).toBeGreaterThan(50);
  });

  it('money twice as dear: twice the spend to the bit, and nothing else differs', () => {
    fc.assert(
      fc.property(either, (raw) => {
        const [a, b] = [raw, twiceAsDear(raw)].map((one) => simulate(programOf(modelOf(one))));
        const halved = b.byService.map((value, i) =>
          money.includes(i % SERVICE_COLUMNS) ? value / 2 : value,
        );
        const half = (pounds: Float64Array) => pounds.map((value) => value / 2);
        const [commitment, gone, bought] = [b.commitment, b.gone, b.bought].map(half);
        const asDear = { byService: halved, commitment, gone, bought };
        expect(differences(a, { ...b, ...asDear })).toEqual([]);
        expect(a.commitment.some((value) => value > 0)).toBe(true);
      }),
      times(25),
    );
  });

  it('the day on which a model starts, where nothing goes by the calendar', () => {
    const allowed = { awards: false };
    fc.assert(
      fc.property(smallPortfolio(allowed), fc.integer({ min: 1, max: 52 }), (raw, weeks) => {
        // Sessions go by weekdays: whole weeks keep them.
        const start = new Date(Date.UTC(2027, 3, 1 + 7 * weeks)).toISOString().slice(0, 10);
        const [a, b] = [raw, { ...raw, start } as Raw].map((one) =>
          simulate(programOf(modelOf(one)), 0, 1_000_000),
        );
        expect(b.followed).toEqual(a.followed);
        expect(a.followed.length).toBeGreaterThan(0);
      }),
      times(25),
    );
  });
});
