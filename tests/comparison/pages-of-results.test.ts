import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { armsOfComparison } from '$lib/comparison/effect-arms.ts';
import { fairness } from '$lib/comparison/fairness.ts';
import { matByLocality } from '$lib/comparison/mat-by-locality.ts';
import { principlesCompared } from '$lib/comparison/principles-compared.ts';
import { saidShown } from '$lib/comparison/said-shown.ts';
import { scenariosShown } from '$lib/comparison/scenarios-shown.ts';
import { summarise } from '$lib/comparison/summarise.ts';
import type { Estimate, Summary } from '$lib/comparison/summary.ts';
import { localPool } from '$lib/experiment/local-pool.ts';
import { readModel, type Model } from '$lib/portfolio/read-model.ts';
import { figuresOfItems, scopeInWords, whatWouldPass } from '$lib/words/principle-words.ts';
import { againstTarget, designedElsewhere, targetInWords } from '$lib/words/promise-words.ts';
import { readShipped } from '../models/shipped-model.ts';

const folder = 'tests/samples/clean-small';
const paths = [
  'portfolio.yaml',
  ...readdirSync(`${folder}/scenarios`).map((name) => `scenarios/${name}`),
];

/** The small sample, with offers in one more service for a scenario of its own. */
function readSmall(): Model {
  const files = paths.map((path) => ({ path, text: readFileSync(`${folder}/${path}`, 'utf8') }));
  const { value } = readModel(files, 'small');
  if (!value) throw new Error('The sample cannot be read.');
  return value;
}

const model = readSmall();
const { portfolio } = readShipped('south-ayrshire').model;
let summary: Summary;

beforeAll(async () => {
  const scenarios = model.scenarios.filter(({ id }) => ['as-it-is', 'three-year'].includes(id));
  const pool = localPool();
  const result = await pool.run({
    model: { id: model.id, raw: model.raw },
    baseline: [],
    arms: armsOfComparison(scenarios).filter(({ withoutEffects }) => !withoutEffects),
    seed: 1,
    replications: 10,
    threads: 1,
  });
  pool.close();
  const { title, notice, start, horizonDays } = model.portfolio;
  summary = summarise({
    engine: '',
    portfolio: { id: 'small', title, hash: '', notice, start, horizonDays },
    result,
    scenarios,
    baseline: 'as-it-is',
  });
}, 60_000);

const measured = (scenario: number, id: string, by: object): Estimate | undefined =>
  summary.scenarios[scenario].measures.find(
    (one) => one.id === id && JSON.stringify(one.by) === JSON.stringify(by),
  );

describe('promises by locality', () => {
  it('hold what the run says of each place, and its difference, never merged', () => {
    const mat = matByLocality(scenariosShown(model, ['three-year'], summary));
    expect(mat.scenarios.map(({ id }) => id)).toEqual(['as-it-is', 'three-year']);
    expect(mat.localities.map(({ name }) => name)).toEqual(['The town', 'The coast']);
    const care = mat.promises.find(({ id }) => id === 'same-place')!;
    const within = { kind: 'locality', id: 'coast' };
    const coast = { kind: 'criterion', id: 'same-place', within };
    const [now, then] = care.scenarios;
    expect(now.places[1].reached?.mean).toBe(measured(0, 'criterion-reached', coast)?.mean);
    expect(then.places[1].days?.mean).toBe(measured(1, 'criterion-days', coast)?.mean);
    expect(now.places[1].reachedApart).toBeNull();
    const apart = then.places[1].reachedApart!;
    const [a, b] = [then, now].map(({ places }) => places[1].reached!.mean!);
    expect(apart.difference).toBeCloseTo(a - b, 9);
    expect(care.said).toEqual([]);
    expect(now.designedIn.map(({ service }) => service)).toContain('core');
  });

  it('say “working” where no source stands behind words or target', () => {
    const { promises } = matByLocality(scenariosShown(model, [], null));
    const [advocacy, care] = promises;
    expect([advocacy.wordingWorking, advocacy.source]).toEqual([true, null]);
    expect(targetInWords(advocacy)).toBe('Within 4 weeks, for 75 of 100 (working).');
    expect(targetInWords(care)).toBe('Within 6 weeks; no target.');
    expect(care.scenarios[0].everywhere.reached).toBeNull();
    const sourced = {
      ...model.raw,
      standards: { 'mat-9': [{ ...model.raw.standards!['mat-9']![0], source: 'records' }] },
    };
    const [known] = matByLocality(scenariosShown({ ...model, raw: sourced }, [], null)).promises;
    expect([known.wordingWorking, known.source?.id]).toEqual([false, 'records']);
  });

  it('hold a target against the whole range', () => {
    const [promise] = matByLocality(scenariosShown(model, [], null)).promises;
    const range = (low: number, high: number) =>
      againstTarget(promise, { ...summary.scenarios[0].measures[0], low, high });
    expect(range(40, 74)).toBe('Below the working target');
    expect(range(75, 80)).toBe('At the working target or above');
    expect(range(70, 80)).toBe('On both sides of the working target: cannot tell');
    expect(againstTarget(promise, null)).toBeNull();
  });

  it('say where a scenario designs a promise in otherwise', () => {
    const { promises } = matByLocality(scenariosShown(model, ['three-year'], null));
    const [now, then] = promises[1].scenarios;
    expect(designedElsewhere(promises[1], then, 'Three-year awards', {})).toEqual([]);
    const none = { ...then, designedIn: [] };
    expect(now.designedIn.length).toBeGreaterThan(0);
    expect(designedElsewhere(promises[1], none, 'Less', {})).toEqual(['Less: Nowhere']);
  });
});

describe('fairness', () => {
  it('sets the most deprived fifth beside others, with a gap, a ratio and what a scenario does', () => {
    const { measures, knowsDeprivation } = fairness(scenariosShown(model, ['three-year'], summary));
    expect(knowsDeprivation).toBe(true);
    const waits = measures.find(({ id }) => id === 'started-by-21-days')!;
    const [now, then] = waits.scenarios.map(({ deprivation }) => deprivation!);
    expect(now.gap.mean).toBeCloseTo(now.most.mean! - now.others.mean!, 9);
    expect(now.ratio?.mean).toBeCloseTo(now.most.mean! / now.others.mean!, 9);
    expect(now.change).toBeNull();
    expect(then.gapApart?.difference).toBeCloseTo(then.gap.mean! - now.gap.mean!, 9);
    expect(then.change).toMatch(/^(widens|narrows|opens|closes over|no clear difference)$/);
  });

  it('does not call more reach an advantage: it is not held against need', () => {
    const { measures } = fairness(scenariosShown(model, [], summary));
    const reach = measures.find(({ id }) => id === 'started-per-1000')!;
    expect([reach.isAgainstNeed, reach.better]).toEqual([false, 'neither']);
    expect(reach.scenarios[0].deprivation?.worseOff).toBeNull();
  });

  it('is told by place and group, with how many come from there', () => {
    const shown = fairness(scenariosShown(model, ['three-year'], summary));
    const kept = shown.measures.find(({ id }) => id === 'kept-a-worker-a-year')!;
    const coast = { kind: 'locality', id: 'coast' };
    expect(kept.scenarios[0].localities[1].estimate?.mean).toBe(
      measured(0, 'kept-a-worker-a-year', coast)?.mean,
    );
    expect(shown.localities[1].peopleAYear).toBe(measured(0, 'arrived', coast)?.mean);
    expect(shown.groups.map(({ id }) => id)).toEqual(model.portfolio.groups.map(({ id }) => id));
    expect(kept.scenarios[1].groups[0].apart).not.toBeNull();
    expect(fairness(scenariosShown(model, [], null)).measures).toEqual([]);
  });
});

describe('principles, scenario beside scenario', () => {
  const compared = () => principlesCompared(scenariosShown(model, ['three-year'], summary));

  it('are judged on each scenario’s own figures', () => {
    const [awards] = compared();
    expect(awards.scenarios.map(({ verdict }) => verdict.ifAssumptionsHold)).toEqual([
      'not met',
      'met',
    ]);
    expect(scopeInWords(awards)).toBe(
      'For each award that ends; met where it holds for 80% of the money of awards, partly met from 40%:',
    );
    expect(whatWouldPass(awards.scenarios[0].verdict)).toContain('would not pass: ');
    expect(whatWouldPass(awards.scenarios[1].verdict)).not.toContain('would not pass');
  });

  it('show the figures they used in each', () => {
    const [awards, waits] = compared();
    const [row] = figuresOfItems(awards);
    expect(row.kind).toBe('award');
    expect(row.cells).toHaveLength(2);
    expect(row.cells[1]).toMatch(/^Term 36 months: passes$/);
    const [wait] = figuresOfItems(waits);
    expect(wait.cells[0]).toMatch(/^\d+ (days|weeks) \(.+ to .+\)$/);
    const unrun = principlesCompared(scenariosShown(model, [], null))[1];
    expect(figuresOfItems(unrun)[0].cells).toEqual(['a run has to show it']);
  });
});

describe('what people said', () => {
  it('stands with its source, first what is about the scenarios shown', () => {
    const all = saidShown(portfolio, {});
    expect(all.filter(({ who }) => who === 'families').length).toBeGreaterThan(0);
    expect(all.every(({ source }) => source !== null)).toBe(true);
    expect(all.some(({ quoted }) => quoted)).toBe(false);
    const [first] = portfolio.said;
    const about = { ...portfolio, said: [first, { ...first, scenarios: ['five-year'] }] };
    expect(saidShown(about, {}).filter(({ who }) => who !== null)).toHaveLength(1);
    const [told] = saidShown(about, { 'five-year': 'Five-year awards' });
    expect(told.scenarios).toEqual(['Five-year awards']);
  });
});
