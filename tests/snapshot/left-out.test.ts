import { beforeAll, describe, expect, it } from 'vitest';
import { judgePrinciples } from '$lib/comparison/judge-principles.ts';
import { readingsOfPortfolio } from '$lib/comparison/portfolio-readings.ts';
import { thingsTested } from '$lib/comparison/principle-items.ts';
import { snapshotPaper } from '$lib/documents/snapshot-paper.ts';
import { snapshotTables } from '$lib/documents/snapshot-tables.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { readModel, type Model } from '$lib/portfolio/read-model.ts';
import { readModelFolder } from '$lib/server/read-model-folder.ts';
import { disclose } from '$lib/snapshot/disclosure.ts';
import { freeze, type Frozen } from '$lib/snapshot/freeze.ts';
import { mayTurn, possiblePortfolios } from '$lib/snapshot/possible-portfolios.ts';
import { publishedResults } from '$lib/snapshot/published-results.ts';
import type { Snapshot } from '$lib/snapshot/snapshot.ts';
import { rerun } from '$lib/snapshot/verify.ts';
import { workOut } from '$lib/snapshot/work-out.ts';
import { ENGINE, runHere, smallModel, smallSnapshot } from './small-run.ts';

const PRINCIPLES = `
assumptions:
  living-wage: { best: 25878 GBP per year, source: records }
  half-of-that: { best: 12939 GBP per year, source: records }
principles:
  - { id: lived, says: Lived experience, test: lived-experience-posts >= 20%, partly: lived-experience-posts >= 5% }
  - { id: costs, says: Full cost, for-each: award, test: pays >= costs }
  - { id: wage, says: A living wage, for-each: post, test: pay >= living-wage }
  - { id: half-wage, says: Half of that, for-each: post, test: pay >= half-of-that }
  - { id: long, says: Long awards, for-each: award, test: term >= 36 months }
`;

/** One service on one award, of one measured post that pays under the living wage, and is marked. */
function marked(): Model {
  const [main, ...others] = smallModel().files;
  const role =
    'posts: { best: 1, source: records }\n        lived-experience: true\n        source: records\n' +
    '        pay: { best: 25600 GBP per year, source: records }\n' +
    '        cost: { best: 45400 GBP per year, source: records }\n';
  const text =
    main.text
      .replace(/^sources:$/m, 'sources:\n  records: { title: Records, year: 2026, kind: measured }')
      .replace('posts: 1\n', role)
      .replace(/^ {8}cost: 45000.*\n/m, '')
      .replace(/^ {4}pays: .*$/m, '    pays: { best: 45000 GBP per year, source: records }')
      .replace(/^principles:\n(?: .*\n)*/m, '') + PRINCIPLES;
  const { value, findings } = readModel([{ ...main, text }, ...others], 'marked');
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

const SCENARIOS = ['as-it-is', 'thirty-six-months'];

describe('what is published of a model whose small team had pay rounded and a mark left out', () => {
  const truth = marked();
  let snapshot: Snapshot;
  let frozen: Frozen<Snapshot>;
  beforeAll(async () => {
    const { model, edits } = disclose(truth, SCENARIOS).value!;
    const run = { seed: 1, replications: 2, draws: 0 };
    const results = await workOut(
      { model, scenarios: model.scenarios, run, engine: ENGINE, edits },
      runHere,
    );
    const { document } = await smallSnapshot();
    const inputs = {
      model: model.id,
      portfolio: model.files[0].text,
      scenarios: model.files.slice(1).map(({ path, text }) => ({
        id: path.replace(/^scenarios\/|\.yaml$/g, ''),
        text,
      })),
      edits,
    };
    frozen = freeze({ ...document, inputs, run: { ...run, scenarios: SCENARIOS }, results });
    snapshot = frozen.document;
  });

  it('is every verdict that the true model gives, or that it cannot be told', () => {
    const [now] = snapshot.results.principles;
    const told = now.verdicts.map(({ id, verdict, leftOut }) => [id, verdict, leftOut]);
    expect(judgePrinciples(truth.portfolio, null).map(({ id, verdict }) => [id, verdict])).toEqual([
      ['lived', 'met'],
      ['costs', 'not met'],
      ['wage', 'not met'],
      ['half-wage', 'met'],
      ['long', 'cannot tell'],
    ]);
    expect(told).toEqual([
      ['lived', 'cannot tell', 'small teams'],
      ['costs', 'cannot tell', 'small teams'],
      ['wage', 'cannot tell', 'small teams'],
      ['half-wage', 'met', undefined],
      ['long', 'cannot tell', undefined],
    ]);
  });

  it('counts no posts held with lived experience, in figures or differences', () => {
    expect(JSON.stringify(snapshot.results.summary)).toContain('"volunteer-share"');
    expect(JSON.stringify(snapshot.results.summary)).not.toContain('"lived-experience-share"');
  });

  it('says so on the page and in the tables', () => {
    const { model } = disclose(truth, SCENARIOS).value!;
    const page = JSON.stringify(snapshotPaper(frozen, model, null).sections);
    expect(page).toContain('["Lived experience","Cannot tell: left out for small teams"');
    expect(page).toContain('["Half of that","Met"');
    expect(page).toContain('Sums of money may be up to about £500 a year out for that');
    expect(page).toContain('nothing says whether somebody there has lived experience');
    const tables = snapshotTables(frozen, model.portfolio);
    const { columns, rows } = tables.find(({ name }) => name === 'principles')!;
    const cell = (wanted: string) => rows[0][columns.findIndex(({ name }) => name === wanted)];
    expect(cell('verdict')).toBe('cannot tell: left out for small teams');
    expect(cell('as_assumed')).toBe('cannot tell: left out for small teams');
  });

  it('is what its own model gives when it is run again', async () => {
    expect(await rerun(snapshot, ENGINE, runHere)).toEqual({ kind: 'same', engine: ENGINE });
  });
});

it('judges records of before as they were judged then, so that they still give their own', () => {
  const model = disclose(marked(), SCENARIOS).value!.model;
  const what = 'lived-experience mark left out' as const;
  const edits = [{ path: 'services.outreach.roles.outreach-worker.lived-experience', what }];
  const summary = { scenarios: [], comparisons: [] } as never;
  const [now] = publishedResults(model, model.scenarios, summary, edits).principles;
  expect(now.verdicts[0]).toMatchObject({ id: 'lived', verdict: 'not met' });
  expect(now.verdicts[0].leftOut).toBeUndefined();
});

it('never says what of South Ayrshire is not so, and leaves what can be told', async () => {
  const { files } = await readModelFolder('models/south-ayrshire');
  const truth = readModel(files, 'south-ayrshire').value!;
  const { model, edits } = disclose(truth, ['as-it-is']).value!;
  const summary = { scenarios: [], comparisons: [] } as never;
  const [now] = publishedResults(model, model.scenarios.slice(0, 1), summary, edits).principles;
  const left = now.verdicts.filter(({ leftOut }) => leftOut).map(({ id }) => id);
  expect(left).toContain('lived-experience');
  const told = (of: typeof now.verdicts) =>
    of
      .filter(({ id }) => !left.includes(id))
      .map(({ id, verdict, ifAssumptionsHold }) => [id, verdict, ifAssumptionsHold]);
  expect(told(now.verdicts)).toEqual(told(judgePrinciples(truth.portfolio, null)));
  expect(left.length).toBeLessThan(4);
});

it('knows every name of a test that turns on what is not said', async () => {
  const { files } = await readModelFolder('models/south-ayrshire');
  const { model, edits } = disclose(readModel(files, 'south-ayrshire').value!, []).value!;
  const rounded = edits.flatMap(({ path }) => {
    const role = path.replace(/\.[^.]*$/, '');
    return (['pay', 'cost'] as const).map((key) => ({
      path: `${role}.${key}`,
      what: `${key} rounded` as const,
    }));
  });
  const readings = possiblePortfolios(model.portfolio, [...edits, ...rounded]).map(readingsOf);
  const names = new Set(readings.flatMap((one) => [...one.keys()]));
  const turning = [...names].filter((name) =>
    readings.some((one) => one.get(name) !== readings[0].get(name)),
  );
  expect(turning.length).toBeGreaterThan(4);
  expect(turning.filter((name) => !mayTurn({ written: name.split(' ')[0] }))).toEqual([]);
});

/** What every name stands for, of each thing. */
function readingsOf(portfolio: Portfolio): Map<string, number | null> {
  const each = (['award', 'service', 'post'] as const).flatMap((scope) =>
    thingsTested(portfolio, scope).flatMap(({ id, readings }) =>
      Object.entries(readings).map(([name, { value }]) => [`${name} of ${id}`, value] as const),
    ),
  );
  const whole = Object.entries(readingsOfPortfolio(portfolio)).map(
    ([name, { value }]) => [name, value] as const,
  );
  return new Map([...each, ...whole]);
}
