import { dateInWords } from '../words/dates.ts';
import type { ChartTable } from './chart-table.ts';
import type { TimelineInput } from './contract-timeline-layout.ts';

/** Every award with its first day, the day it is decided what comes after, and its last day. */
export function contractTimelineTable({ rows, start, horizonDays }: TimelineInput): ChartTable {
  return {
    caption: 'Awards, when it is decided what comes after, and when they end',
    head: ['Contract', 'From', 'Decided', 'Last day'],
    rows: rows.flatMap(({ name, recurrent, awards }) => {
      if (recurrent) return [{ head: name, cells: ['recurrent', 'no decision', 'no end'] }];
      return awards
        .filter(({ from }) => from < horizonDays)
        .map(({ from, to, decided }, index) => ({
          head: name,
          cells: [
            index === 0 && from === 0 ? 'running at the start' : dateInWords(start, from),
            dateInWords(start, decided),
            dateInWords(start, to - 1),
          ],
        }));
    }),
    numeric: false,
  };
}
