import { describe, expect, it } from 'vitest';
import { FILLED_DAYS, SERVICE_COLUMNS } from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { estimateOf, zOf } from '../known-answers/estimate.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf, programOf, simulate } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

/** The last day of an award that began with the model's start, and is refused. */
const END = 366;
const MONTH = 365.25 / 12;

const award = (more: Raw) => ({
  money: {
    ...{ funder: 'Nobody', pays: '1 GBP per year', term: '12 months' },
    ...{ 'first-ends': '2028-03-31', renewed: '0% within a year', ...more },
  },
});

/** Posts filled in each month of a run, on average. */
function filled(raw: Raw, replications: number): number[][] {
  const program = programOf(modelOf(raw));
  return Array.from({ length: replications }, (_, i) => {
    const { byService, monthStarts, months } = simulate(program, i);
    return Array.from(
      { length: months },
      (_month, m) =>
        byService[m * SERVICE_COLUMNS + FILLED_DAYS] / (monthStarts[m + 1] - monthStarts[m]),
    );
  });
}

describe('the funding that a worker knows of', patience, () => {
  /** Hundred workers, of whom one in a year leaves as a rule, and nearly all in the last weeks of an award. */
  const worried = (more: Raw, role: Raw, arrive: string) => ({
    ...oneTeam({
      group: { arrive },
      role: { posts: 100, leave: '10% per year', replaced: { exactly: '0 days' }, ...role },
      more: {
        assumptions: {
          worry: { best: 10000, why: 'made up' },
          fades: { best: '1 month', why: 'made up' },
        },
        rules: { 'tenure-multiplier': '1 + worry * exp(-confirmed-funding / fades)' },
        contracts: award({ decided: '3 months before it ends', ...more }),
      },
    }),
    ...{ 'warm-up': 'none', horizon: '2 years' },
  });
  // The multiplier's mean while confirmed funding falls from 15 months to 3.
  const mean = 1 + (10000 * (Math.exp(-3) - Math.exp(-15))) / 12;
  /** What a worker's rate adds up to while confirmed funding falls, from so many months to so many. */
  const adds = (from: number, to: number) =>
    (0.1 / 12 / mean) * (from - to + 10000 * (Math.exp(-to) - Math.exp(-from)));

  it.each([
    [
      'the limit of seeing people through',
      { 'at-an-unrenewed-end': { 'see-people-through': '12 months' } },
    ],
    [
      'the end of the next award',
      {
        'when-refused': {
          're-tendered': {
            ...{ share: '100%', after: { exactly: '365 days' } },
            'staff-who-transfer': '100%',
          },
        },
      },
    ],
  ])('runs to %s for those who stay after a refused end', (_until, more) => {
    const refused = { 'when-refused': { 'money-lost': '100%' }, ...more };
    // Until the end every worker is replaced at once. After it nobody is.
    const runs = filled(worried(refused, {}, '100 per month'), 10);
    // Six months on, hardly any of them have left.
    const left = estimateOf({
      over: runs.map((posts) => posts[17]),
      under: runs.map((posts) => posts[12]),
    });
    expect(left.value).toBeGreaterThan(Math.exp(-adds(12, 6)) - 0.02);
  });

  it('does not keep a worker who gave notice before it was renewed', () => {
    const renewed = { renewed: '100% within a year' };
    const gone = (notice: string) =>
      filled(
        worried(renewed, { notice, replaced: { exactly: '20 years' } }, '0 per month'),
        10,
      ).map((posts) => posts[12] / 100);
    // Half a year before, they gave notice for the days that the end of the award would bring.
    const known = Math.exp(-adds(12, 0));
    const stayed = estimateOf({ over: gone('6 months') });
    expect(Math.abs(zOf(stayed, known))).toBeLessThan(4);
    expect(stayed.standardError).toBeLessThan(0.03);
    // Without notice, renewal comes before they would have left.
    const kept = estimateOf({ over: gone('0 days') });
    expect(Math.abs(zOf(kept, Math.exp(-adds(12, 3))))).toBeLessThan(4);
    expect(known).toBeLessThan(0.3 * Math.exp(-adds(12, 3)));
  });
});

it('holds shocks that came after an award was refused against no other', () => {
  const raw = oneTeam({
    role: { posts: 1 },
    group: { arrive: '0 per month' },
    more: {
      contracts: award({
        ...{ decided: '6 months before it ends', renewed: '25% within a year' },
        'when-refused': {
          're-tendered': {
            share: '100%',
            after: { exactly: '0 days' },
            'staff-who-transfer': '0%',
          },
        },
      }),
    },
  });
  raw.horizon = '2 years';
  raw['warm-up'] = 'none';
  const simulation = new Simulation(programOf(modelOf(raw)));
  const over = Array.from({ length: 1500 }, (_run, i) => simulation.run(7, i).refusals[0]);
  // Half a year without shocks comes half of the time, a year one time in four. The second decision
  // speaks of half a year where the award is new, of a whole one where it was renewed.
  const refusals = estimateOf({ over });
  expect(Math.abs(zOf(refusals, 0.5 + 0.5 * 0.5 + 0.5 * 0.75))).toBeLessThan(4);
  expect(refusals.standardError).toBeLessThan(0.02);
});

it(
  'sees those through who wait in the service, with nobody, for a colleague who stays',
  patience,
  () => {
    const role = { caseload: 1, cost: '0 GBP per year' };
    const raw = oneTeam({
      group: { arrive: '5 per month' },
      service: {
        roles: { worker: { ...role, posts: 1, caseload: 1000 }, other: { ...role, posts: 1 } },
        pathway: [
          { stage: 'first', with: 'worker', lasts: { exactly: '30 days' } },
          { stage: 'next', with: 'other', lasts: { exactly: '60 days' } },
        ],
      },
      more: {
        contracts: award({
          ...{ decided: '1 month before it ends', 'when-refused': { 'money-lost': '100%' } },
          'at-an-unrenewed-end': { 'see-people-through': '12 months' },
        }),
      },
    });
    raw.horizon = '3 years';
    raw['warm-up'] = 'none';
    const { followed } = simulate(programOf(modelOf(raw)), 0, 1_000_000);
    const begun = followed
      .flatMap(({ relationships }) => relationships)
      .filter(({ role: of, from }) => of === 'other' && from >= END)
      .map(({ from }) => from)
      .sort((a, b) => a - b);
    // One after another takes sixty days, until the twelve months are over.
    expect(begun).toHaveLength(6);
    for (let i = 1; i < 6; i++) expect(begun[i] - begun[i - 1]).toBeCloseTo(60, 6);
    expect(begun[5]).toBeLessThan(END + 12 * MONTH);
  },
);
