import { describe, expect, it } from 'vitest';
import { financialYearOf } from '$lib/simulation/months.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import {
  BUDGET_LEFT,
  FILLED_DAYS,
  LOAD_DAYS,
  PLACEMENTS_BOUGHT,
  SERVICE_COLUMNS,
  SPEND,
} from '$lib/simulation/replication.ts';
import { runCase } from '../known-answers/run-case.ts';
import { modelOf, programOf, simulate } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

const YEARLY = 400_000;
const WORN = 1 / 1.05;

/** Whether a financial year has a 29 February in it. */
const isLeap = (year: number) => year % 4 === 3;

/** A team that is paid £400,000 a year, all for placements, where prices rise by 5% a year. */
function awards(award: Raw, more: Raw = {}, arrive = '0 per month'): Raw {
  return {
    ...oneTeam({
      group: { arrive },
      role: { posts: 1 },
      service: {
        places: {
          rehab: { name: 'Away', price: '1000 GBP each', budget: `${YEARLY} GBP per year` },
        },
      },
      stage: { holds: 'rehab' },
    }),
    horizon: '6 years',
    'warm-up': 'none',
    rules: { inflation: '5% per year' },
    contracts: {
      money: {
        ...{ funder: 'Nobody', pays: `${YEARLY} GBP per year`, decided: '0 days before it ends' },
        ...{ renewed: '100% within a year', ...award },
      },
    },
    ...more,
  };
}

/** What is left of each financial year's budget, which is all of it, by the year it begins in. */
function budgets(raw: Raw): Record<number, number> {
  const program = programOf(modelOf(raw));
  const { byService, months, monthStarts } = simulate(program);
  const left: Record<number, number> = {};
  for (let m = 0; m < months; m++) {
    const year = financialYearOf(program.startDay + monthStarts[m]);
    left[year] = (left[year] ?? 0) + byService[m * SERVICE_COLUMNS + BUDGET_LEFT];
  }
  return left;
}

describe('the money that awards have for placements', () => {
  it.each(['1 year', '2 years', '5 years'])(
    'is left unspent on every last day of March within a horizon of %s',
    (horizon) => {
      const raw = awards({ term: 'recurrent' }, { horizon, rules: {} });
      const run = runCase(modelOf(raw), { replications: 1 });
      // The last of them is the last day of the horizon, whichever hour it ends at.
      expect(run.measure('budget-left').over[0]).toBeCloseTo(YEARLY, 6);
    },
  );

  it('is whole again in the year that a new award begins with', () => {
    const left = budgets(awards({ term: '24 months', 'first-ends': '2028-03-31' }));
    expect(left[2027]).toBe(YEARLY);
    for (const first of [2028, 2030, 2032]) {
      expect(left[first]).toBeCloseTo(YEARLY, 6);
      if (first < 2032) expect(left[first + 1]).toBeCloseTo(YEARLY * WORN, -3);
    }
  });

  it('is whole for the rest of the year where an award begins in the middle of one', () => {
    const left = budgets(awards({ term: '12 months', 'first-ends': '2027-09-30' }));
    // April to September, 183 days, at what the award that began the October before still buys.
    for (const year of [2028, 2029, 2030, 2031]) {
      const worn = 1.05 ** (-(isLeap(year - 1) ? 183 : 182) / 365.25);
      const days = isLeap(year) ? 366 : 365;
      expect(left[year]).toBeCloseTo((YEARLY * (worn * 183 + (days - 183))) / days, 6);
    }
    expect(left[2027]).toBe(YEARLY);
  });

  it.each(['12 months', '24 months'])(
    'is never spent before a new award that buys less than the old one: %s',
    (term) => {
      const rising = { term, 'first-ends': '2027-09-30', uplift: '15% per year' };
      const left = budgets(awards(rising));
      const program = programOf(modelOf(awards(rising, {}, '60 per month')));
      const { byService, months, monthStarts } = simulate(program);
      const spent: Record<number, number> = {};
      for (let m = 0; m < months; m++) {
        const year = financialYearOf(program.startDay + monthStarts[m]);
        const at = m * SERVICE_COLUMNS;
        const bought = 1000 * byService[at + PLACEMENTS_BOUGHT];
        spent[year] = (spent[year] ?? 0) + bought + byService[at + BUDGET_LEFT];
        expect(byService[at + BUDGET_LEFT]).toBeGreaterThanOrEqual(0);
      }
      // Where more people come than it buys, what they leave and what was bought is the whole of it.
      for (const year of [2028, 2029, 2030, 2031]) {
        const endsNow = term === '12 months' || year % 2 === 1;
        const began = endsNow && term === '24 months' ? year - 2 : year - 1;
        const days = (Date.UTC(year, 3, 1) - Date.UTC(began, 9, 1)) / 86_400_000;
        const risen = (1.15 / 1.05) ** (days / 365.25);
        const after = endsNow ? 1 - 183 / (isLeap(year) ? 366 : 365) : 0;
        const all = YEARLY * (risen * (1 - after) + after);
        expect(left[year]).toBeCloseTo(all, 6);
        expect(spent[year]).toBeCloseTo(all, 6);
      }
    },
  );

  it('is that of the rest of the year where an award begins after a gap', () => {
    const gap = {
      ...{ term: '24 months', 'first-ends': '2028-06-30', renewed: '0% within a year' },
      'when-refused': {
        're-tendered': {
          share: '100%',
          after: { exactly: '92 days' },
          'staff-who-transfer': '0%',
        },
      },
    };
    const left = budgets(awards(gap, { horizon: '2 years' }));
    // The new award begins on 1 October.
    expect(left[2028]).toBeCloseTo((YEARLY * 182) / 365, 6);
  });

  it.each(['3 months', '0 days'])('buys nothing once a refused award is over: %s', (notice) => {
    const refused = {
      ...{ term: '24 months', 'first-ends': '2028-03-31', decided: `${notice} before it ends` },
      ...{ renewed: '0% within a year', 'when-refused': { 'money-lost': '100%' } },
    };
    const { byService, months } = simulate(programOf(modelOf(awards(refused, {}, '50 per month'))));
    const bought = (m: number) => byService[m * SERVICE_COLUMNS + PLACEMENTS_BOUGHT];
    let all = 0;
    for (let m = 0; m < months; m++) all += bought(m);
    expect(all).toBe(400);
    expect(bought(12)).toBe(0);
  });

  it('comes back at the price that was paid for it', () => {
    // The scenario has no money, and no refund buys a place at its price: all that moves comes back.
    const raw = awards(
      { term: '24 months', 'first-ends': '2028-03-31' },
      {
        'warm-up': '1 year',
        services: oneTeam({
          role: { posts: 1 },
          service: {
            places: {
              rehab: { name: 'Away', price: '1000 GBP each', budget: '4000000 GBP per year' },
            },
          },
          stage: {
            ...{ holds: 'rehab', lasts: { exactly: '60 days' } },
            'ends-early': { share: '100%', refund: '50%' },
          },
        }).services,
      },
      '50 per month',
    );
    const changes: Change[] = [
      { set: 'services.team.places.rehab.budget', to: '0 GBP per year' },
      { set: 'services.team.places.rehab.price', to: '1000000 GBP each' },
    ];
    const { byService, bought } = simulate(programOf(modelOf(raw), changes));
    let spent = 0;
    for (let at = SPEND; at < byService.length; at += SERVICE_COLUMNS) spent += byService[at];
    const present = -spent / 500;
    expect(Number.isInteger(present)).toBe(true);
    // 50 come a month, and stay for a month.
    expect(present).toBeGreaterThan(25);
    expect(present).toBeLessThan(80);
    expect(bought[0]).toBe(spent);
  });
});

/** Posts filled, people held and pounds spent on an ordinary day of a month. */
function ordinaryDay(raw: Raw, month: number) {
  const { byService, monthStarts } = simulate(programOf(modelOf(raw)));
  const days = monthStarts[month + 1] - monthStarts[month];
  const of = (column: number) => byService[month * SERVICE_COLUMNS + column] / days;
  return { filled: of(FILLED_DAYS), held: of(LOAD_DAYS), spent: of(SPEND) };
}

describe('posts that were filled in part because prices had risen', () => {
  const posts = { posts: 10, caseload: 10, cost: '36525 GBP per year', leave: '40% per year' };
  const team = (award: Raw) =>
    oneTeam({
      group: { arrive: '200 per month' },
      role: { ...posts, replaced: { exactly: '0 days' } },
      more: {
        ...{ 'warm-up': 'none', rules: { inflation: '10% per year' } },
        contracts: {
          money: {
            ...{ funder: 'Nobody', pays: '365250 GBP per year', 'first-ends': '2029-03-31' },
            ...{ term: '24 months', decided: '3 months before it ends', ...award },
          },
        },
      },
    });
  const refused = (end: unknown, transfer: string) => ({
    ...{ renewed: '0% within a year', 'at-an-unrenewed-end': end },
    'when-refused': {
      're-tendered': {
        share: '100%',
        after: { exactly: '10 days' },
        'staff-who-transfer': transfer,
      },
    },
  });

  it.each<[string, Raw]>([
    ['renewed', { renewed: '100% within a year' }],
    ['tendered again, and staff transfer', refused('stop', '100%')],
    [
      'tendered again while people are seen through',
      refused({ 'see-people-through': '1 year' }, '0%'),
    ],
  ])('are whole from the first day of the award that follows: %s', (_how, award) => {
    const raw = team(award);
    const before = ordinaryDay(raw, 23);
    expect(before.filled).toBeLessThan(9);
    expect(before.held).toBeLessThan(90);
    // The month after the next, for the gap lies in that.
    const after = ordinaryDay(raw, 25);
    expect(after.filled).toBeGreaterThan(9.8);
    expect(after.spent).toBeCloseTo(after.filled * 100, 6);
    expect(after.held).toBeGreaterThan(after.filled * 10 - 3);
  });
});

/** Pounds in all, over the horizon, of what contracts are promised and of what is gone. */
function money(raw: Raw) {
  const { commitment, gone, horizonMonths } = simulate(programOf(modelOf(raw)));
  const committed = commitment.slice(0, horizonMonths).reduce((sum, one) => sum + one, 0);
  return { committed, moved: gone[0], lost: gone[1] };
}

describe('what awards are promised, and what is gone', () => {
  it('is worth less from day to day as prices rise, and whole again with the next award', () => {
    const raw = awards({ term: '24 months', 'first-ends': '2028-03-31' });
    const { committed } = money(raw);
    // Days of each award up to the horizon; an hour at a time, at the prices of the middle of it.
    let sum = 0;
    for (const days of [366, 730, 731, 364.5]) {
      for (let hour = 0; hour < days * 24; hour++) {
        sum += (YEARLY / 365.25 / 24) * 1.05 ** (-(hour + 0.5) / 24 / 365.25);
      }
    }
    expect(committed / sum).toBeCloseTo(1, 9);
  });

  const refused = { term: '24 months', 'first-ends': '2028-03-31', renewed: '0% within a year' };
  const without = { rules: { inflation: '0% per year' }, horizon: '5 years' };

  it.each(['stop', '6 months', '12 months', '24 months'])(
    'is all that the award would have paid on, less what seeing people through takes: %s',
    (through) => {
      const raw = oneTeam({
        group: { arrive: '5 per month' },
        role: { posts: 3, caseload: 500, cost: '40000 GBP per year' },
      });
      const end = through === 'stop' ? through : { 'see-people-through': through };
      for (const to of ['moved', 'lost'] as const) {
        const contracts = {
          money: {
            ...{ funder: 'Nobody', pays: `${YEARLY} GBP per year`, ...refused },
            ...{ decided: '3 months before it ends', 'at-an-unrenewed-end': end },
            'when-refused': { [`money-${to}`]: '100%' },
          },
        };
        const found = money({ ...raw, ...without, contracts });
        const [days, ended] = [5 * 365.25, 366];
        const paidOn = (YEARLY * (days - ended)) / 365.25;
        const staff = found.committed - (YEARLY * ended) / 365.25;
        expect(found[to] + staff).toBeCloseTo(paidOn, 4);
        expect(found[to === 'lost' ? 'moved' : 'lost']).toBe(0);
        if (through === 'stop') expect(staff).toBeCloseTo(0, 4);
        else expect(staff).toBeGreaterThan(15_000);
      }
    },
  );
});
