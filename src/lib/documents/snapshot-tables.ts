/**
 * A snapshot's numbers as tidy tables: one thing a row, values bare, units in a column, and in every
 * row what it is of, for rows are copied from file to file without what stood above them. The CSV
 * files, the data package and the spreadsheets are all made from these.
 */
import type { Cell } from '../charts/csv-file.ts';
import type { By } from '../measures/measure.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { SHORT, type Frozen } from '../snapshot/freeze.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { DIFFERENCE_COLUMNS, DRAWN_COLUMNS, numberCells } from './difference-columns.ts';
import { narrativeBlocks } from './narrative.ts';
import { verdictCells } from './small-teams.ts';

export interface Column {
  name: string;
  type: 'string' | 'number' | 'boolean';
  says: string;
}

export interface SnapshotTable {
  /** Name of its file, without ending. */
  name: string;
  title: string;
  columns: Column[];
  /** As many cells as columns; null where it cannot be told or does not apply. */
  rows: Cell[][];
}

const text = (name: string, says: string): Column => ({ name, type: 'string', says });
const number = (name: string, says: string): Column => ({ name, type: 'number', says });

const SCENARIO = [text('scenario', 'Id of the scenario.'), text('scenario_title', 'Its title.')];

const SPLIT = [
  text('measure', 'Id of the measure; the guide says how each is computed.'),
  text('split', 'What it is split by: funding, criterion, reason or year; empty for the whole.'),
  text('of', 'Which part of the split.'),
  text('within', 'A second split, where there is one.'),
  text('of_within', 'Which part of the second split.'),
  text('unit', 'Unit of the values.'),
];

/** What every row says of where it is from; named as in the tables of a page. */
const ORIGIN = [
  text('snapshot', 'Title of the snapshot.'),
  text('snapshot_hash', 'First letters of its fingerprint (SHA-256).'),
  text('status', 'Whether it is assured and approved.'),
  text('model', 'Id of the model.'),
  text('model_version', 'First letters of the hash of the model.'),
  number('runs', 'How many futures of each scenario the figures are from.'),
  text('notice', 'What the model says of itself; empty where it says nothing.'),
];

/** Return the tables of a snapshot. */
export function snapshotTables(
  { document: snapshot, hash }: Frozen<Snapshot>,
  portfolio: Pick<Portfolio, 'said' | 'sources' | 'log'>,
): SnapshotTable[] {
  const { replications, portfolio: of } = snapshot.results.summary;
  const origin = [
    ...[snapshot.text.title, hash.slice(0, SHORT), snapshot.status],
    ...[of.id, of.hash.slice(0, SHORT), replications, of.notice || null],
  ];
  return tablesOf(snapshot, portfolio)
    .filter(({ rows }) => rows.length > 0)
    .map((table) => ({
      ...table,
      columns: [...table.columns, ...ORIGIN],
      rows: table.rows.map((row) => [...row, ...origin]),
    }));
}

function tablesOf(
  { results, assumptions, inputs, text: written }: Snapshot,
  { said, sources, log }: Pick<Portfolio, 'said' | 'sources' | 'log'>,
): SnapshotTable[] {
  const { summary, principles } = results;
  const titleOf = (scenario: string) =>
    summary.scenarios.find(({ id }) => id === scenario)?.title ?? null;
  return [
    {
      name: 'results',
      title: 'Figures of each scenario',
      columns: [
        ...SCENARIO,
        ...SPLIT,
        number('value', 'Mean over all runs.'),
        number('low', 'Lower end of its 95% range, from chance alone.'),
        number('high', 'Upper end of its 95% range, from chance alone.'),
        ...DRAWN_COLUMNS.map(({ name, says }) => number(name, says)),
        {
          name: 'headline',
          type: 'boolean',
          says: 'Whether it is a main measure, fixed beforehand.',
        },
      ],
      rows: summary.scenarios.flatMap(({ id: scenario, title, measures }) =>
        measures.map((one) => [
          ...[
            scenario,
            title,
            one.id,
            ...splitCells(one.by),
            one.unit,
            one.mean,
            one.low,
            one.high,
          ],
          ...[...numberCells(DRAWN_COLUMNS, one, summary.replications), one.headline],
        ]),
      ),
    },
    {
      name: 'differences',
      title: 'Differences from the first scenario',
      columns: [
        ...SCENARIO,
        text('compared_with', 'Id of the scenario that it is compared with.'),
        ...SPLIT,
        number('difference', 'Mean difference, run by run.'),
        number('low', 'Lower end of its range: 95% for all scenarios together.'),
        number('high', 'Upper end of its range: 95% for all scenarios together.'),
        ...DIFFERENCE_COLUMNS.map(({ name, says }) => number(name, says)),
        {
          name: 'headline',
          type: 'boolean',
          says: 'Whether it is a main measure, fixed beforehand.',
        },
      ],
      rows: summary.comparisons.flatMap(({ scenario, baseline, differences }) =>
        differences.map((one) => [
          ...[scenario, titleOf(scenario), baseline, one.id, ...splitCells(one.by), one.unit],
          ...[one.difference, one.low, one.high],
          ...[...numberCells(DIFFERENCE_COLUMNS, one, summary.replications), one.headline],
        ]),
      ),
    },
    {
      name: 'principles',
      title: 'What can be said of each principle',
      columns: [
        ...SCENARIO,
        text('principle', 'Id of the principle.'),
        text('says', 'What it asks for.'),
        text('test', 'Its test.'),
        text(
          'verdict',
          'What can be said: met, partly met, not met or cannot tell, or that it is left out for small teams.',
        ),
        text('as_assumed', 'What it would be if every assumption held.'),
      ],
      rows: principles.flatMap(({ scenario, verdicts }) =>
        verdicts.map((one) => [
          ...[scenario, titleOf(scenario), one.id, one.says, one.test, ...verdictCells(one)],
        ]),
      ),
    },
    {
      name: 'assumptions',
      title: 'Figures that rest on assumption or judgement',
      columns: [
        text('path', 'Where it stands in the model’s file.'),
        text('figure', 'The figure, in words.'),
        text('value', 'As the file writes it.'),
        text('range', 'Its range, in the same units.'),
        text('grade', 'How well it is known.'),
        text('source', 'Where it comes from.'),
        text('made_less_exact', 'What was made less exact so that nobody can be told apart.'),
      ],
      rows: assumptions.map(({ path, what, written, range, grade, source }) => [
        ...[path, what, written, range, grade, source],
        inputs.edits.find((edit) => edit.path === path)?.what ?? null,
      ]),
    },
    {
      name: 'written',
      title: 'What people wrote for this snapshot',
      columns: [
        text('part', 'Which part of the page it stands in.'),
        text('heading', 'The heading that it stands under, in the longer text.'),
        text('says', 'What is written, a paragraph or point a row.'),
        text('from', 'Who says it, or why.'),
      ],
      rows: writtenRows(written),
    },
    {
      name: 'decisions',
      title: 'What was decided about the model',
      columns: [
        text('when', 'Date.'),
        text('by', 'Who decided, by role.'),
        text('what', 'What was decided.'),
        text('why', 'Why.'),
      ],
      rows: log.decisions.map(({ when, by, what, why }) => [when, by, what, why]),
    },
    {
      name: 'checks',
      title: 'Checks written down with the model',
      columns: [
        text('when', 'Date.'),
        text('by', 'Who checked, by role.'),
        text('what', 'What was checked.'),
        text('found', 'What was found.'),
      ],
      rows: log.checks.map(({ when, by, what, found }) => [when, by, what, found]),
    },
    {
      name: 'said',
      title: 'What people said that no number shows',
      columns: [
        text('who', 'Who said it: panel, people supported, families or workers.'),
        text('says', 'What they said.'),
        { name: 'quoted', type: 'boolean', says: 'Whether these are their own words.' },
        text('when', 'Year, month or day.'),
        text('source', 'Where it is known from.'),
        text('noted_by', 'Who wrote it down, by role.'),
      ],
      rows: said.map(({ who, says, quoted, when, source, notedBy }) => [
        ...[who, says, quoted, when],
        ...[sources.find(({ id }) => id === source)?.title ?? null, notedBy],
      ]),
    },
  ];
}

/** The text of a snapshot a row at a time: what panels said and who disagrees is in it too. */
function writtenRows(written: Snapshot['text']): Cell[][] {
  const said = (part: string, all: readonly { says: string; from: string }[]) =>
    all.map(({ says, from }): Cell[] => [part, null, says, from || null]);
  let heading: string | null = null;
  const narrative = narrativeBlocks(written.narrative).flatMap(({ kind, text: says }): Cell[][] => {
    if (kind === 'heading') heading = says;
    return kind === 'heading' ? [] : [['narrative', heading, says, null]];
  });
  return [
    ...said('ranked first', written.rankedFirst ?? []),
    ['question', null, written.question, null],
    ['summary', null, written.summary.trim(), null],
    ...narrative,
    ...written.notChosen.map(({ option, why }) => ['not chosen', null, option, why]),
    ...said('who disagrees', written.dissent),
    ...said('what numbers cannot show', written.cannotShow),
    ...written.limits.map((limit) => ['limit', null, limit, null]),
    ...(written.decision ? [['decision', null, written.decision.trim(), null]] : []),
  ];
}

function splitCells(by: By | null): Cell[] {
  return [by?.kind ?? null, by?.id ?? null, by?.within?.kind ?? null, by?.within?.id ?? null];
}
