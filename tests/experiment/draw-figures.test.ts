import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  drawFigures,
  drawnQuantiles,
  figuresAt,
  inputsTriedAt,
  valueAt,
} from '../../src/lib/experiment/draw-figures.ts';
import { figuresOf } from '../../src/lib/portfolio/figures-of.ts';
import type { PortfolioFile } from '../../src/lib/portfolio/portfolio-file.ts';
import type { Change, Portfolio } from '../../src/lib/portfolio/portfolio.ts';
import { readModel } from '../../src/lib/portfolio/read-model.ts';
import { resolve } from '../../src/lib/portfolio/resolve.ts';
import { isUncertain, uncertainInputs } from '../../src/lib/portfolio/uncertain-inputs.ts';
import { readShipped } from '../models/shipped-model.ts';

const path = new URL('../../models/south-ayrshire/portfolio.yaml', import.meta.url);
const file = { path: fileURLToPath(path), text: readFileSync(path, 'utf8') };
const model = readModel([file], 'south-ayrshire').value!;

function portfolioWith(changes: Change[], raw: PortfolioFile = model.raw): Portfolio {
  const { value, findings } = resolve(raw, { id: 'south-ayrshire', changes });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value!;
}

const valuesOf = (portfolio: Portfolio) =>
  new Map(figuresOf(portfolio).map((figure) => [figure.path, figure.value]));

describe('the uncertain inputs of a model', () => {
  const inputs = uncertainInputs(model.portfolio);
  const byKey = new Map(inputs.map((input) => [input.key, input]));

  it('are every figure with a range, an assumption once however often it is used', () => {
    expect(byKey.size).toBe(inputs.length);
    expect(byKey.get('assumptions.familiarity-effect')).toMatchObject({
      figure: { low: 0, high: 0.58 },
      mechanism: 'familiarity',
    });
    expect(byKey.has('groups.opioid.arrive')).toBe(true);
    // The default range of a weak grade counts; what is decided has none.
    expect(byKey.get('groups.opioid.turn-to.core-treatment')?.figure.defaultRange).toBe(true);
    expect([...byKey.keys()].filter((key) => key.endsWith('.posts'))).toEqual([]);
    const uses = figuresOf(model.portfolio).filter(
      ({ assumption }) => assumption === 'turnover',
    ).length;
    expect(uses).toBeGreaterThan(1);
  });
});

describe('figures drawn', () => {
  it('give each place of an assumption the value at one quantile', () => {
    const drawn = drawFigures(model.portfolio, drawnQuantiles(1, 5));
    const leave = drawn.services.flatMap(({ roles }) =>
      roles.flatMap((role) => (role.leave?.assumption === 'turnover' ? [role.leave.value] : [])),
    );
    expect(new Set(leave).size).toBe(1);
    expect(leave[0]).not.toBe(model.portfolio.services[0].roles[0].leave?.value);
  });

  it('give a value that holds with one structure only the place of its assumption', () => {
    const raw = structuredClone(model.raw) as unknown as {
      rules: Record<string, unknown>;
      services: Record<string, { pathway: { leave?: unknown }[] }>;
    };
    raw.rules.leaving = {
      'falls-with': 'time-in-service',
      'time-in-service': {
        factor: 0.9,
        with: {
          'outreach-leaving-later': {
            best: '5% per month',
            low: '4% per month',
            high: '8% per month',
          },
        },
      },
    };
    const portfolio = portfolioWith([], raw as unknown as PortfolioFile);
    const input = uncertainInputs(portfolio).find(
      ({ key }) => key === 'assumptions.outreach-leaving-later',
    );
    expect(input?.figure.path).toContain('rules.leaving');
    const quantiles = { 'assumptions.outreach-leaving-later': 0.9 };
    const drawn = figuresAt(portfolio, quantiles);
    const { quantity } = drawn.assumptions.find(({ id }) => id === 'outreach-leaving-later')!;
    expect(quantity.value).toBeCloseTo(input!.figure.high, 12);
  });

  it('depend on seed, draw and key alone, whatever a scenario changes or removes', () => {
    const base = valuesOf(drawFigures(model.portfolio, drawnQuantiles(1, 5)));
    const other = drawFigures(
      portfolioWith([
        { remove: 'services.advocacy.pathway.0.meets.housing' },
        { set: 'contracts.*.term', to: '36 months' },
      ]),
      drawnQuantiles(1, 5),
    );
    for (const figure of figuresOf(other)) {
      // A share of one whole depends on the other parts of it.
      if (isUncertain(figure) && figure.dimension !== 'share') {
        expect(figure.value).toBe(base.get(figure.path));
      }
    }
    expect(valuesOf(drawFigures(model.portfolio, drawnQuantiles(1, 5)))).toEqual(base);
    expect(valuesOf(drawFigures(model.portfolio, drawnQuantiles(1, 6)))).not.toEqual(base);
    expect(valuesOf(drawFigures(model.portfolio, drawnQuantiles(2, 5)))).not.toEqual(base);
  });

  it('give a figure that a scenario changes the same place in its new range', () => {
    const to = { best: '6 per month', low: '4 per month', high: '9 per month' };
    const changed = portfolioWith([{ set: 'groups.opioid.arrive', to }]);
    const quantileOf = drawnQuantiles(1, 9);
    const range = changed.groups[0].arrive;
    expect(isUncertain(range)).toBe(true);
    const drawn = drawFigures(changed, quantileOf).groups[0].arrive.value;
    expect(drawn).toBe(valueAt(range as never, quantileOf('groups.opioid.arrive')));
  });

  it('are the best values at one half, and low and high at a tenth and nine tenths', () => {
    const best = figuresAt(model.portfolio, {});
    expect(JSON.stringify(best) === JSON.stringify(model.portfolio)).toBe(true);
    const figure = uncertainInputs(model.portfolio).find(
      ({ key }) => key === 'groups.opioid.arrive',
    )!.figure;
    expect(valueAt(figure, 0.1)).toBeCloseTo(figure.low, 12);
    expect(valueAt(figure, 0.9)).toBeCloseTo(figure.high, 12);
  });

  it('keep their ranges over many draws: a tenth below low, nine tenths below high', () => {
    const key = 'assumptions.familiarity-time';
    const { figure } = uncertainInputs(model.portfolio).find((input) => input.key === key)!;
    const draws = 4000;
    let below = 0;
    let under = 0;
    for (let draw = 0; draw < draws; draw++) {
      const value = valueAt(figure, drawnQuantiles(3, draw)(key));
      if (value < figure.low) below += 1;
      if (value < figure.high) under += 1;
    }
    // Four standard errors of a binomial share.
    expect(Math.abs(below / draws - 0.1)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / draws));
    expect(Math.abs(under / draws - 0.9)).toBeLessThan(4 * Math.sqrt((0.1 * 0.9) / draws));
  });

  it('keep shares within 0 and 1, shares of a whole at the whole, and counts above nothing', () => {
    for (let draw = 0; draw < 40; draw++) {
      const drawn = drawFigures(model.portfolio, drawnQuantiles(11, draw));
      for (const figure of figuresOf(drawn).filter(isUncertain)) {
        expect(figure.value, figure.path).toBeGreaterThanOrEqual(0);
        if (figure.dimension === 'share') expect(figure.value, figure.path).toBeLessThanOrEqual(1);
      }
      drawn.groups.forEach(({ turnTo }, g) => {
        const sum = turnTo.reduce((total, { share }) => total + share.value, 0);
        const best = model.portfolio.groups[g].turnTo.reduce((t, { share }) => t + share.value, 0);
        expect(sum).toBeLessThanOrEqual(1 + 1e-12);
        if (best > 0.999) expect(sum).toBeCloseTo(1, 12);
      });
      for (const { whenRefused } of drawn.contracts) {
        const { reTendered, moneyMoved, moneyLost } = whenRefused;
        expect(reTendered.value + moneyMoved.value + moneyLost.value).toBeCloseTo(1, 12);
      }
    }
  });

  it('hold the share that is tried, and let its partners alone make room', () => {
    const key = 'contracts.roads-award.when-refused.re-tendered.share';
    const refusedAt = (quantile: number) => {
      const { contracts } = figuresAt(model.portfolio, { [key]: quantile });
      const { whenRefused: of } = contracts.find(({ id }) => id === 'roads-award')!;
      return [of.reTendered, of.moneyMoved, of.moneyLost].map(({ value }) => value);
    };
    // 90%, 7% and 3% with a range of 30% either way: 37% or nothing is left for 7 to 3.
    [0.63, 0.259, 0.111].forEach((share, i) => expect(refusedAt(0.1)[i]).toBeCloseTo(share, 12));
    [1, 0, 0].forEach((share, i) => expect(refusedAt(0.9)[i]).toBeCloseTo(share, 12));
    // Where the shares leave a rest, partners give way only to what would be more than all.
    const turns = (quantile: number) =>
      figuresAt(model.portfolio, { 'groups.let-down.turn-to.connect4change.share': quantile })
        .groups.find(({ id }) => id === 'let-down')!
        .turnTo.map(({ share }) => share.value);
    [0.385, 0.2, 0.1, 0.05].forEach((share, i) => expect(turns(0.1)[i]).toBeCloseTo(share, 12));
    const room = (1 - 0.715) / 0.35;
    [0.715, 0.2 * room, 0.1 * room, 0.05 * room].forEach((share, i) =>
      expect(turns(0.9)[i]).toBeCloseTo(share, 12),
    );
  });

  it('try every share at an end that the figures then really have', () => {
    const tried = inputsTriedAt(model.portfolio, [0.1, 0.9]);
    expect(tried).toEqual(uncertainInputs(model.portfolio));
    for (const { key, figure } of tried.filter(
      ({ figure: { dimension } }) => dimension === 'share',
    )) {
      for (const [at, end] of [
        [0.1, figure.low],
        [0.9, figure.high],
      ]) {
        const drawn = figuresAt(model.portfolio, { [key]: at });
        const there = figuresOf(drawn).find(({ path }) => path === figure.path)!;
        expect(there.value, key).toBeCloseTo(end, 12);
      }
    }
  });

  it('try no share that is all of its whole, but where the rest goes to nobody', () => {
    const alone = readShipped('one-worker-one-contract').model.portfolio;
    const [refused, turn] = [
      'contracts.award.when-refused.re-tendered.share',
      'groups.people.turn-to.outreach',
    ];
    const keysOf = (of: { key: string }[]) => of.map(({ key }) => key);
    expect(keysOf(uncertainInputs(alone))).toEqual(expect.arrayContaining([refused, turn]));
    const tried = keysOf(inputsTriedAt(alone, [0.1, 0.9]));
    expect(tried).not.toContain(refused);
    expect(tried).toContain(turn);
    expect(figuresAt(alone, { [turn]: 0.1 }).groups[0].turnTo[0].share.value).toBeCloseTo(0.7, 12);
    // In sets of figures it varies too, so that a correlation with it means something.
    const draws = Array.from({ length: 40 }, (_, draw) =>
      drawFigures(alone, drawnQuantiles(1, draw)),
    );
    const turned = draws.map(({ groups }) => groups[0].turnTo[0].share.value);
    expect(Math.min(...turned)).toBeLessThan(0.8);
    expect(Math.max(...turned)).toBeLessThanOrEqual(1);
    for (const { contracts } of draws) {
      expect(contracts[0].whenRefused.reTendered.value).toBeCloseTo(1, 12);
    }
  });

  it('fill a vehicle’s stops by the contacts drawn, and change a group’s trend', () => {
    const raw = structuredClone(model.raw) as unknown as {
      groups: Record<string, { 'changes-by'?: unknown }>;
    };
    raw.groups.opioid['changes-by'] = {
      best: '2% per year',
      low: '-3% per year',
      high: '5% per year',
    };
    const portfolio = portfolioWith([], raw as unknown as PortfolioFile);
    const vehicle = (of: Portfolio) => of.services.find(({ id }) => id === 'outreach-vehicle')!;
    const [key] = ['services.outreach-vehicle.contacts'];
    const at = (quantile: number) =>
      figuresAt(portfolio, { [key]: quantile, 'groups.opioid.changes-by': 0.1 });
    const places = (of: Portfolio) => vehicle(of).points.map(({ sessions }) => sessions[0].people!);
    expect(places(at(0.9))[0]).toBeGreaterThan(places(portfolio)[0]);
    expect(places(at(0.1))[0]).toBeLessThan(places(portfolio)[0]);
    expect(at(0.1).groups[0].trend.value).toBeCloseTo(-0.03, 12);
  });

  it('let a length keep its shape and grow with its mean', () => {
    const raw = structuredClone(model.raw) as unknown as {
      groups: Record<string, { patience: unknown }>;
    };
    raw.groups.opioid.patience = {
      median: { best: '10 weeks', low: '5 weeks', high: '20 weeks' },
      'ninety-percent-under': '30 weeks',
    };
    const before = portfolioWith([], raw as unknown as PortfolioFile).groups[0].patience;
    const drawn = figuresAt(portfolioWith([], raw as unknown as PortfolioFile), {
      'groups.opioid.patience': 0.9,
    }).groups[0].patience;
    if (before.law !== 'lognormal' || drawn.law !== 'lognormal') throw new Error('Another law.');
    expect(drawn.sigma).toBe(before.sigma);
    expect(drawn.mean.value / before.mean.value).toBeCloseTo(2, 12);
    expect(drawn.mu - before.mu).toBeCloseTo(Math.log(2), 12);
  });
});
