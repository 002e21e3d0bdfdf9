import { beforeAll, describe, expect, it, test } from 'vitest';
import { heldTogether } from '$lib/comparison/held-together.ts';
import type { PaperBlock } from '$lib/documents/paper.ts';
import { tableCsv } from '$lib/documents/data-package.ts';
import { pictureTable } from '$lib/documents/picture-inputs.ts';
import { atomFeed, changesPage, listJson } from '$lib/documents/site-pages.ts';
import { snapshotHtml } from '$lib/documents/snapshot-html.ts';
import { snapshotPaper, type SnapshotPaper } from '$lib/documents/snapshot-paper.ts';
import { snapshotTables } from '$lib/documents/snapshot-tables.ts';
import { freeze, type Frozen } from '$lib/snapshot/freeze.ts';
import { listedVersion } from '$lib/snapshot/listed.ts';
import type { Snapshot } from '$lib/snapshot/snapshot.ts';
import { modelOf } from '$lib/snapshot/verify.ts';
import { smallSnapshot } from '../snapshot/small-run.ts';
import { readWith } from '../snapshot/text.ts';

let frozen: Frozen<Snapshot>;
beforeAll(async () => {
  frozen = await smallSnapshot();
});

const SAID = `
said:
  - { who: families, says: Trust came before any plan, when: "2019", source: SOURCE, noted-by: the panel's note-taker }
  - { who: panel, says: Nobody rang back., quoted: true, when: "2024-05", source: SOURCE, scenarios: [thirty-six-months] }
log:
  noted-by: planning analyst
  noted-on: "2026-10-01"
  decisions:
    - { when: "2026-10-02", by: steering group, what: Only awards are compared, why: posts are agreed }
  checks:
    - { when: "2026-10-03", by: data analyst, what: Counted posts again, found: one too many }
`;

function withSaid(): { frozen: Frozen<Snapshot>; paper: SnapshotPaper } {
  const { inputs } = frozen.document;
  const source = /^ {2}([\w-]+): \{ title:/m.exec(inputs.portfolio)![1];
  const portfolio = inputs.portfolio + SAID.replaceAll('SOURCE', source);
  const again = freeze({ ...frozen.document, inputs: { ...inputs, portfolio } });
  return { frozen: again, paper: paperOf(again) };
}

function read(of: Frozen<Snapshot>) {
  const found = modelOf(of.document);
  if ('why' in found) throw new Error(found.why.join());
  return found.model;
}

const paperOf = (of: Frozen<Snapshot>) => snapshotPaper(of, read(of), null);
const blocksOf = ({ sections }: SnapshotPaper, id: string) =>
  sections.find((section) => section.id === id)?.blocks ?? [];
const pictures = (paper: SnapshotPaper) =>
  blocksOf(paper, 'pictures').flatMap((block) => (block.kind === 'picture' ? block.picture : []));
const tableOf = (blocks: PaperBlock[], caption: string) =>
  blocks.find((block) => block.kind === 'table' && block.caption === caption);

describe('a snapshot of a model that holds what people said, and its log', () => {
  it('shows what was said with its source and date, in their words only where they agreed', () => {
    const { paper } = withSaid();
    const said = blocksOf(paper, 'cannot-show').filter(({ kind }) => kind === 'said');
    expect(said).toMatchObject(
      [
        { says: 'She came back every week.' },
        { says: 'Nobody rang back.', inOtherWords: false, from: /panel.*May 2024.*Thirty-six/ },
        { says: 'Trust came before any plan', inOtherWords: true, from: /Families.*2019/ },
      ].map((one) => ({
        ...one,
        ...('from' in one ? { from: expect.stringMatching(one.from!) as string } : {}),
      })),
    );
  });

  it('shows decisions and checks, and gives them as tables', () => {
    const { frozen: again, paper } = withSaid();
    expect(
      tableOf(blocksOf(paper, 'assumptions'), 'What was decided about the model'),
    ).toMatchObject({
      rows: [['2 October 2026', 'steering group', 'Only awards are compared', 'posts are agreed']],
    });
    expect(tableOf(blocksOf(paper, 'checks'), 'Checks written down with the model')).toMatchObject({
      rows: [['3 October 2026', 'data analyst', 'Counted posts again', 'one too many']],
    });
    const html = snapshotHtml(paper);
    expect(html).toContain('Noted by planning analyst on 1 October 2026');
    const names = snapshotTables(again, read(again).portfolio).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['decisions', 'checks', 'said']));
  });
});

test('a page keeps the blanks of a text, and has none at the end of a line', () => {
  const limits = [`Not${' '.repeat(9_900)}a forecast.`];
  const document = { ...frozen.document, text: { ...frozen.document.text, limits } };
  const html = snapshotHtml(paperOf({ ...frozen, document }));
  const body = html.slice(html.indexOf('<body>'));
  expect(body.includes(limits[0])).toBe(true);
  expect(/<!--|\s\n/.exec(body)).toBeNull();
});

describe('the first side of a snapshot', () => {
  /** The same snapshot with every difference clear and of one size. */
  const withDifferences = (size: number) => {
    const results = structuredClone(frozen.document.results);
    for (const { differences } of results.summary.comparisons) {
      for (const one of differences) {
        Object.assign(one, { difference: size, low: size * 0.9, high: size * 1.1 });
      }
    }
    return paperOf(freeze({ ...frozen.document, results }));
  };
  const firstList = ({ first }: SnapshotPaper) =>
    first.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  const texts = (paper: SnapshotPaper) =>
    blocksOf(paper, 'words').flatMap((block) => (block.kind === 'text' ? block.text : []));

  it('says what is large enough to count', () => {
    const paper = withDifferences(2000);
    expect(firstList(paper)[0]).toMatch(/2,000 (more|fewer) than under/);
    expect(texts(paper).join()).not.toContain('Clear, but');
  });

  it('does not say what is clear and too small to count: that stands below, as such', () => {
    const paper = withDifferences(0.004);
    expect(firstList(paper)).toEqual([
      expect.stringMatching(
        /^Hardly anything changes under .*: what is clear is less than half of one in 100/,
      ),
    ]);
    expect(texts(paper).join()).toMatch(/Clear, but less than half of one in 100, or half a day: /);
  });
});

describe('a snapshot of which the other reading of renewal, or other figures, say otherwise', () => {
  const CLEAR = { difference: -9, low: -10, high: -8, shareBetter: 1 };
  const OTHER = 'With renewal read per decision: no clear difference (between 20 fewer and 2 more)';

  const paperWith = (own: object, otherRenewal: object) => {
    const results = structuredClone(frozen.document.results);
    for (const { differences } of results.summary.comparisons) {
      for (const one of differences) Object.assign(one, own, { otherRenewal });
    }
    return paperOf(freeze({ ...frozen.document, results }));
  };
  const itemsOf = ({ first }: SnapshotPaper) =>
    first.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));

  it('says so in the table, and on the first side beside what is clear', () => {
    const paper = paperWith(CLEAR, { difference: -9, low: -20, high: 2 });
    expect(itemsOf(paper)[0]).toMatch(/9 fewer than under .*\. With renewal read per decision: no/);
    expect(itemsOf(paper)[0]).toContain(OTHER);
    const rows = blocksOf(paper, 'measures').flatMap((one) =>
      one.kind === 'measures' ? one.rows : [],
    );
    expect(rows[0].cells[1].lines).toContain(OTHER);
    expect(rows[0].cells[1].lines.join()).toMatch(/Eight in ten sets of plausible figures: /);
    expect(JSON.stringify(paper.first)).toContain('Renewal is read per year. Where reading it');
  });

  it('says in the table, and not on the first side, what is the same answer', () => {
    const paper = paperWith(
      { ...CLEAR, overFigures: undefined },
      { difference: -9, low: -11, high: -7 },
    );
    expect(itemsOf(paper).join()).not.toContain('read per decision');
    expect(JSON.stringify(blocksOf(paper, 'measures'))).toContain('read per decision: 9 fewer');
  });

  it('says what is clear under the other reading alone', () => {
    const paper = paperWith({ difference: -1, low: -3, high: 1 }, CLEAR);
    expect(itemsOf(paper)[0]).toMatch(/No clear difference.*With renewal read per decision: 9 /);
    expect(JSON.stringify(blocksOf(paper, 'words'))).toContain(
      'read the other way these are clear',
    );
  });
});

describe('a snapshot of which a difference cannot be told', () => {
  it('does not put down to luck what cannot be told', () => {
    const results = structuredClone(frozen.document.results);
    for (const { differences } of results.summary.comparisons) {
      for (const one of differences) {
        const range = one.id === 'wait-mean' ? { low: -1, high: 1 } : { low: null, high: null };
        Object.assign(one, { difference: 0.1, otherRenewal: undefined, ...range });
      }
    }
    const { first } = paperOf(freeze({ ...frozen.document, results }));
    const said = JSON.stringify(first);
    expect(said).toMatch(
      /Of \d+ main measures, \d+ cannot be told under “.*”\. Nothing is clear of the other: luck alone could make it/,
    );
    expect(said).not.toContain('Nothing is clear of “');
  });

  it('never says that there is no clear difference', () => {
    const results = structuredClone(frozen.document.results);
    for (const { differences } of results.summary.comparisons) {
      for (const one of differences) Object.assign(one, { low: null, high: null });
    }
    const paper = JSON.stringify(paperOf(freeze({ ...frozen.document, results })));
    expect(paper).toMatch(/Whether anything changes under .* cannot be told from these runs\./);
    expect(paper).toContain('Whether they differ cannot be told: ');
    expect(paper).toContain('the difference cannot be told under');
    expect(paper).not.toMatch(/no clear difference (in|under|from)|Nothing is clear of/i);
  });

  it('says of which runs it is better, and reads one that does not hold it', () => {
    const results = structuredClone(frozen.document.results);
    const [{ differences }] = results.summary.comparisons;
    for (const one of differences) {
      Object.assign(one, { difference: -9, low: -10, high: -8, shareBetter: 1 });
    }
    const paperWith = () => JSON.stringify(paperOf(freeze({ ...frozen.document, results })));
    expect(paperWith()).not.toContain('in which both can be told');
    for (const one of differences) Object.assign(one, { runsTold: 3 });
    expect(paperWith()).toContain('better in 3 of 3 runs in which both can be told');
  });
});

describe('how sure a snapshot says its ranges are', () => {
  const firstTexts = ({ first }: SnapshotPaper) =>
    first.blocks.flatMap((block) => (block.kind === 'text' ? block.text : [])).join(' ');

  it('is the level of one range, or of all scenarios at once where ranges were widened', () => {
    expect(firstTexts(paperOf(frozen))).toContain('95 of 100 ranges found like this hold');
    const results = structuredClone(frozen.document.results);
    results.summary = heldTogether(results.summary, 3);
    expect(firstTexts(paperOf(freeze({ ...frozen.document, results })))).toContain(
      'those of a measure for all 3 scenarios hold, at once,',
    );
  });
});

describe('a snapshot of as many scenarios as are compared', () => {
  it('has no table of more columns than a sheet of A4 holds', () => {
    const results = structuredClone(frozen.document.results);
    const [now, other] = results.summary.scenarios;
    results.summary.scenarios = [now, ...['b', 'c', 'd', 'e', 'f'].map((id) => ({ ...other, id }))];
    const paper = paperOf(freeze({ ...frozen.document, results }));
    const heads = paper.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => {
        if (block.kind === 'measures') return [block.scenarios.length + 1];
        if (block.kind === 'table') return [block.head.length];
        if (block.kind !== 'picture') return [];
        return [pictureTable(block.picture, results.summary).head.length];
      });
    expect(heads.length).toBeGreaterThan(6);
    expect(Math.max(...heads)).toBe(7);
  });
});

describe('what a snapshot says of itself', () => {
  const NOTICE = 'A sketch, “not” published by anybody.';
  const noticed = () => {
    const results = structuredClone(frozen.document.results);
    results.summary.portfolio.notice = NOTICE;
    return freeze({ ...frozen.document, results });
  };

  it('stands at the foot of every sheet', () => {
    const paper = paperOf(noticed());
    expect(paper.running).toMatch(/not a forecast of individuals\. A sketch, /);
    const [, foot] = /@bottom-left \{ content: "([^"]*)"/.exec(snapshotHtml(paper))!;
    expect(foot).toContain('A sketch, ');
  });

  it('stands in every row of every table, with the model, its version, runs and titles', () => {
    const of = noticed();
    const { summary } = of.document.results;
    const tables = snapshotTables(of, read(of).portfolio);
    expect(tables.length).toBeGreaterThan(2);
    const { id, hash } = summary.portfolio;
    for (const table of tables) {
      const [head] = tableCsv(table).split('\r\n');
      expect(head).toMatch(/,snapshot,snapshot_hash,status,model,model_version,runs,notice$/);
      for (const row of table.rows) {
        expect(row.slice(-4)).toEqual([id, hash.slice(0, 12), summary.replications, NOTICE]);
      }
    }
    for (const name of ['results', 'differences']) {
      const { columns, rows } = tables.find((one) => one.name === name)!;
      const at = columns.findIndex((one) => one.name === 'scenario_title');
      const titles = summary.scenarios.map(({ title }) => title);
      for (const row of rows) expect(titles).toContain(row[at]);
    }
  });

  it('stands in the lists of a site for other programs', () => {
    const of = noticed();
    const version = listedVersion(of.document, of.hash);
    const slugs = [{ slug: version.slug, versions: [version] }];
    expect(atomFeed(slugs)).toContain(NOTICE);
    expect(listJson(slugs)).toContain(`"notice": "${NOTICE}"`);
    expect(changesPage(of.document, of.document, [], [])).toContain(NOTICE);
  });
});

describe('the charts of a snapshot', () => {
  const choosing = (charts: string) => {
    const { value } = readWith([/^review-by:/m, `charts: ${charts}\nreview-by:`]);
    return paperOf(freeze({ ...frozen.document, text: value!.text }));
  };

  it('are all there are where nobody chose', () => {
    expect(pictures(paperOf(frozen)).length).toBeGreaterThan(3);
  });

  it('are those that were chosen, in one order', () => {
    const shown = pictures(choosing('[endings, cut-short-per-100]'));
    expect(shown.map(({ of }) => of)).toEqual(['range', 'endings']);
  });

  it('are none where none was chosen, and their heading goes with them', () => {
    expect(choosing('[]').sections.map(({ id }) => id)).not.toContain('pictures');
  });

  it('are known by name', () => {
    const { findings } = readWith([/^review-by:/m, 'charts: [ends]\nreview-by:']);
    expect(findings).toMatchObject([{ code: 'choice-unknown' }]);
  });
});
