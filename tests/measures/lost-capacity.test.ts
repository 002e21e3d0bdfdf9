import { describe, expect, it } from 'vitest';
import { estimateOf, zOf } from '../known-answers/estimate.ts';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

const award = (more: Raw) => ({
  contracts: {
    money: {
      ...{ funder: 'Nobody', pays: '1000000 GBP per year', term: '12 months' },
      ...{
        'first-ends': '2028-03-31',
        decided: '0 days before it ends',
        renewed: '0% within a year',
      },
      'when-refused': {
        're-tendered': { share: '100%', after: { exactly: '0 days' }, 'staff-who-transfer': '0%' },
      },
      ...more,
    },
  },
});

/** Shares of paid capacity, and what they are lost to. */
function lost(raw: Raw, replications = 10) {
  const run = runCase(modelOf(raw), { replications });
  const of = (id: string) => estimateOf(run.measure(id));
  const [all, setUp, vacant, windDown] = ['', '-to-set-up', '-to-vacancies', '-to-wind-down'].map(
    (part) => of(`capacity-lost${part}`),
  );
  expect(setUp.value + vacant.value + windDown.value).toBeCloseTo(all.value, 9);
  return { all, setUp, vacant, windDown, filled: of('posts-filled') };
}

describe('paid capacity', () => {
  it('is lost to vacancies alone where workers leave and money lasts', patience, () => {
    const role = { posts: 100, leave: '100% per year', replaced: { mean: '60 days' } };
    const { all, vacant, setUp, windDown } = lost(oneTeam({ role }), 40);
    const share = (100 * 60) / (365.25 + 60);
    expect(Math.abs(zOf(vacant, share))).toBeLessThan(4);
    expect(4 * vacant.standardError).toBeLessThan(0.05 * share);
    expect([setUp.value, windDown.value]).toEqual([0, 0]);
    expect(all.value).toBe(vacant.value);
  });

  it('is lost to setting up after every new award', () => {
    const role = { posts: 4, leave: '0% per year', replaced: { exactly: '30 days' } };
    const raw = oneTeam({ role, more: award({}) });
    const { setUp, vacant, windDown, filled } = lost(raw);
    // Four years hold three new beginnings: the horizon ends as the fourth comes.
    expect(setUp.value).toBeCloseTo((100 * 3 * 30) / 1461, 6);
    expect(filled.value).toBeCloseTo(100 - setUp.value, 9);
    expect([vacant.value, windDown.value]).toEqual([0, 0]);
  });

  it('is lost to winding down where posts are held and free places shut', () => {
    const role = { posts: 4, caseload: 10, leave: '0% per year', replaced: { exactly: '0 days' } };
    const group = { arrive: '0 per month' };
    const stop = award({ 'new-people-stop': '2 months' });
    const { windDown, setUp, vacant } = lost(oneTeam({ role, group, more: stop }));
    // Nobody comes, so that all of the last two months of each award stands free.
    expect(windDown.value).toBeGreaterThan((100 * 4 * 59) / 1461);
    expect(windDown.value).toBeLessThan((100 * 4 * 62) / 1461);
    expect([setUp.value, vacant.value]).toEqual([0, 0]);
  });
});

describe('paid capacity between two awards', () => {
  it.each([1, 1.2, 0.7])('is lost to nothing but setting up, whatever people weigh: %d', (load) => {
    const role = { posts: 4, caseload: 10, leave: '0% per year', replaced: { exactly: '30 days' } };
    const ends = {
      'when-refused': {
        're-tendered': { share: '100%', after: { exactly: '90 days' }, 'staff-who-transfer': '0%' },
      },
    };
    const stage = { load, lasts: { mean: '3 months' } };
    const { setUp, vacant, windDown } = lost(oneTeam({ role, stage, more: award(ends) }));
    // Nobody is seen through or moves over, so that nothing is paid for in the gap.
    expect([vacant.value, windDown.value]).toEqual([0, 0]);
    // Of four years, three gaps are paid for by nobody; 30 days of setting up follow each.
    expect(setUp.value).toBeCloseTo((100 * 3 * 30) / (1461 - 3 * 90), 9);
  });
});

describe('money', () => {
  it('of refused awards is moved elsewhere or lost, by its shares', patience, () => {
    const role = { posts: 4, leave: '0% per year', replaced: { exactly: '0 days' } };
    const refused = { 'when-refused': { 'money-moved': '25%', 'money-lost': '75%' } };
    const run = runCase(modelOf(oneTeam({ role, more: award(refused) })), { replications: 400 });
    const [moved, gone] = ['money-moved', 'money-lost'].map((id) => run.measure(id).over);
    const share = estimateOf({ over: moved, under: moved.map((x, i) => x + gone[i]) });
    expect(Math.abs(zOf(share, 0.25))).toBeLessThan(4);
    // One award of four years is paid, and three years of a million are gone.
    expect((moved[0] + gone[0]) * 4).toBeCloseTo(3_000_000, -4);
  });

  it('promised for placements and not spent is told in March', () => {
    const raw = oneTeam({});
    (raw.services as Record<string, Raw>).team.places = {
      rooms: { price: '1000 GBP each', budget: '12000 GBP per financial year' },
    };
    const run = runCase(modelOf(raw), { replications: 10 });
    // Nobody's stage uses them.
    expect(estimateOf(run.measure('budget-left')).value).toBeCloseTo(12000, 6);
    expect(estimateOf(run.measure('placements-bought')).value).toBe(0);
  });
});
