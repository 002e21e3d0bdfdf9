import { between, CANNOT_TELL } from '../words/figures.ts';
import { capitalised, roundTo } from '../words/numbers.ts';
import { howManyOf } from '../words/frequencies.ts';
import type { ChartTable } from './chart-table.ts';
import type { TidyTable } from './csv-file.ts';
import type { IconPanel, IconPanelsInput } from './icon-panels-layout.ts';

/** "37 are cut short, 63 are not", and between which numbers it may lie. */
export function iconPanelSays(
  { value, low, high }: IconPanel,
  { does, doesNot, step = 1 }: IconPanelsInput,
): { frames: string; range: string } {
  if (value === null) return { frames: capitalised(CANNOT_TELL), range: '' };
  const range = low === null || high === null ? '' : between(low, high, 'per 100', step);
  const said = howManyOf(value, 100, step);
  // Both counts add to a hundred as they are said, unless one of them is next to nothing.
  const isTold = /^[\d.]+$/.test(said);
  const rest = howManyOf(isTold ? 100 - roundTo(value, step) : 100 - value, 100, step);
  return { frames: `${said} ${does}, ${rest} ${doesNot}`, range };
}

export function iconPanelsTable(input: IconPanelsInput, caption: string): ChartTable {
  return {
    caption,
    head: ['Scenario', `Of 100 ${input.who}`, 'Range'],
    rows: input.panels.map((panel) => {
      const { frames, range } = iconPanelSays(panel, input);
      return { head: panel.title, cells: [frames, range || CANNOT_TELL] };
    }),
    numeric: false,
  };
}

export function iconPanelsTidy(input: IconPanelsInput, measure: string): TidyTable {
  return {
    columns: ['measure', 'scenario', 'scenario_title', 'value', 'low', 'high', 'unit'],
    rows: input.panels.map(({ id, title, value, low, high }) => [
      ...[measure, id, title, value, low, high, `of 100 ${input.who}`],
    ]),
  };
}
