import type { Cell, TidyTable } from './csv-file.ts';
import type { TimelineInput } from './contract-timeline-layout.ts';
import { isoDate } from './iso-date.ts';

/** Every award within the horizon, and every contract that has no end. */
export function contractTimelineTidy({ rows, start }: TimelineInput): TidyTable {
  return {
    columns: ['contract', 'contract_name', 'award', 'first_day', 'decided_on', 'last_day', 'kind'],
    rows: rows.flatMap(({ id, name, recurrent, awards }): Cell[][] =>
      recurrent
        ? [[id, name, null, null, null, null, 'recurrent']]
        : awards.map(({ from, to, decided }, index) => [
            ...[id, name, index + 1],
            ...[from, decided, to - 1].map((day) => isoDate(start, day)),
            'award',
          ]),
    ),
  };
}
