import { describe, expect, it } from 'vitest';
import { estimateOf } from '../known-answers/estimate.ts';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

/**
 * A team that gives MAT and meets everybody's need after ten days, within the fourteen that are
 * promised, beside a door without a pathway that gives MAT too.
 */
function beside(turnTo: Raw, leadsTo: Raw[]) {
  const raw = oneTeam({
    group: { needs: { home: '100%' }, 'turn-to': turnTo },
    service: { 'gives-mat': true },
    stage: {
      lasts: { exactly: '200 days' },
      meets: { home: { after: '10 days', for: '100%' } },
    },
    more: {
      needs: { home: 'A home' },
      handovers: { warm: { arrives: '100%', keeps: '0%' } },
      standards: {
        'mat-8': [{ id: 'home', promise: 'A home', need: 'home', within: '14 days' }],
      },
    },
  });
  (raw.services as Raw).door = {
    ...{ name: 'Door', kind: 'drop-in', 'paid-by': 'money', 'gives-mat': true },
    provider: { name: 'Nobody', sector: 'third', size: 'local' },
    points: { door: { at: 'town', open: 'Monday to Friday 09:00-17:00' } },
    'a-contact-leads-to': leadsTo,
  };
  const run = runCase(modelOf(raw), { replications: 10 });
  const started = (id: string) => run.measure('started', { kind: 'service', id }).over;
  return {
    reached: estimateOf(run.measure('criterion-reached', { kind: 'criterion', id: 'home' })).value,
    starts: run.measure('mat-starts').over,
    ...{ atDoor: started('door'), inTeam: started('team') },
  };
}

describe('MAT at a single contact', patience, () => {
  it('is no start, and nothing is due from it', () => {
    const { reached, starts, atDoor, inTeam } = beside({ team: '50%', door: '50%' }, []);
    expect(Math.min(...atDoor)).toBeGreaterThan(0);
    expect(reached).toBe(100);
    expect(starts).toEqual(inTeam);
  });

  it('that leads on at once to a service that gives it starts there, once', () => {
    const leadsTo = [{ to: 'team', share: '100%', handover: 'warm' }];
    const { reached, starts, atDoor, inTeam } = beside({ door: '100%' }, leadsTo);
    expect(reached).toBe(100);
    // But for the few who come to the door within the horizon and are met there after it.
    inTeam.forEach((people, i) => expect(people / atDoor[i]).toBeCloseTo(1, 1));
    expect(starts).toEqual(inTeam);
  });
});
