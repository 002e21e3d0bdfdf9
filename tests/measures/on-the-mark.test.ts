import { describe, expect, it } from 'vitest';
import { estimateOf } from '../known-answers/estimate.ts';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from '../properties/how-often.ts';
import { oneTeam } from '../properties/one-team.ts';
import { modelOf } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';

const roles = { worker: { posts: 60, caseload: 1, cost: '0 GBP per year' } };

/** Measures of 100 in a team where nobody waits; `limit` is how long its support may last. */
function ofHundred(ids: string[], pathway: Raw[], more: Raw = {}, limit?: string) {
  const question = 'What is over on a mark?';
  const raw = oneTeam({ question, arrive: '2 per month', pathway, roles: { ...roles, ...more } });
  const { team } = raw.services as { team: Raw };
  const services = { team: { ...team, ...(limit === undefined ? {} : { limit }) } };
  const found = runCase(modelOf({ ...raw, services }), { replications: 10 });
  return ids.map((id) => {
    const reading = found.measure(id);
    expect(Math.min(...reading.under!)).toBeGreaterThan(20);
    return Math.round(estimateOf(reading).value * 1e9) / 1e9;
  });
}

const open = [{ stage: 'support', with: 'worker', lasts: 'open-ended' }];
const limited = (limit: string, ids: string[]) => ofHundred(ids, open, {}, limit);

describe('support that is over to the day on a mark', patience, () => {
  it.each([3, 6, 12, 24])('of %i months is over by then, whoever looks', (months) => {
    const ids = ['cut-short-per-100', `kept-${months}-months`, `in-support-${months}-months`];
    expect(limited(`${months} months`, ids)).toEqual([100, 0, 0]);
    // A day more, and it lasted.
    const days = Math.ceil((months * 365.25) / 12) + 1;
    expect(limited(`${days} days`, ids.slice(1))).toEqual([100, 100]);
  });

  it('of a year is a year with the same worker', () => {
    const kept = 'kept-a-worker-a-year';
    expect(limited('365 days', [kept])).toEqual([100]);
    expect(limited('364 days', [kept])).toEqual([0]);
  });
});

describe('support that comes to a planned ending', patience, () => {
  const stage = (name: string, role: string, days: number) => ({
    stage: name,
    with: role,
    lasts: { exactly: `${days} days` },
  });
  const other = { other: roles.worker };

  it.each([
    [300, 64, 100],
    [300, 65, 0],
    [300, 300, 0],
  ])(
    '%i days with one worker and %i with another: %i of 100 finish within a year',
    (a, b, known) => {
      const pathway = [stage('first', 'worker', a), stage('second', 'other', b)];
      expect(ofHundred(['finished-before-a-year'], pathway, other)).toEqual([known]);
    },
  );

  it('finishes nobody whose support goes on, and whoever never had a worker', () => {
    const side = [{ to: 'advocate', share: '100%', handover: 'warm' }];
    const advocate = {
      ...{ name: 'Advocate', kind: 'team', 'paid-by': 'money', roles },
      pathway: [stage('told', 'worker', 30)],
    };
    const beds = {
      ...{ name: 'Beds', kind: 'residential', 'paid-by': 'money', places: { beds: { beds: 60 } } },
      pathway: [{ stage: 'rehab', holds: 'beds', lasts: { exactly: '30 days' } }],
    };
    const put = (to: string, refers: Raw[]) => [
      { ...stage('first', 'worker', 200), then: [{ to, share: '100%' }], refers },
    ];
    const warm = { handovers: { warm: { arrives: '100%', keeps: '0%' } } };
    const finished = (pathway: Raw[], more: Raw, turnTo = 'team') => {
      const raw = oneTeam({ question: 'Who finishes?', arrive: '2 per month', pathway, roles });
      const { people } = raw.groups as { people: Raw };
      const model = modelOf({
        ...{ ...raw, ...warm },
        groups: { people: { ...people, 'turn-to': { [turnTo]: '100%' } } },
        services: { ...(raw.services as Raw), ...more },
      });
      return estimateOf(runCase(model, { replications: 10 }).measure('finished-before-a-year'))
        .value;
    };
    expect(finished(put('out', side), { advocate })).toBe(0);
    expect(finished(put('finished', side), { advocate })).toBe(100);
    expect(finished(put('out', []), { beds }, 'beds')).toBe(100);
  });
});
