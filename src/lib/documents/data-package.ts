/** A snapshot's tables as CSV files with what describes them: Frictionless (v1) and CSV on the Web. */
import { csvCell } from '../charts/csv-file.ts';
import type { Frozen } from '../snapshot/freeze.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Column, SnapshotTable } from './snapshot-tables.ts';

/** A file by its name, as text or as bytes. */
export interface PublishedFile {
  name: string;
  content: string | Uint8Array;
}

/** Return a table as a CSV file (RFC 4180): text that a program would take for a formula is disarmed. */
export function tableCsv({ columns, rows }: SnapshotTable): string {
  const head = columns.map(({ name }) => name).join(',');
  return [head, ...rows.map((row) => row.map(csvCell).join(',')), ''].join('\r\n');
}

/** Return the CSV files of a snapshot, `datapackage.json` and one `…-metadata.json` for each. */
export function dataPackage(
  { document: { text, version, published, results }, hash }: Frozen<Snapshot>,
  tables: readonly SnapshotTable[],
): PublishedFile[] {
  const { notice } = results.summary.portfolio;
  const resources = tables.map((table) => ({
    name: table.name,
    path: `${table.name}.csv`,
    profile: 'tabular-data-resource',
    title: table.title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
    schema: {
      fields: table.columns.map(({ name, type, says }) => ({ name, type, description: says })),
      missingValues: [''],
    },
  }));
  const described = {
    profile: 'tabular-data-package',
    name: text.slug,
    title: text.title,
    description: [text.question, notice].filter(Boolean).join(' '),
    version: String(version.number),
    created: `${published}T00:00:00Z`,
    sha256OfSnapshot: hash,
    resources,
  };
  return [
    ...tables.map((table) => ({
      name: `${table.name}.csv`,
      content: tableCsv(table),
    })),
    {
      name: 'datapackage.json',
      content: json(described),
    },
    ...tables.map((table) => ({
      name: `${table.name}.csv-metadata.json`,
      content: json(csvw(table, text.title, notice)),
    })),
  ];
}

function csvw({ name, title, columns }: SnapshotTable, of: string, notice: string): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${name}.csv`,
    'dc:title': `${of}: ${title}`,
    ...(notice ? { 'dc:description': notice } : {}),
    dialect: { header: true, delimiter: ',', encoding: 'utf-8' },
    tableSchema: { columns: columns.map(csvwColumn) },
  };
}

function csvwColumn({ name, type, says }: Column): object {
  return {
    name,
    titles: name,
    'dc:description': says,
    datatype: type,
    null: '',
  };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
