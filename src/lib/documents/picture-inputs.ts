/** What the pictures of a published page draw. */
import type { ChartTable } from '../charts/chart-table.ts';
import type { EndingsInput } from '../charts/ending-curves-layout.ts';
import { endingCurvesTable } from '../charts/ending-curves-table.ts';
import type { IntervalDotsInput } from '../charts/interval-dots-layout.ts';
import { intervalDotsTable } from '../charts/interval-dots-table.ts';
import type { MultiplesInput } from '../charts/small-multiples-layout.ts';
import { smallMultiplesTable } from '../charts/small-multiples-table.ts';
import type { Estimate, ScenarioSummary, Summary } from '../comparison/summary.ts';
import type { Picture } from './paper.ts';
import { cutShortOfEndings, find, stepOfMeasure } from './snapshot-measures.ts';

/** What the picture of people who wait is called, and of whom it is. */
export const WAITING = 'People waiting by month';
const WAITING_SUBTITLE = 'People waiting in all services together, mean over all runs';

/** What a picture measures, and of whom. */
export function subtitleOf(picture: Picture): string {
  return picture.of === 'waiting' ? WAITING_SUBTITLE : picture.subtitle;
}

/** The numbers of a picture, as they stand below it. */
export function pictureTable(picture: Picture, summary: Summary): ChartTable {
  switch (picture.of) {
    case 'range':
      return intervalDotsTable(rangeInput(summary, picture.measure), picture.caption);
    case 'waiting':
      return smallMultiplesTable(waitingInput(summary), WAITING);
    case 'endings':
      return endingCurvesTable(endingsInput(summary));
  }
}

/** One measure of every scenario with its range. */
export function rangeInput(summary: Summary, measure: Estimate): IntervalDotsInput {
  const { scenarios } = summary;
  const rows = scenarios.map((scenario, index) => {
    const { mean = null, low = null, high = null } = find(scenario.measures, measure) ?? {};
    return {
      id: scenario.id,
      label: scenario.title,
      mean,
      low,
      high,
      baseline: index === 0,
      series: Math.max(0, index - 1),
    };
  });
  return { rows, unit: measure.unit, step: stepOfMeasure(summary, measure) };
}

/** People who wait, month by month: a panel for each scenario but the first, which is in all. */
export function waitingInput({ scenarios: [now, ...others], portfolio }: Summary): MultiplesInput {
  const listOf = ({ series }: ScenarioSummary) => series.find(({ id }) => id === 'list');
  return {
    start: portfolio.start,
    unit: listOf(now)?.unit ?? 'people',
    baselineLabel: now.title,
    panels: others.map((scenario, series) => {
      const { id, title } = scenario;
      return {
        id,
        title,
        lines: [{ id, label: title, series, values: listOf(scenario)?.values ?? [] }],
        baseline: listOf(now)?.values ?? null,
      };
    }),
  };
}

/** How relationships end, within two years; in services on awards where there are others. */
export function endingsInput(summary: Summary): EndingsInput {
  const cutShort = cutShortOfEndings(summary);
  return {
    panels: summary.scenarios.flatMap(({ id, title, endings }) =>
      endings.length > 0
        ? [{ id, title, curves: endings.find(({ by }) => by !== null) ?? endings[0] }]
        : [],
    ),
    untilDays: 730.5,
    ...(cutShort ? { step: stepOfMeasure(summary, cutShort) } : {}),
  };
}
