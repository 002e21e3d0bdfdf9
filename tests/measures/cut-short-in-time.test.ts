import { describe, expect, it } from 'vitest';
import { runCase, type KnownRun } from '../known-answers/run-case.ts';
import { modelOf } from '../properties/simulate.ts';
import { oneTeam } from './one-team.ts';

/** One award, which ends with 30 September 2028, half a year into the second of four years, for good. */
const ending = (more: Record<string, unknown> = {}) =>
  runCase(
    modelOf(
      oneTeam({
        more: {
          contracts: {
            money: {
              ...{ funder: 'Nobody', pays: '0 GBP per year', term: '18 months' },
              ...{ 'first-ends': '2028-09-30', decided: '1 month before it ends' },
              ...{ renewed: '0% within a year', 'when-refused': { 'money-lost': '100%' } },
            },
          },
          ...more,
        },
      }),
    ),
    { replications: 3 },
  );

const years = ['2027-28', '2028-29', '2029-30', '2030-31'];

/** What a measure counts in each financial year, replication by replication. */
const byYear = (run: KnownRun, id: string) =>
  years.map((year) => run.measure(id, { kind: 'year', id: year }).over);
const inMonth = (run: KnownRun, month: number) => run.month('cut-short-in-month', month).over;

describe('relationships that the end of an award cuts short', () => {
  it('are all put down to the month and the year in which it ends, and to the years they began in', () => {
    const run = ending({ 'warm-up': '1 day' });
    const [first, second, ...later] = byYear(run, 'relationships-begun');
    for (const begun of [...first, ...second]) expect(begun).toBeGreaterThan(50);
    expect(later.flat()).toEqual([0, 0, 0, 0, 0, 0]);
    // Of those who begin in the first year and the half, nobody is seen to an end of their own.
    expect(byYear(run, 'cut-short')).toEqual([first, second, [0, 0, 0], [0, 0, 0]]);
    // Nobody is there from long before the start: next to nobody came on the one day of the warm-up.
    const before = run.measure('going-at-start').over;
    const all = first.map((begun, i) => before[i] + begun + second[i]);
    expect(byYear(run, 'cut-short-in-year')).toEqual([[0, 0, 0], all, [0, 0, 0], [0, 0, 0]]);
    for (let month = 0; month < 48; month++) {
      expect(inMonth(run, month), `month ${month}`).toEqual(month === 17 ? all : [0, 0, 0]);
    }
  });

  it('count in the month where they began before the start, for 24 months from their beginning', () => {
    const run = ending();
    const ended = inMonth(run, 17);
    const begun = byYear(run, 'cut-short').slice(0, 2);
    ended.forEach((all, i) => {
      // 20 come a month, and 24 months less 18 lie before the start.
      const before = all - begun[0][i] - begun[1][i];
      expect(Math.abs(before - 6 * 20)).toBeLessThan(4 * Math.sqrt(6 * 20));
    });
  });
});
