import { describe, expect, it } from 'vitest';
import { fileName, slugOf, sourceLine } from './chart-origin.ts';
import { csvCell, csvFile } from './csv-file.ts';

const origin = {
  model: 'one-queue',
  title: 'One queue',
  version: '3fa94c2b01de',
  runs: 200,
  scenarios: ['As it is', 'More'],
  notice: 'Independent sketch, not published.',
};

describe('a chart as CSV', () => {
  const file = csvFile(
    {
      columns: ['scenario', 'value', 'unit'],
      rows: [
        ['as-it-is', -3.5, 'days'],
        ['more, "still"', null, 'days'],
      ],
    },
    origin,
  );

  it('has one header row, no byte order mark, and says in every row what it is of', () => {
    const rows = file.split('\r\n');
    expect(rows[0]).toBe('scenario,value,unit,model,model_version,runs,notice');
    expect(rows[1]).toBe(
      'as-it-is,-3.5,days,one-queue,3fa94c2b01de,200,"Independent sketch, not published."',
    );
    expect(rows[2]).toMatch(/^"more, ""still""",,days,one-queue,/);
    expect(rows.slice(3)).toEqual(['']);
  });

  it('names in every row the one scenario that all of it is of', () => {
    const table = { columns: ['contract'], rows: [['a'], ['b']] };
    const rows = csvFile(table, { ...origin, scenario: 'five-year', runs: null }).split('\r\n');
    expect(rows[0]).toBe('contract,scenario,model,model_version,runs,notice');
    expect(rows[2]).toMatch(/^b,five-year,one-queue,3fa94c2b01de,,/);
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '  =x', '\r=x'])(
    'lets no spreadsheet take %j for a formula',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    },
  );

  it('leaves numbers numbers', () => {
    expect([csvCell(-3), csvCell(true), csvCell(null)]).toEqual(['-3', 'true', '']);
  });
});

describe('what a file is of', () => {
  it('stands in its name', () => {
    expect(fileName(origin, 'threads', 'csv')).toBe('one-queue-threads-3fa94c2b01de.csv');
    expect(slugOf('Share of time on MAT, by month!')).toBe('share-of-time-on-mat-by-month');
  });

  it('stands in its source line', () => {
    expect(sourceLine(origin)).toBe(
      'Source: Bide, model “One queue”, version 3fa94c2b01de, 200 runs with different luck. Scenarios: As it is; More.',
    );
    expect(sourceLine({ ...origin, runs: null, scenarios: [] })).toBe(
      'Source: Bide, model “One queue”, version 3fa94c2b01de.',
    );
  });
});
