import { describe, expect, it } from 'vitest';
import type { Estimate, OverFigures, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import { countFigures, listFigures } from '$lib/documents/list-figures.ts';
import { linesOf, type ReportBlock, type ReportTable } from '$lib/documents/report-block.ts';
import { reportHtml } from '$lib/documents/report-html.ts';
import { mermaidLines, reportMarkdown } from '$lib/documents/report-markdown.ts';
import { resultTables } from '$lib/documents/stress-results.ts';
import { stressReport, type Reported, type StressItem } from '$lib/documents/stress-report.ts';
import { figuresOf } from '$lib/portfolio/figures-of.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { countsInWords } from '$lib/words/figure-counts.ts';
import { writtenInWords } from '$lib/words/figure-in-words.ts';
import { methodInShort } from '../../src/content/method-in-short.ts';
import { readShipped, shipped } from '../models/shipped-model.ts';

/** The items of STRESS-DES 1.1, as its authors number them. */
const CHECKLIST = [
  ...['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5', '3.1', '3.2', '3.3', '3.4'],
  ...['4.1', '4.2', '4.3', '5.1', '5.2', '5.3', '5.4', '6.1'],
];

function reported(model: Model, more: Partial<Reported> = {}): Reported {
  return {
    model,
    hash: 'f'.repeat(64),
    engine: '1.0.0+test',
    method: methodInShort(),
    scenarios: model.scenarios,
    summary: null,
    machine: null,
    ...more,
  };
}

function items(more: Reported): StressItem[] {
  return stressReport(more).sections.flatMap((section) => section.items);
}

function item(more: Reported, id: string): StressItem {
  return items(more).find((one) => one.id === id)!;
}

function tables(blocks: readonly ReportBlock[]): ReportTable[] {
  return blocks.filter((block) => block.kind === 'table');
}

/** Everything that blocks say, one line a text or cell. */
function said(blocks: readonly ReportBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case 'text':
        return [block.text];
      case 'list':
        return block.items;
      case 'formulas':
        return block.lines;
      case 'part':
        return [block.title];
      case 'flow':
        return block.boxes.map(({ name }) => name);
      case 'table':
        return [block.caption, ...block.rows.flat().flatMap(linesOf)];
    }
  });
}

describe.each(shipped)('the report of %s', (id) => {
  const { model } = readShipped(id);
  const { portfolio } = model;

  it('has every item of the checklist once, filled or marked with what belongs there', () => {
    const all = items(reported(model));
    expect(all.map((one) => one.id)).toEqual(CHECKLIST);
    for (const { id, title, blocks, toFill } of all) {
      expect(title).not.toBe('');
      expect(blocks.length + toFill.length, id).toBeGreaterThan(0);
      for (const { hint } of toFill) expect(hint, id).toMatch(/^[A-Z].{20,}\.$/);
      expect(said(blocks).join('\n'), id).not.toMatch(/undefined|NaN|Infinity|\[object/);
    }
  });

  it('leaves to people what no model knows, and to a run what only a run knows', () => {
    const open = items(reported(model)).flatMap(({ id, toFill }) =>
      toFill.map(({ by }) => `${id} ${by}`),
    );
    const ofPeople = ['1.1', '1.3', '3.1', '3.2', '3.4', '5.4', '6.1'].map((id) => `${id} you`);
    expect([...open].sort()).toEqual([...ofPeople, '4.3 a run'].sort());
  });

  it('lists every figure of the portfolio once, as its file writes it, with its grade', () => {
    const rows = tables(item(reported(model), '3.3').blocks).flatMap((table) => table.rows);
    const own = new Map(
      figuresOf(portfolio)
        .filter(({ byDefault, path }) => !byDefault && path)
        .map((quantity) => [quantity.path, quantity]),
    );
    expect(rows).toHaveLength(own.size);
    const values = rows.map((row) => row[1]).sort();
    expect(values).toEqual([...own.values()].map(writtenInWords).sort());
    const weak = rows.filter((row) => String(row[3]).startsWith('assumption')).length;
    expect(weak).toBe([...own.values()].filter(({ grade }) => grade === 'assumption').length);
    for (const { of, what, written, range } of listFigures(portfolio)) {
      expect(rows).toContainEqual([
        [...of, what].join(' › '),
        written,
        range === null ? '–' : (expect.stringContaining(range) as string),
        expect.any(String),
        expect.any(String),
      ]);
    }
  });

  it('counts figures as the pages do, and says what is decided', () => {
    const counts = countFigures(listFigures(portfolio));
    const [said] = item(reported(model), '3.3').blocks;
    expect(said).toMatchObject({
      text: expect.stringContaining(countsInWords(counts)) as string,
    });
  });

  it('names every group, stage, role, list, link and contract', () => {
    const components = item(reported(model), '2.5').blocks;
    const rows = tables(components).flatMap((table) => table.rows.map(([first]) => first));
    for (const group of portfolio.groups) expect(rows).toContain(group.name);
    for (const { name, roles, pathway, places, points, partners } of portfolio.services) {
      expect(rows.filter((row) => row === name).length).toBeGreaterThanOrEqual(2);
      for (const part of [...roles, ...pathway, ...places, ...points, ...partners]) {
        expect(rows).toContain(`${name}: ${part.name}`);
      }
    }
    for (const contract of portfolio.contracts) expect(rows).toContain(contract.name);
  });

  it('says what each assumption is, why it is there and when it has no effect', () => {
    const [table] = tables(item(reported(model), '3.4').blocks);
    expect(table?.rows ?? []).toHaveLength(portfolio.assumptions.length);
    portfolio.assumptions.forEach(({ rationale, quantity, none }, at) => {
      const row = table.rows[at];
      expect(row[1]).toBe(writtenInWords(quantity));
      expect(row[3]).toBe(none === undefined ? 'cannot be switched off' : `at ${none}`);
      if (rationale) expect(row[5]).toBe(rationale);
    });
  });

  it('lists every change of every scenario', () => {
    const { blocks } = item(reported(model), '2.3');
    for (const { title, story, changes } of model.scenarios) {
      const told = tables(blocks).find((one) => one.caption === `What “${title}” changes`);
      expect(told?.rows ?? []).toHaveLength(changes.length);
      changes.forEach((change, at) => {
        const place =
          'set' in change ? change.set : 'remove' in change ? change.remove : change.add;
        expect(told!.rows[at][0]).toBe(place);
        if ('set' in change && typeof change.to === 'string') {
          expect(told!.rows[at][2]).toBe(change.to);
        }
      });
      if (story) expect(said(blocks)).toContain(story);
    }
  });

  it('says all of it as Markdown and as a page without scripts', () => {
    const report = stressReport(reported(model));
    const [markdown, html] = [reportMarkdown(report), reportHtml(report)];
    for (const { id, title } of items(reported(model))) {
      expect(markdown).toContain(`\n### ${id} ${title}\n`);
      expect(html).toContain(`<h3 id="item-${id}">${id} ${title}</h3>`);
    }
    expect(markdown.split('\n').slice(0, 3).join(' ')).toContain(`> **${portfolio.notice}`);
    expect(html).not.toMatch(/<script|<link|<img|\sstyle=|\son[a-z]+=|url\(|@import/i);
    expect(html.indexOf(`<p>${portfolio.notice}`)).toBeLessThan(html.indexOf('<h1>'));
    const [begun, ended] = [/<table>/g, /<\/table>/g].map((tag) => html.match(tag)?.length);
    expect(begun).toBe(ended);
    expect(html.match(/<table><caption>[^<]/g)).toHaveLength(begun!);
    expect(html).not.toMatch(/<th>|<td><\/td>/);
  });
});

describe('a model made to harm', () => {
  const { model } = readShipped('one-queue');
  const nasty = '<img src=x onerror=alert(1)> | **`x`** [a](javascript:b)\n# c\u202e\u001b[2J';
  const harmful: Model = {
    ...model,
    portfolio: { ...model.portfolio, title: nasty, notice: nasty, question: nasty },
  };

  it('is shown, not obeyed', () => {
    const report = stressReport(reported(harmful));
    const [markdown, html] = [reportMarkdown(report), reportHtml(report)];
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(markdown).toContain('\\<img src=x onerror=alert(1)\\> \\| \\*\\*\\`x\\`\\*\\*');
    expect(markdown).not.toMatch(/^# c/m);
    // eslint-disable-next-line no-control-regex
    expect(markdown + html).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

it('writes what an arrow says with no mark that ends it', () => {
  const arrows = [{ from: 0, to: 1, says: '50% "--> b9\n  b8', beside: true }];
  expect(mermaidLines({ kind: 'flow', boxes: [], arrows })).toEqual([
    'flowchart LR',
    '  b0 -. "50% #34;--#62; b9 b8" .-> b1',
  ]);
});

it('draws the flow of a model made to harm with nothing but its names', () => {
  const { model } = readShipped('one-queue');
  const nasty = 'a"] --> b[<img>\n```\n%%{init: 1}%%#59;';
  const [service, ...services] = model.portfolio.services;
  const [group, ...groups] = model.portfolio.groups;
  const portfolio = {
    ...model.portfolio,
    services: [{ ...service, name: nasty }, ...services],
    groups: [{ ...group, name: nasty }, ...groups],
  };
  const markdown = reportMarkdown(stressReport(reported({ ...model, portfolio })));
  const [, chart] = /^```mermaid\n([\s\S]*?)\n```$/m.exec(markdown)!;
  const drawn = 'a#34;#93; --#62; b#91;#60;img#62; #96;#96;#96; %%#123;init#58; 1#125;%%#35;59#59;';
  const labels = [...chart.matchAll(/"([^"]*)"/g)].map(([, label]) => label);
  expect(labels.filter((label) => label === drawn)).toHaveLength(2);
  expect(chart.replace(/"[^"]*"/g, '').split('\n')).toEqual([
    'flowchart LR',
    expect.stringMatching(/^ {2}b0\(\[\]\)$/),
    expect.stringMatching(/^ {2}b1\[\]$/),
    expect.stringMatching(/^ {2}b0 -- {2}--> b1$/),
  ]);
});

it('says of each target what it is used for, as a calibration would', () => {
  const { model } = readShipped('one-pathway');
  const [fitted, , held] = model.portfolio.targets;
  const targets = [fitted, held, { ...fitted, id: 'looked-at', fittedWith: [] }];
  const shown = { ...model, portfolio: { ...model.portfolio, targets } };
  const table = tables(item(reported(shown), '3.1').blocks).at(-1)!;
  expect(table.rows.map((row) => row[3])).toEqual([
    'fitting',
    'held out: looked at after fitting',
    'looked at; nothing is fitted to it',
  ]);
});

it('says who waits when the warm-up begins, where somebody does', () => {
  const { model } = readShipped('one-queue');
  const captions = (one: Model) =>
    tables(item(reported(one), '4.1').blocks).map(({ caption, rows }) => [caption, rows]);
  expect(captions(model)).toEqual([]);
  const [first, ...others] = model.portfolio.services;
  const people = { ...first.roles[0].posts, value: 7, written: '7' };
  const waiting = { ...first, waitingToday: [{ group: 0, people }] };
  const portfolio = { ...model.portfolio, services: [waiting, ...others] };
  expect(captions({ ...model, portfolio })).toEqual([
    [
      'People who wait when the warm-up begins',
      [[first.name, model.portfolio.groups[0].name, '7']],
    ],
  ]);
});

it('says figures that differ clearly apart, each so finely that its range fits', () => {
  const { model } = readShipped('one-queue');
  const like = { id: 'spend', by: null, unit: 'GBP', better: 'neither', headline: true } as const;
  const figures = (low: number, high: number) => ({ figures: { low, high } }) as OverFigures;
  const measure = (mean: number, low: number, high: number): Estimate => ({
    ...{ ...like, mean, low, high },
    overFigures: figures(low, high),
  });
  const scenario = (id: string, own: Estimate): ScenarioSummary => ({
    ...{ id, title: id, story: '', measures: [own], series: [], endings: [], threads: [] },
  });
  const summary = {
    ...{ engine: '1', seed: 1, replications: 8, warmUpDays: 0, notes: [] },
    scenarios: [
      scenario('as-it-is', measure(2_163_460, 2_110_036, 2_216_884)),
      scenario('three-year', measure(2_203_225, 2_152_226, 2_254_224)),
    ],
    comparisons: [
      {
        ...{ scenario: 'three-year', baseline: 'as-it-is' },
        differences: [{ ...like, difference: 39_765, low: 19_000, high: 63_000 }],
      },
    ],
  } as unknown as Summary;
  const table = resultTables(reported(model), summary)[0] as ReportTable;
  expect(table.rows.map((row) => row.slice(1))).toEqual([
    [
      [
        '£2.16 million',
        'between £2.11 million and £2.22 million',
        'over plausible figures between £2.11 million and £2.22 million',
      ],
      [
        '£2.2 million',
        'between £2.15 million and £2.25 million',
        'over plausible figures between £2.15 million and £2.25 million',
      ],
    ],
  ]);
});
