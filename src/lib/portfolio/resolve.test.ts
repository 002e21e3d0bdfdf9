import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { namesOf } from '../formula/names-of.ts';
import { figuresOf } from './figures-of.ts';
import { parseYaml } from './parse.ts';
import type { PortfolioFile } from './portfolio-file.ts';
import type { Change, Portfolio } from './portfolio.ts';
import { resolve, type ResolveOptions } from './resolve.ts';

vi.setConfig({ testTimeout: 30_000 });
let raw: PortfolioFile;

beforeAll(() => {
  const text = readFileSync('tests/samples/clean-small/portfolio.yaml', 'utf8');
  raw = parseYaml(text, 'portfolio.yaml').value as PortfolioFile;
});

function resolved(options: Partial<ResolveOptions> = {}): Portfolio {
  const { value, findings } = resolve(raw, { id: 'small', ...options });
  if (!value) throw new Error(findings.map(({ what }) => what).join('\n'));
  return value;
}

function changed(...changes: Change[]): Portfolio {
  return resolved({ changes });
}

const DAYS_A_MONTH = 365.25 / 12;

describe('resolve', () => {
  it('gives plain data, the same after a journey as JSON', () => {
    const portfolio = resolved();
    expect(JSON.parse(JSON.stringify(portfolio))).toEqual(portfolio);
    expect(resolve(structuredClone(raw), { id: 'small' }).value).toEqual(portfolio);
  });

  it('turns dates into days', () => {
    const { startDay, horizonDays, contracts } = resolved();
    expect(startDay).toBe(Date.UTC(2027, 3, 1) / 86_400_000);
    expect(horizonDays).toBe(3652.5);
    // The award runs to the end of 31 March 2028; 2028 has a 29 February.
    expect(contracts[0].firstEnds).toBe(366);
  });

  it.each([
    ['2026-04-01', '5 years', 1826],
    ['2027-04-01', '5 years', 1826.25],
    ['2025-04-01', '2 years', 730],
    ['2026-04-01', '366 days', 366],
  ])('ends a horizon from %s of %s no later than the calendar', (start, horizon, days) => {
    const read = resolve({ ...structuredClone(raw), start, horizon }, { id: 'small' });
    expect(read.value?.horizonDays).toBe(days);
  });

  it('reads contracts, with recurrent funding apart', () => {
    const [award, core] = resolved().contracts;
    expect(award.termMonths.value).toBe(12);
    expect(award.renewed).toMatchObject({ value: 0.8, low: 0.6, high: 0.95 });
    expect(award.decided.value).toBeCloseTo(2 * DAYS_A_MONTH, 10);
    expect(award.seePeopleThrough).toBeCloseTo(6 * DAYS_A_MONTH, 10);
    expect(award.whenRefused.moneyLost.value).toBe(0.15);
    expect(award.newPeopleStop).toMatchObject({ assumption: 'intake-stop' });
    expect(core).toMatchObject({ recurrent: true, firstEnds: 0 });
  });

  it('gives figures the source of the nearest mapping that names one', () => {
    const [outreach] = resolved().services;
    expect(outreach.roles[0].caseload).toMatchObject({ source: 'records', grade: 'measured' });
    expect(outreach.roles[0].leave).toMatchObject({ source: 'census', low: 0.15 / 365.25 });
  });

  it('gives weak figures without a range the default one, and decisions none', () => {
    const { groups, services, contracts } = resolved();
    const { otherLifeEvents, comeBack } = groups[0];
    expect(otherLifeEvents.defaultRange).toBe(true);
    expect(otherLifeEvents.low).toBeCloseTo(otherLifeEvents.value * 0.7, 15);
    expect(comeBack?.share.high).toBeCloseTo(0.39, 12);
    expect(services[0].roles[0].posts).toMatchObject({ choice: true, value: 3 });
    expect(contracts[0].termMonths.low).toBeUndefined();
  });

  it('reads the laws of lengths', () => {
    const { groups, services } = resolved();
    const [outreach, core, rehab] = services;
    expect(groups[0].patience).toMatchObject({
      law: 'exponential',
      mean: { value: expect.closeTo(35 / Math.LN2, 10) as number },
    });
    expect(groups[1].patience).toEqual({ law: 'open-ended' });
    const [first, second] = outreach.pathway.map(({ lasts }) => lasts);
    if (first.law !== 'lognormal' || second.law !== 'lognormal') throw new Error('wrong laws');
    expect(first.mu).toBeCloseTo(Math.log(42), 12);
    expect(Math.exp(first.mu + 1.2815515655446004 * first.sigma)).toBeCloseTo(98, 8);
    expect(second.mean.value).toBeCloseTo(9 * DAYS_A_MONTH, 10);
    const variance = (Math.exp(second.sigma ** 2) - 1) * second.mean.value ** 2;
    expect(Math.sqrt(variance)).toBeCloseTo(5 * DAYS_A_MONTH, 8);
    expect(core.pathway[0].lasts).toMatchObject({
      law: 'mixture',
      mean: { value: expect.closeTo((0.8 * 4 + 0.2 * 36) * DAYS_A_MONTH, 8) as number },
    });
    expect(rehab.pathway[1].lasts).toMatchObject({ law: 'gamma', shape: 3 });
    expect(rehab.pathway[2].lasts).toMatchObject({ law: 'constant', exactly: { value: 84 } });
  });

  it('holds places from the stage that takes them to the last that names them', () => {
    expect(resolved().services[2].pathway.map(({ places }) => places)).toEqual([-1, 0, 0, -1]);
  });

  it('puts a plain hazard among the assumptions, under its path', () => {
    const { services, assumptions } = resolved();
    const path = 'services.outreach.pathway.1.leave';
    expect(services[0].pathway[1].leave).toEqual({ op: 'name', name: path });
    const found = assumptions.find(({ id }) => id === path);
    expect(found?.quantity).toMatchObject({
      high: expect.closeTo(0.09 / DAYS_A_MONTH, 12) as number,
    });
    expect([...namesOf(services[0].pathway[0].leave!)]).toEqual([
      'early-leaving',
      'familiarity-effect',
      'familiarity',
    ]);
  });

  it('makes the stops of a round in one locality into one point, with as many people as contacts', () => {
    const again = { day: 'Monday', at: 'coast', from: '09:00', to: '10:00' };
    const van = changed({ add: 'services.van.round.2', as: again }).services[3];
    const [coast, town, ...more] = van.points;
    expect(more).toEqual([]);
    expect(coast).toMatchObject({ id: 'coast', locality: 1 });
    expect(town).toMatchObject({ id: 'town', locality: 0 });
    expect(coast.sessions).toEqual([
      { weekday: 1, from: 10, to: 14, people: 12 },
      { weekday: 0, from: 9, to: 10, people: 3 },
    ]);
    expect(town.sessions).toEqual([{ weekday: 3, from: 10, to: 15.5, people: 16 }]);
  });

  it('gives a stop an id of its own where a point has that of its locality', () => {
    const point = { at: 'coast', open: 'Monday 10:00-12:00' };
    const van = changed({ add: 'services.van.points', as: { coast: point } }).services[3];
    expect(van.points.map(({ id }) => id)).toEqual(['coast', 'coast-stop', 'town']);
  });

  it('estimates travel that is not given, and says so', () => {
    const { travel, travelEstimated } = changed({ remove: 'travel.0' });
    const km = 111.2 * Math.hypot(0.22, 0.225 * Math.cos((55.35 * Math.PI) / 180));
    expect(travel[0][1] * 1440).toBeCloseTo(15 + 1.9 * km, 6);
    expect(travelEstimated).toEqual([
      [false, true],
      [true, true],
    ]);
    expect(resolved().travel[0][1] * 1440).toBeCloseTo(70, 10);
  });

  it('knows the year of the prices, and none where the file names none', () => {
    const prices = (written: PortfolioFile['prices']) =>
      resolve({ ...raw, prices: written }, { id: 'small' }).value?.prices;
    expect(['2026-27', 2026, 'none', undefined].map(prices)).toEqual(['2026-27', '2026', '', '']);
  });

  it('normalises the season to a mean of one', () => {
    const season = resolved().groups[0].season ?? [];
    expect(season.reduce((sum, month) => sum + month, 0)).toBeCloseTo(12, 12);
    expect(season[8]).toBeCloseTo(24 / 13, 12);
  });

  it('knows its groups: pools, families, priorities', () => {
    const [first, second] = resolved().groups;
    expect(first.turnTo.map(({ service, priority }) => [service, priority])).toEqual([
      [0, 1],
      [1, 0],
      [3, 0],
    ]);
    expect(second.pool?.people).toBe(40);
    expect(second.familyOf).toBe(0);
    expect(second.otherLifeEvents.value).toBeCloseTo(-Math.log(0.91) / 365.25, 15);
  });

  it('keeps the source of what a scenario sets as the scenario', () => {
    const { services } = changed({ set: 'services.outreach.roles.worker.caseload', to: 14 });
    expect(services[0].roles[0].caseload).toMatchObject({
      value: 14,
      source: 'scenario',
      choice: true,
    });
    expect(services[0].roles[0].caseload.low).toBeUndefined();
  });

  it('keeps a chance that may be certain, which no rate comes to', () => {
    const sure = {
      best: '90% within a year',
      low: '81% within 2 years',
      high: '95% within a year',
    };
    const add = { add: 'assumptions.sure', as: sure };
    const use = { set: 'contracts.outreach-award.renewed', to: 'sure' };
    const to = (end: 'best' | 'high') => ({
      set: `assumptions.sure.${end}`,
      to: '100% within a year',
    });
    const portfolio = changed(add, to('best'), to('high'), use);
    const kept = { value: 1, low: expect.closeTo(0.9, 12) as number, high: 1 };
    const { renewed } = portfolio.contracts[0];
    expect(renewed).toMatchObject({ ...kept, dimension: 'share', assumption: 'sure' });
    expect(portfolio.assumptions.find(({ id }) => id === 'sure')?.quantity).toMatchObject(kept);
    expect(JSON.parse(JSON.stringify(portfolio))).toEqual(portfolio);
    const rate = { set: 'services.outreach.pathway.1.leave', to: 'sure' };
    expect(() => changed(add, rate)).not.toThrow();
    expect(() => changed(add, to('high'), rate)).toThrow('“100% within a year” cannot be a rate.');
  });

  it('switches assumed effects off, all or by mechanism', () => {
    const effect = (portfolio: Portfolio, id: string) =>
      portfolio.assumptions.find((assumption) => assumption.id === id)?.quantity;
    const without = resolved({ withoutEffects: true });
    expect(effect(without, 'insecurity')).toMatchObject({ value: 0 });
    expect(effect(without, 'insecurity')?.high).toBeUndefined();
    expect(effect(without, 'early-leaving')?.high).toBeDefined();
    expect(without.contracts[0].newPeopleStop.value).toBe(0);
    expect(without.handovers.warm.keeps.value).toBe(0);
    const some = resolved({ withoutEffects: ['intake'] });
    expect(some.contracts[0].newPeopleStop.value).toBe(0);
    expect(effect(some, 'insecurity')?.value).toBe(1);
  });

  it('lists every figure once, each with its path', () => {
    const figures = figuresOf(resolved());
    const paths = figures.map(({ path }) => path);
    expect(paths).toContain('services.outreach.roles.worker.caseload');
    expect(paths).toContain('assumptions.insecurity');
    expect(figures.length).toBeGreaterThan(100);
    expect(figures.every(({ value }) => Number.isFinite(value))).toBe(true);
  });

  it('reads any plain object without throwing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, maxDepth: 4 }), (anything) => {
        const { value, findings } = resolve(anything as PortfolioFile, { id: 'any' });
        expect(value).toBeNull();
        expect(findings.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a good model with anything put anywhere without throwing', () => {
    const paths = pathsIn(raw);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything({ maxDepth: 2 }), (set, to) => {
        resolve(raw, { id: 'any', changes: [{ set, to }] });
      }),
      { numRuns: 100 },
    );
  });
});

function pathsIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = path ? `${path}.${key}` : key;
    return [here, ...pathsIn(inner, here)];
  });
}
