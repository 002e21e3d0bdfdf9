import { describe, expect, it } from 'vitest';
import { QUESTIONS } from '$lib/portfolio/agreement.ts';
import { figuresOf } from '$lib/portfolio/figures-of.ts';
import type { Link, Portfolio, Scenario, Service } from '$lib/portfolio/portfolio.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { estimateOf } from '../known-answers/estimate.ts';
import { runCase, type KnownRun } from '../known-answers/run-case.ts';
import { readShipped, shipped } from './shipped-model.ts';

/** What stories and READMEs of the shipped models say, held against what the changes do. */
const { model } = readShipped('south-ayrshire');
const now = model.portfolio;

function scenarioOf(id: string, { scenarios } = model): Scenario {
  const found = scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`There is no scenario ${id}.`);
  return found;
}

function portfolioOf(id: string): Portfolio {
  const { value } = resolve(model.raw, { id: model.id, changes: scenarioOf(id).changes });
  if (!value) throw new Error(`The scenario ${id} cannot be read.`);
  return value;
}

function serviceOf({ services }: Portfolio, id: string): Service {
  const found = services.find((one) => one.id === id);
  if (!found) throw new Error(`There is no service ${id}.`);
  return found;
}

describe('lived experience in every team on an award', () => {
  const { story } = scenarioOf('lived-experience-in-every-team');

  /** Posts of each team on an award, and how many of them have lived experience. */
  function teams({ services, contracts }: Portfolio): { posts: number; lived: number }[] {
    const onAwards = services.filter(({ contract }) => !contracts[contract].recurrent);
    return onAwards.map(({ roles }) => ({
      posts: sum(roles.map(({ posts }) => posts.value)),
      lived: sum(roles.map(({ posts, livedExperience }) => posts.value * livedExperience.value)),
    }));
  }
  const of100 = (of: { posts: number; lived: number }[]) =>
    Math.round((100 * sum(of.map(({ lived }) => lived))) / sum(of.map(({ posts }) => posts)));

  it('holds four in ten posts of each team or more, and as many of all as the story says', () => {
    const then = teams(portfolioOf('lived-experience-in-every-team'));
    for (const { posts, lived } of then) expect(lived / posts).toBeGreaterThan(0.4 - 1e-9);
    expect(story).toContain(`${of100(then)} of 100 of these posts, where ${of100(teams(now))} are`);
  });

  it('counts the teams that have none now', () => {
    expect(teams(now).filter(({ lived }) => lived === 0)).toHaveLength(4);
    expect(story).toContain('four teams have none');
  });
});

describe('agreements that answer every question', () => {
  it.each(['connect4change', 'one-stop-shop'])('stand behind all ways out of %s', (id) => {
    const portfolio = portfolioOf('agreed-between-organisations');
    const ways = linksOf(serviceOf(portfolio, id)).filter(({ to }) => typeof to === 'number');
    expect(ways.length).toBeGreaterThan(3);
    for (const { agreement } of ways) {
      expect(portfolio.agreements[agreement ?? -1]?.answers.value).toEqual([...QUESTIONS]);
    }
  });
});

describe('a leaflet as the bridge to mutual aid', () => {
  it.each(['core-treatment', 'community-treatment'])('is the only one from %s', (id) => {
    const portfolio = portfolioOf('bridge-by-leaflet');
    const service = serviceOf(portfolio, id);
    const { services } = portfolio;
    const community = services.findIndex((one) => one.id === 'recovery-community');
    expect(linksOf(service).filter(({ to }) => to === community)).toEqual([]);
    const leads = service.pathway.filter(({ then }) => then.length > 0);
    for (const { then } of leads) expect(sum(then.map(({ share }) => share.value))).toBeCloseTo(1);
  });
});

describe('the same money', () => {
  const paid = ({ contracts }: Portfolio) => sum(contracts.map(({ pays }) => pays.value * 365.25));

  it.each(model.scenarios.map(({ id }) => id))('is paid a year in %s', (id) => {
    expect(Math.abs(paid(portfolioOf(id)) - paid(now))).toBeLessThan(1);
  });

  it('is what volunteers are trained for', () => {
    const [before, after] = [now, portfolioOf('volunteers-at-the-hub')].map(
      (portfolio) => serviceOf(portfolio, 'one-stop-shop').fixedCost.value * 365.25,
    );
    const budget = Math.round(after - before).toLocaleString('en-GB');
    expect(scenarioOf('volunteers-at-the-hub').story).toContain(`£${budget} a year`);
  });
});

describe('where people turn', () => {
  const sendThere = model.scenarios.filter(({ story }) => /instead/.test(story));
  const toTheHub = sendThere.filter(({ story }) => /turn\s+to\s+the\s+hub/.test(story));

  it.each(toTheHub.map(({ id }) => id))('is there in %s', (id) => {
    const spokes = serviceOf(portfolioOf(id), 'one-stop-shop').points.length - 1;
    expect(/or\s+a\s+spoke/.test(scenarioOf(id).story)).toBe(spokes > 0);
  });
});

describe('one question a scenario', () => {
  const said = (scenario: Scenario) => scenario.changes.map((change) => JSON.stringify(change));
  const changing = model.scenarios.filter(({ changes }) => changes.length > 0);

  it('names the scenario that it builds on, where it holds all of one', () => {
    const unnamed = changing.flatMap((one) => {
      const inside = changing.filter(
        (other) => other !== one && said(other).every((change) => said(one).includes(change)),
      );
      return inside.length === 0 || one.basedOn ? [] : [one.id];
    });
    expect(unnamed).toEqual([]);
  });

  it('believes something else in the four that the README names, and in no other', () => {
    const believing = changing.filter(({ changes }) =>
      changes.some((change) => 'set' in change && change.set.startsWith('assumptions.')),
    );
    expect(believing.map(({ id }) => id).sort()).toEqual([
      'agreed-between-organisations',
      'flexible-treatment',
      'lived-experience-in-every-team',
      'more-contact-after-liberation',
    ]);
  });
});

describe('sources', () => {
  it('give the people of every locality to those who counted them', () => {
    for (const { people } of now.localities) expect(people.source).toBe('people');
  });

  it('stand behind no figure that is said to be guessed or chosen by trial', () => {
    const guessed = figuresOf(now).filter(({ why = '' }) => /guess|(was|were) chosen by/.test(why));
    const values = guessed.filter(({ observed, grade }) => !observed && grade !== 'assumption');
    expect(guessed.length).toBeGreaterThan(1);
    expect(values.map(({ path }) => path)).toEqual([]);
  });

  it('have no count of people on MAT here', () => {
    const target = now.targets.find(({ id }) => id === 'people-on-mat');
    expect(target?.value.grade).toBe('assumption');
  });
});

describe.each(shipped)('%s', (id) => {
  it('has nobody make an offer where they are beside no one', () => {
    const { findings } = readShipped(id);
    expect(findings.filter(({ code }) => code === 'offer-by-nobody-there')).toEqual([]);
  });
});

describe('what READMEs say of small models', { timeout: 120_000 }, () => {
  function runOf(id: string, scenario: string): KnownRun {
    const { model: small } = readShipped(id);
    return runCase(small, {
      replications: 20,
      changes: scenarioOf(scenario, small).changes,
    });
  }
  const value = (run: KnownRun, measure: string) => estimateOf(run.measure(measure)).value;

  it('a short list: some start sooner, and fewer start', () => {
    const [before, after] = ['as-it-is', 'a-short-list'].map((one) => runOf('one-queue', one));
    expect(value(after, 'wait-mean')).toBeLessThan(value(before, 'wait-mean'));
    expect(value(after, 'started-by-21-days')).toBeGreaterThan(value(before, 'started-by-21-days'));
    expect(value(after, 'started')).toBeLessThan(value(before, 'started'));
  });

  it('one keyworker costs waiting, a peer from the first day one worker more to lose', () => {
    const [before, keyworker, peer] = [
      'as-it-is',
      'one-keyworker-throughout',
      'a-peer-from-the-start',
    ].map((one) => runOf('one-pathway', one));
    expect(value(keyworker, 'wait-mean')).toBeGreaterThan(value(before, 'wait-mean') + 1);
    expect(Math.abs(value(peer, 'wait-mean') - value(before, 'wait-mean'))).toBeLessThan(0.2);
    expect(value(peer, 'cut-short-per-100')).toBeGreaterThan(
      value(before, 'cut-short-per-100') + 1,
    );
  });
});

function linksOf({ pathway }: Service): Link[] {
  return pathway.flatMap(({ refers, then }) => [...refers, ...then]);
}

function sum(values: number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
