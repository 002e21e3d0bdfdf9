import type { Cell, TidyTable } from './csv-file.ts';
import type { PassedOnInput } from './passed-on-layout.ts';

/** One row for each way and scenario: people passed on a year, and those of them who arrive. */
export function passedOnTidy({ ways }: PassedOnInput): TidyTable {
  return {
    columns: [
      ...['from', 'to', 'scenario', 'scenario_title'],
      ...['passed_on', 'arrived', 'lost_on_the_way', 'unit'],
    ],
    rows: ways.flatMap(({ from, to, rows }) =>
      rows.map(({ id, label, sent, arrived }): Cell[] => [
        ...[from, to, id, label, sent],
        ...(sent === null || arrived === null
          ? [null, null]
          : [(sent * arrived) / 100, (sent * (100 - arrived)) / 100]),
        'people a year',
      ]),
    ),
  };
}
