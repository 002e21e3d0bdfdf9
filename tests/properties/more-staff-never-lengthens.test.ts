import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patience, times } from './how-often.ts';
import { oneTeam } from './one-team.ts';
import { modelOf, programOf, simulate, type Kept } from './simulate.ts';

/** One team, first come, first served; nobody stops waiting, no worker leaves. */
function firstCome(made: {
  arrive: number;
  weeks: number;
  law: string;
  posts: number;
  places: number;
}) {
  const weeks = `${made.weeks} weeks`;
  const lasts = made.law === 'exactly' ? { exactly: weeks } : { mean: weeks };
  return oneTeam({
    question: 'Who waits?',
    warmUp: '1 year',
    arrive: `${made.arrive} per month`,
    roles: { worker: { posts: made.posts, caseload: made.places, cost: '0 GBP per year' } },
    pathway: [{ stage: 'support', with: 'worker', lasts }],
  });
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
        const before = waits(simulate(programOf(modelOf(firstCome(team))), 0, 1_000_000));
        const more = { ...team, posts: team.posts + 1 };
        const after = waits(simulate(programOf(modelOf(firstCome(more))), 0, 1_000_000));
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
      const program = programOf(modelOf(firstCome(team)));
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
