import { measureKey } from '$lib/comparison/measure-key.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';

/** A figure that the text shows, wherever it stands in the summary. */
export interface Shown {
  id: string;
  by: By | null;
}

export interface Section {
  title: string;
  rows: Shown[];
}

/** Return what a commissioner looks for first; what no scenario measures is left out. */
export function shownFigures({ scenarios }: Summary, { standards }: Portfolio): Section[] {
  const all = (...ids: string[]): Shown[] => ids.map((id) => ({ id, by: null }));
  const promises = (standard: string): Section => ({
    title: `${standard.toUpperCase().replace('-', ' ')}: promises kept in time`,
    rows: standards
      .filter((criterion) => criterion.standard === standard)
      .map(({ id }) => ({ id: 'criterion-reached', by: { kind: 'criterion', id } })),
  });
  const sections: Section[] = [
    {
      title: 'Relationships',
      rows: [
        ...all('cut-short-per-100', 'kept-a-worker-a-year'),
        { id: 'ended-by', by: { kind: 'reason', id: 'funding-ended' } },
        ...all('workers-per-person', 'stories-told-again'),
      ],
    },
    {
      title: 'Waiting',
      rows: all('wait-mean', 'started-by-21-days', 'stopped-waiting-share', 'closed-out'),
    },
    ...['mat-6', 'mat-8', 'mat-9'].map(promises),
    {
      title: 'Money a year, constant prices',
      rows: all('commitment', 'spend', 'spend-per-relationship-not-cut-short'),
    },
  ];
  const known = new Set(scenarios.flatMap(({ measures }) => measures.map(measureKey)));
  return sections
    .map(({ title, rows }) => ({ title, rows: rows.filter((row) => known.has(measureKey(row))) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Return the one of a list that is meant, or undefined. */
export function find<T extends Shown>(among: readonly T[], wanted: Shown): T | undefined {
  const key = measureKey(wanted);
  return among.find((one) => measureKey(one) === key);
}
