import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureReplication } from '$lib/measures/measure-replication.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import { SET_UP_DAYS } from '$lib/simulation/replication.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { modelOf, programOf, simulate, type Kept } from './simulate.ts';
import type { Raw } from './small-portfolio.ts';

/** Loads that no binary number holds exactly, so that adding and taking away leaves a rest. */
const loads = fc.constantFrom(0.7, 1.2, 1.1);

/** The portfolio with such loads in its stages, and workers who travel to people. */
function weighed(raw: Raw, [first, second]: number[], travels: boolean): Raw {
  const services = Object.entries(raw.services as Record<string, Raw>).map(([id, service]) => {
    const stages = service.pathway as Raw[] | undefined;
    const pathway = stages?.map((stage, i) => ({ ...stage, load: i === 0 ? first : second }));
    const heavier = pathway ? { ...service, pathway } : service;
    return [id, travels && service.kind === 'team' ? goingToPeople(heavier) : heavier];
  });
  return { ...raw, services: Object.fromEntries(services) };
}

function goingToPeople(team: Raw): Raw {
  const roles = Object.entries(team.roles as Record<string, Raw>).map(([id, role]) => [
    id,
    { ...role, 'goes-to-people': true, 'travel-load': '0.2% per minute' },
  ]);
  const points = { office: { at: 'north', open: 'Monday to Friday 09:00-17:00' } };
  return { ...team, points, roles: Object.fromEntries(roles) };
}

const weighedPortfolio = fc
  .tuple(anyPortfolio({ warmUp: '1 year' }), fc.tuple(loads, loads), fc.boolean())
  .map(([raw, sizes, travels]) => weighed(raw, sizes, travels));

function totalsOf(program: ReturnType<typeof programOf>, record: Kept) {
  const plan = planMeasures(program);
  const totals = new Float64Array(plan.totals);
  const { strata, binEnds, reasons } = plan.endings;
  const endings = new Float64Array(strata.length * binEnds.length * reasons.length);
  const series = new Float64Array(plan.seriesSize);
  measureReplication(program, plan, record as never, totals, 0, series, endings);
  return { plan, totals };
}

describe('loads that no binary number holds', patience, () => {
  it('leave every total a number, and no more capacity lost than is paid for', () => {
    fc.assert(
      fc.property(weighedPortfolio, (raw) => {
        const program = programOf(modelOf(raw));
        const { plan, totals } = totalsOf(program, simulate(program));
        for (const { id, numerator, denominator } of plan.measures) {
          if (!id.startsWith('capacity-lost')) continue;
          const [lost, paid] = [totals[numerator], totals[denominator]];
          expect(lost, id).toBeGreaterThanOrEqual(-1e-6);
          expect(lost, id).toBeLessThanOrEqual(paid + 1e-6);
        }
      }),
      times(60),
    );
  });
});

describe('a total that is not finite', () => {
  it.each([NaN, Infinity, -Infinity])('is refused by the name of its measure: %d', (wrong) => {
    const [raw] = fc.sample(anyPortfolio(), { numRuns: 1, seed: 1 });
    const program = programOf(modelOf(raw));
    const record = simulate(program);
    record.byService[SET_UP_DAYS] = wrong;
    expect(() => totalsOf(program, record)).toThrow(/^A total of \S+ \(first\) is not finite\.$/);
  });
});
