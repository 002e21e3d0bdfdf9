import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { resultsCsv } from '../../src/cli/results-csv.ts';
import { snapshotTables, type SnapshotTable } from '$lib/documents/snapshot-tables.ts';
import { snapshotWorkbooks } from '$lib/documents/snapshot-workbook.ts';
import { freeze } from '$lib/snapshot/freeze.ts';
import type { Snapshot } from '$lib/snapshot/snapshot.ts';
import { modelOf } from '$lib/snapshot/verify.ts';
import { smallSnapshot } from '../snapshot/small-run.ts';
import { converted, soffice } from './libreoffice.ts';

let snapshot: Snapshot;
let tables: SnapshotTable[];
let files: Record<string, Uint8Array>;

beforeAll(async () => {
  const { document } = await smallSnapshot();
  const first = { path: 'a', what: '=HYPERLINK("http://x")', written: '-1', range: '' };
  // What a person wrote may begin like a formula.
  const assumptions = [{ ...first, grade: '@SUM(1)', source: '\t=1+1' }];
  const frozen = freeze({ ...document, assumptions });
  snapshot = frozen.document;
  const read = modelOf(document);
  if ('why' in read) throw new Error(read.why.join());
  tables = snapshotTables(frozen, read.model.portfolio);
  const made = await snapshotWorkbooks(snapshot, tables);
  files = Object.fromEntries(made.map(({ name, content }) => [name, content as Uint8Array]));
});

type Sheets = { sheets: { name: string; rows: unknown[][] }[] };

/** Cells of a table's sheet without its title and header, as text. */
function cellsOf({ sheets }: Sheets, name: string): string[][] {
  const rows = sheets.find((sheet) => sheet.name === name)!.rows.slice(2);
  return rows.map((row) => row.map(plain));
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return '';
  // LibreOffice holds yes and no as 1 and 0.
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(Number(value.toPrecision(12)));
  return String(value);
}

const wanted = ({ rows }: SnapshotTable) =>
  rows.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' && /^\s*[=+\-@]/.test(cell) ? plain(`'${cell}`) : plain(cell),
    ),
  );

/** Rows of one length: what is empty at their end may be left out. */
const padded = (rows: string[][], width: number) =>
  rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));

function expectWhole(workbook: Sheets): void {
  expect(workbook.sheets.map(({ name }) => name)).toEqual([
    ...['cover', 'notes'],
    ...tables.map(({ name }) => name),
  ]);
  for (const table of tables) {
    const width = table.columns.length;
    expect(padded(cellsOf(workbook, table.name), width)).toEqual(padded(wanted(table), width));
  }
}

it('names what is left without assumed effects for what it is, whatever a scenario changes', () => {
  const { columns, rows } = tables.find(({ name }) => name === 'differences')!;
  const at = columns.findIndex(({ name }) => name === 'without_effects');
  const [{ differences }] = snapshot.results.summary.comparisons;
  expect(rows[0][at]).toBe(differences[0].contractDatesAlone!.difference);
  expect(columns.map(({ name }) => name)).not.toContain('dates_alone');
});

it('tells of a difference what the command line tells of it, each with its range', () => {
  const { columns, rows } = tables.find(({ name }) => name === 'differences')!;
  const [head, ...lines] = resultsCsv(snapshot.results.summary).split('\r\n');
  const names = head.split(',');
  const told = names.slice(names.indexOf('low'), names.indexOf('headline') + 1);
  expect(told).toEqual(expect.arrayContaining(['other_renewal_high', 'figures_low', 'runs_told']));
  const at = columns.findIndex(({ name }) => name === 'low');
  expect(columns.slice(at, at + told.length).map(({ name }) => name)).toEqual(told);
  const [first] = lines.filter((line) => line.includes(',thirty-six-months,as-it-is,'));
  const cells = first.split(',').slice(names.indexOf('low'), names.indexOf('headline') + 1);
  expect(cells).toEqual(
    rows[0].slice(at, at + told.length).map((cell) => (cell === null ? '' : String(cell))),
  );
});

describe('the spreadsheets', () => {
  it('hold every cell of every table, and no formula that somebody wrote', async () => {
    expectWhole((await readXlsx(files['tables.xlsx'])) as Sheets);
    expectWhole((await readOds(files['tables.ods'])) as Sheets);
  });
});

describe.skipIf(soffice === null)('LibreOffice, writer and calc, where it is installed', () => {
  it('opens both spreadsheets without loss of tables', async () => {
    const fromExcel = converted('tables.xlsx', files['tables.xlsx'], 'ods');
    expectWhole((await readOds(fromExcel)) as Sheets);
    const fromOds = converted('tables.ods', files['tables.ods'], 'xlsx');
    expectWhole((await readXlsx(fromOds)) as Sheets);
  });
});
