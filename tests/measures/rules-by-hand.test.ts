import { describe, expect, it } from 'vitest';
import {
  LOAD_DAYS,
  PERSONS_CHOICE,
  PRESENT_DAYS,
  REASONS,
  REFERRED,
  SERVICE_COLUMNS,
  SPEND,
} from '$lib/simulation/replication.ts';
import { estimateOf, zOf, type Reading } from '../known-answers/estimate.ts';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf, programOf, simulate, type Kept } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

const recordsOf = (raw: Raw, replications: number): Kept[] => {
  const program = programOf(modelOf(raw));
  return Array.from({ length: replications }, (_, i) => simulate(program, i));
};

/** A column of the one service over some of the horizon's months, which are four years. */
function sum(record: Kept, column: number, from = 0, to = 48): number {
  let all = 0;
  for (let m = from; m < to; m++) all += record.byService[m * SERVICE_COLUMNS + column];
  return all;
}

const near = (reading: Reading, known: number): number => Math.abs(zOf(estimateOf(reading), known));

describe('rules whose answers are worked out by hand', patience, () => {
  it('hiring-needs: nobody is taken on when less of the award is left', () => {
    // The award ends with March 2029, and 8 months before, on 1 August 2028, recruiting stops.
    const money = {
      ...{ funder: 'Nobody', pays: '0 GBP per year', term: '24 months' },
      ...{ 'first-ends': '2029-03-31', decided: '1 month before it ends' },
      ...{ renewed: '0% within a year', 'when-refused': { 'money-lost': '100%' } },
    };
    const raw = oneTeam({
      role: {
        leave: '200% per year',
        replaced: { exactly: '1 day' },
        'recruitment-cost': '7 GBP each',
      },
      more: { contracts: { money }, rules: { 'hiring-needs': '8 months' } },
    });
    for (const record of recordsOf(raw, 3)) {
      const recruited = (m: number) => sum(record, SPEND, m, m + 1) / 7;
      for (let m = 0; m < 16; m++) expect(recruited(m)).toBeGreaterThan(0);
      for (let m = 17; m < 48; m++) expect(recruited(m)).toBe(0);
    }
  });

  it('recruitment-cost: each post that is filled costs it once', () => {
    // Forty posts are empty for a day twice a year: each is filled 2 / (1 + 2/365.25) times.
    const raw = oneTeam({
      role: {
        leave: '200% per year',
        replaced: { exactly: '1 day' },
        'recruitment-cost': '7 GBP each',
      },
    });
    const over = recordsOf(raw, 20).map((record) => sum(record, SPEND) / 7 / 4);
    expect(near({ over }, (40 * 2) / (1 + 2 / 365.25))).toBeLessThan(4);
    expect(estimateOf({ over }).standardError).toBeLessThan(2);
  });

  it('changes-by: more people come each year', () => {
    const raw = oneTeam({ group: { arrive: '200 per month', 'changes-by': '30% per year' } });
    const records = recordsOf(raw, 10);
    for (const year of [0, 3]) {
      const over = records.map((record) => sum(record, REFERRED, 12 * year, 12 * year + 12));
      const known = (2400 * (1.3 ** (year + 1) - 1.3 ** year)) / Math.log(1.3);
      expect(near({ over }, known)).toBeLessThan(4);
      expect(estimateOf({ over }).standardError).toBeLessThan(0.01 * known);
    }
  });

  it('asks-for-another: people with a colleague to go to ask at that rate', () => {
    const raw = oneTeam({ role: { 'asks-for-another': '50% per year' } });
    const records = recordsOf(raw, 20);
    const over = records.map(({ endings }) => {
      let all = 0;
      for (let i = PERSONS_CHOICE; i < endings.length; i += REASONS.length) all += endings[i];
      return all;
    });
    // Relationships begun within the horizon: until it ends and on, as far as everybody is watched.
    const under = records.map(({ togetherDays }) => togetherDays[0] / 365.25);
    expect(near({ over, under }, 0.5)).toBeLessThan(4);
    expect(estimateOf({ over, under }).standardError).toBeLessThan(0.01);
  });

  it('travel-load: those who live further away weigh more', () => {
    const raw = oneTeam({
      group: { live: { town: '50%', far: '50%' }, arrive: '40 per month' },
      service: { points: { office: { at: 'town', open: 'Monday to Friday 09:00-17:00' } } },
      role: { 'goes-to-people': true, 'travel-load': '2% per minute' },
      more: {
        localities: {
          town: { name: 'Town', people: 5000 },
          far: { name: 'Far', people: 5000 },
        },
        travel: [
          { within: 'town', minutes: 10 },
          { between: ['town', 'far'], minutes: 30 },
        ],
      },
    });
    const records = recordsOf(raw, 20);
    const over = records.map((record) => sum(record, LOAD_DAYS));
    const under = records.map((record) => sum(record, PRESENT_DAYS));
    // Half of the people weigh 1 + 0.02 × 10, and half 1 + 0.02 × 30.
    expect(near({ over, under }, 1.4)).toBeLessThan(4);
    expect(estimateOf({ over, under }).standardError).toBeLessThan(0.01);
  });
});

/** Of 100 who start MAT and need something, those whose promise is kept. */
function kept(promise: Raw, offer: Raw, more: { role?: Raw; partners?: Raw } = {}): number {
  const { role = {}, partners } = more;
  const raw = oneTeam({
    group: { needs: { voice: '100%' } },
    role,
    service: {
      'gives-mat': true,
      ...(partners
        ? { points: { office: { at: 'town', open: 'Monday to Friday 09:00-17:00' } }, partners }
        : {}),
    },
    stage: { meets: { voice: { after: '1 day', for: '100%', ...offer } } },
    more: {
      needs: { voice: 'Somebody on my side' },
      standards: {
        'mat-8': [
          {
            ...{ id: 'voice', promise: 'Somebody is on my side', need: 'voice', within: '4 weeks' },
            ...{ target: '75% working', ...promise },
          },
        ],
      },
    },
  });
  const found = runCase(modelOf(raw), { replications: 10 });
  return estimateOf(found.measure('criterion-reached', { kind: 'criterion', id: 'voice' })).value;
}

describe('whom a promise counts', patience, () => {
  const visitor = (more: Raw) => ({
    visitor: {
      name: 'Visitor',
      meets: 'voice',
      at: 'office on Monday to Friday',
      'people-a-day': 50,
      ...more,
    },
  });

  it('anybody, where it does not say', () => {
    expect(kept({}, { by: 'worker' })).toBeCloseTo(100, 9);
  });

  it('only those of another provider, where it says independent-of', () => {
    const promise = { 'independent-of': 'team' };
    expect(kept(promise, { by: 'worker' })).toBe(0);
    expect(kept(promise, { by: 'visitor' }, { partners: visitor({}) })).toBe(0);
    const other = visitor({ provider: 'Somebody else' });
    expect(kept(promise, { by: 'visitor' }, { partners: other })).toBeGreaterThan(95);
  });

  it('only those who are trained, where it says by-trained-staff', () => {
    const promise = { 'by-trained-staff': true };
    expect(kept(promise, { by: 'worker' })).toBe(0);
    expect(kept(promise, { by: 'worker', trained: true })).toBeCloseTo(100, 9);
    const role = { 'trained-for': ['voice'] };
    expect(kept(promise, { by: 'worker' }, { role })).toBeCloseTo(100, 9);
  });
});
