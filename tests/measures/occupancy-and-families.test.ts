import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import {
  FAMILIES_BEGUN,
  FAMILY_COLUMNS,
  FAMILY_DAYS,
  GONE_WHILE_WAITING,
  LOAD_DAYS,
  ROOM_DAYS,
  SERVICE_COLUMNS,
} from '$lib/simulation/replication.ts';
import { modelOf, programOf, simulate } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

/** A nurse with 20 people at most beside a doctor with as many as come; everybody needs both. */
function clinic(doctor: Raw = {}): Raw {
  return oneTeam({
    service: {
      kind: 'clinic',
      appointments: '500 per week',
      roles: {
        worker: { posts: 1, caseload: 20, cost: '0 GBP per year' },
        doctor: { posts: 1, cost: '0 GBP per year', ...doctor },
      },
    },
    stage: { with: ['worker', 'doctor'], lasts: { exactly: '10 months' } },
  });
}

/** How full the places are in the last month, per cent. */
function occupancy(raw: Raw, changes: Change[] = []): number {
  const { byService } = simulate(programOf(modelOf(raw), changes));
  const row = 47 * SERVICE_COLUMNS;
  return (100 * byService[row + LOAD_DAYS]) / byService[row + ROOM_DAYS];
}

describe('how full services are', () => {
  it('is asked of those only who have a caseload', () => {
    expect(occupancy(clinic())).toBeGreaterThan(95);
    expect(occupancy(clinic())).toBeLessThanOrEqual(100 + 1e-9);
  });

  it.each([
    ['gives a limit', {}, [{ set: 'services.team.roles.doctor.caseload', to: 20 }], 100],
    ['gives a high limit', {}, [{ set: 'services.team.roles.doctor.caseload', to: 180 }], 20],
    ['takes it away', { caseload: 180 }, [{ remove: 'services.team.roles.doctor.caseload' }], 100],
  ] as [string, Raw, Change[], number][])('where a scenario %s', (_what, doctor, changes, full) => {
    const last = occupancy(clinic(doctor), changes);
    expect(last).toBeGreaterThan(full - 5);
    expect(last).toBeLessThanOrEqual(full + 1e-9);
  });
});

describe('families', () => {
  it('come to be supported together as often however often their workers change', () => {
    const families = (leave: string) => {
      const raw = oneTeam({
        role: {
          ...{ posts: 10, caseload: 1000, leave },
          ...{ replaced: { exactly: '1 day' }, 'handover-warm': '0%' },
        },
        stage: { lasts: { exactly: '24 months' } },
      });
      const groups = raw.groups as Record<string, Raw>;
      groups.close = { ...groups.people, name: 'Close to them', 'family-of': 'people' };
      const { families } = simulate(programOf(modelOf(raw)));
      return [FAMILY_DAYS, FAMILIES_BEGUN].map((column) =>
        families.reduce((all, one, i) => (i % FAMILY_COLUMNS === column ? all + one : all), 0),
      );
    };
    const steady = families('0% per year');
    expect(steady[1]).toBeGreaterThan(100);
    const changing = families('100% per year');
    expect(changing[1]).toBe(steady[1]);
    expect(changing[0]).toBeCloseTo(steady[0], 3);
  });
});

describe('people who wait', () => {
  it('and move away or die are told from those who still wait', () => {
    const raw = oneTeam({
      group: { 'other-life-events': '50% per year' },
      role: { posts: 1, caseload: 1 },
    });
    const { byService, months } = simulate(programOf(modelOf(raw)));
    let gone = 0;
    for (let m = 0; m < months; m++) gone += byService[m * SERVICE_COLUMNS + GONE_WHILE_WAITING];
    // 20 come a month; next to nobody starts, and half of the rest go within a year.
    expect(gone).toBeGreaterThan(48 * 20 * 0.7);
    expect(gone).toBeLessThan(48 * 20);
  });
});
