/**
 * A snapshot's tables as spreadsheets, by the Analysis Function's guidance: a cover sheet, a sheet of
 * notes, one table a sheet that begins in cell A1 with its title, one header row, no merged or blank
 * rows, and no meaning in colour alone.
 */
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from '../charts/csv-file.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { dateInWords } from '../words/dates.ts';
import type { PublishedFile } from './data-package.ts';
import { NOT_A_FORECAST } from './snapshot-paper.ts';
import type { SnapshotTable } from './snapshot-tables.ts';

interface Sheet {
  name: string;
  rows: Cell[][];
  /** Index of the header row; -1: there is none. */
  header: number;
  widths: number[];
}

/** Return the workbook for Excel and the one for LibreOffice. */
export async function snapshotWorkbooks(
  snapshot: Snapshot,
  tables: readonly SnapshotTable[],
): Promise<PublishedFile[]> {
  const sheets = [cover(snapshot, tables), notes(tables), ...tables.map(tableSheet)];
  const workbook = {
    sheets: sheets.map(({ name, rows, header, widths }) => ({
      name,
      rows: rows.map((row) => row.map(disarmed)),
      columns: widths.map((width) => ({ width })),
      cells: new Map<string, { style: { font: { bold: boolean; size?: number } } }>([
        ['0,0', { style: { font: { bold: true, size: 14 } } }],
        ...(header < 0
          ? []
          : rows[header].map(
              (_, column) => [`${header},${column}`, { style: { font: { bold: true } } }] as const,
            )),
      ]),
      ...(header < 0 ? {} : { freezePane: { rows: header + 1 } }),
    })),
    // The day it was published: the same snapshot gives the same file.
    properties: {
      title: snapshot.text.title,
      created: new Date(`${snapshot.published}T00:00:00Z`),
      modified: new Date(`${snapshot.published}T00:00:00Z`),
    },
  };
  return [
    {
      name: 'tables.xlsx',
      content: await writeXlsx(workbook),
    },
    {
      name: 'tables.ods',
      content: await writeOds(workbook),
    },
  ];
}

function cover(
  { text, status, version, published, results }: Snapshot,
  tables: readonly SnapshotTable[],
): Sheet {
  const { notice } = results.summary.portfolio;
  const rows = [
    text.title,
    ...(notice ? [notice] : []),
    text.question,
    `${status}. Version ${version.number}, ${dateInWords(published)}.`,
    `${NOT_A_FORECAST}.`,
    `This workbook has ${tables.length + 2} sheets: this cover, notes, and one for each table.`,
    ...tables.map(({ name, title }) => `Sheet “${name}”: ${title}.`),
  ];
  return { name: 'cover', rows: rows.map((row) => [row]), header: -1, widths: [100] };
}

function notes(tables: readonly SnapshotTable[]): Sheet {
  const rows = tables.flatMap(({ name, columns }) =>
    columns.map((column) => [name, column.name, column.says]),
  );
  return {
    name: 'notes',
    rows: [
      ['Notes: what each column holds. An empty cell means “cannot tell” or “does not apply”.'],
      ['sheet', 'column', 'what it holds'],
      ...rows,
    ],
    header: 1,
    widths: [16, 22, 90],
  };
}

function tableSheet({ name, title, columns, rows }: SnapshotTable): Sheet {
  return {
    name,
    rows: [
      [`${title}. This sheet holds one table.`],
      columns.map((column) => column.name),
      ...rows,
    ],
    header: 1,
    widths: columns.map(({ type }) => (type === 'string' ? 24 : 14)),
  };
}

/** A cell of text is text: what begins like a formula is kept from being one. */
function disarmed(value: Cell): Cell {
  return typeof value === 'string' && /^[\s]*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
