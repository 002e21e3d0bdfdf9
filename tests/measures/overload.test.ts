import { describe, expect, it } from 'vitest';
import {
  LIST_DAYS,
  LOAD_DAYS,
  ROOM_DAYS,
  SERVICE_COLUMNS,
  STARTED_NOW,
} from '$lib/simulation/replication.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { oneTeam } from '../properties/one-team.ts';
import { modelOf, programOf, simulate } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';

const stage = (name: string, more: Raw) => ({ stage: name, with: 'worker', ...more });

/** One worker with room for six, and six people: 100 days of one load, then one of another until 500. */
function byDay(first: number, later: number, arrive = '0 per month', changes: Change[] = []) {
  const raw = oneTeam({
    ...{ question: 'What does a later stage weigh?', arrive },
    roles: { worker: { posts: 1, caseload: 6, cost: '0 GBP per year' } },
    pathway: [
      stage('first', { lasts: { exactly: '100 days' }, load: first, today: { people: 6 } }),
      stage('later', { lasts: { exactly: '400 days' }, load: later }),
    ],
  });
  const record = simulate(programOf(modelOf(raw), changes));
  return (month: number, column: number) =>
    record.byService[month * SERVICE_COLUMNS + column] /
    (record.monthStarts[month + 1] - record.monthStarts[month]);
}

describe('a later stage with another load', () => {
  it('weighs what it says from its first day: more than there is room for is overload', () => {
    const at = byDay(1, 1.5);
    // From the start on 1 April the first stage lasts to 10 July 2027.
    expect([at(0, LOAD_DAYS), at(2, LOAD_DAYS)]).toEqual([6, 6]);
    expect([at(4, LOAD_DAYS), at(14, LOAD_DAYS), at(4, ROOM_DAYS)]).toEqual([9, 9, 6]);
    expect(at(17, LOAD_DAYS)).toBe(0);
  });

  it('keeps others waiting, or lets them in', () => {
    const heavier = byDay(1, 1.5, '2 per month');
    expect(heavier(12, LIST_DAYS)).toBeGreaterThan(10);
    expect([12, 13, 14].map((month) => heavier(month, STARTED_NOW))).toEqual([0, 0, 0]);
    const lighter = byDay(1, 0.5, '2 per month');
    expect(lighter(2, STARTED_NOW)).toBe(0);
    expect(lighter(3, STARTED_NOW)).toBeGreaterThan(0);
    expect(lighter(4, LOAD_DAYS)).toBeGreaterThan(5);
    expect(lighter(4, LOAD_DAYS)).toBeLessThanOrEqual(6);
  });

  it('weighs what a scenario says from the day on which its terms begin', () => {
    const set = { set: 'services.team.pathway.first.load', to: 2 };
    const at = byDay(1, 1, '0 per month', [set]);
    expect([at(0, LOAD_DAYS), at(4, LOAD_DAYS)]).toEqual([12, 6]);
  });
});
