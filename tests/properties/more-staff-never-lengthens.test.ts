import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patience, times } from './how-often.ts';
import { modelOf, programOf, simulate, type Kept } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** One team, first come, first served; nobody stops waiting, no worker leaves. */
function oneTeam(made: {
  arrive: number;
  weeks: number;
  law: string;
  posts: number;
  places: number;
}) {
  const weeks = `${made.weeks} weeks`;
  const lasts = made.law === 'exactly' ? { exactly: weeks } : { mean: weeks };
  return {
    bide: 1,
    title: 'One team',
    question: 'Who waits?',
    notice: 'Made up by a test.',
    start: '2027-04-01',
    horizon: '3 years',
    'warm-up': '1 year',
    prices: 'none',
    localities: { town: { name: 'Town', people: 5000 } },
    groups: {
      people: {
        name: 'People',
        arrive: `${made.arrive} per month`,
        live: { town: '100%' },
        patience: 'open-ended',
        'other-life-events': '0% per year',
        'turn-to': { team: '100%' },
      },
    },
    services: {
      team: {
        name: 'Team',
        kind: 'team',
        provider: { name: 'Nobody', sector: 'third', size: 'local' },
        'paid-by': 'money',
        roles: { worker: { posts: made.posts, caseload: made.places, cost: '0 GBP per year' } },
        pathway: [{ stage: 'support', with: 'worker', lasts }],
      },
    },
    contracts: { money: { funder: 'Nobody', pays: '0 GBP per year', term: 'recurrent' } },
  } satisfies Raw;
}

/** Days each person waited; Infinity for those who still wait at the end. */
const waits = ({ followed }: Kept) =>
  followed.map(({ arrives, relationships }) => (relationships[0]?.from ?? Infinity) - arrives);

describe('first come, first served, with nobody who stops waiting', patience, () => {
  it('one worker more lengthens nobody’s wait', () => {
    const teams = fc.record({
      arrive: fc.integer({ min: 2, max: 30 }),
      weeks: fc.integer({ min: 2, max: 30 }),
      law: fc.constantFrom('exactly', 'mean'),
      posts: fc.integer({ min: 1, max: 4 }),
      places: fc.integer({ min: 1, max: 12 }),
    });
    let shorter = 0;
    fc.assert(
      fc.property(teams, (team) => {
        const before = waits(simulate(programOf(modelOf(oneTeam(team))), 0, 1_000_000));
        const more = { ...team, posts: team.posts + 1 };
        const after = waits(simulate(programOf(modelOf(oneTeam(more))), 0, 1_000_000));
        expect(after).toHaveLength(before.length);
        before.forEach((wait, i) => {
          expect(after[i]).toBeLessThanOrEqual(wait + 1e-6);
          if (after[i] < wait - 1) shorter++;
        });
      }),
      times(25),
    );
    expect(shorter).toBeGreaterThan(100);
  });
});

describe('twice the people and twice the places', patience, () => {
  it('are twice the starts, and no longer waits', () => {
    const one = { arrive: 10, weeks: 12, law: 'mean', posts: 2, places: 16 };
    const both = [one, { ...one, arrive: 20, posts: 4 }].map((team) => {
      const program = programOf(modelOf(oneTeam(team)));
      const runs = Array.from({ length: 40 }, (_none, i) => waits(simulate(program, i, 1_000_000)));
      const mean = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
      const people = runs.map(({ length }) => length);
      const spread = Math.sqrt(mean(people.map((n) => (n - mean(people)) ** 2)) / runs.length);
      return { people: mean(people), spread, wait: mean(runs.map(mean)) };
    });
    const off = both[1].people - 2 * both[0].people;
    expect(Math.abs(off)).toBeLessThan(4 * (both[1].spread + 2 * both[0].spread));
    expect(both[1].wait).toBeLessThan(both[0].wait);
    expect(both[0].wait).toBeGreaterThan(1);
  });
});
