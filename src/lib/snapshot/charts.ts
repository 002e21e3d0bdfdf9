/** The charts that a snapshot may show, in the order in which they stand. */
export const CHARTS = [
  { id: 'cut-short-per-100', shows: 'Relationships cut short, with ranges' },
  { id: 'kept-a-worker-a-year', shows: 'People who kept a worker for a year, with ranges' },
  { id: 'wait-mean', shows: 'How long people wait, with ranges' },
  { id: 'started-by-21-days', shows: 'People who started by day 21, with ranges' },
  { id: 'waiting', shows: 'People waiting, month by month' },
  { id: 'endings', shows: 'How relationships end, by time together' },
] as const;

export type ChartId = (typeof CHARTS)[number]['id'];

export const CHART_IDS: readonly ChartId[] = CHARTS.map(({ id }) => id);

/** Whether a snapshot shows a chart: all of them where its text does not choose. */
export function isShown({ charts }: { charts?: readonly ChartId[] }, id: ChartId): boolean {
  return charts?.includes(id) ?? true;
}
