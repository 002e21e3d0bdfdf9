import { measureKey } from '$lib/comparison/measure-key.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import type { By } from '$lib/measures/measure.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { isOfAwards, ofAwards } from '$lib/words/which-services.ts';

/** A figure that the text shows, wherever it stands in the summary. */
export interface Shown {
  id: string;
  by: By | null;
}

export interface Section {
  title: string;
  /** True where the title says which services the rows are of. */
  saysWhich: boolean;
  rows: Shown[];
}

/** How relationships end, in the order in which a commissioner asks: funding first. */
const REASONS = [
  'funding-ended',
  'worker-left',
  'time-limit',
  'left-early',
  'persons-choice',
  'other-life-event',
  'moved-on-cold',
  'moved-on-warm',
  'planned-ending',
];

/**
 * Return what a commissioner looks for first; what no scenario measures is left out.
 *
 * Terms of funding reach services paid by awards that end, and no others. Where
 * a model has both, those come first and the whole after them, each so named.
 */
export function shownFigures({ scenarios }: Summary, { standards }: Portfolio): Section[] {
  const measures = scenarios.flatMap((scenario) => scenario.measures);
  const known = new Set(measures.map(measureKey));
  const all = (...ids: string[]): Shown[] => ids.map((id) => ({ id, by: null }));
  const endedBy = (...ids: string[]): Shown[] =>
    ids.map((id) => ({ id: 'ended-by', by: { kind: 'reason', id } }));
  const gapsOf = (...ids: string[]): Shown[] =>
    ids.map((id) => ({ id: 'deprivation-ratio', by: { kind: 'measure', id } }));
  const isSplit = measures.some(isOfAwards);
  const whole = (title: string, rows: Shown[]): Section => ({
    title: isSplit ? `${title}, in all services` : title,
    saysWhich: isSplit,
    rows,
  });
  const awards = (title: string, rows: Shown[]): Section => ({
    title: `${title}, in services paid by awards that end`,
    saysWhich: true,
    rows: rows.flatMap((row) => ofAwards(row) ?? []),
  });
  const promises = (standard: string): Section => ({
    title: `${standard.toUpperCase().replace('-', ' ')}: promises kept in time`,
    saysWhich: false,
    rows: standards
      .filter((criterion) => criterion.standard === standard)
      .map(({ id }) => ({ id: 'criterion-reached', by: { kind: 'criterion', id } })),
  });
  const together = all('kept-6-months', 'kept-12-months', 'relationship-mean-days');
  const waiting = all('wait-mean', 'started-by-21-days', 'stopped-waiting-share', 'closed-out');
  const sections: Section[] = [
    awards('Relationships', [...all('cut-short-per-100'), ...endedBy(...REASONS), ...together]),
    whole('Relationships', [
      ...all('cut-short-per-100', 'kept-a-worker-a-year'),
      ...endedBy('funding-ended'),
      ...all('workers-per-person', 'stories-told-again'),
    ]),
    awards('Waiting and posts', [...waiting, ...all('posts-filled')]),
    whole(isSplit ? 'Waiting and posts' : 'Waiting', [
      ...waiting,
      ...(isSplit ? all('posts-filled') : []),
    ]),
    ...['mat-6', 'mat-8', 'mat-9'].map(promises),
    {
      title: 'Days that evidence marks as dangerous, and gaps',
      saysWhich: false,
      rows: [
        ...all('unsupported-days', 'early-mat-days'),
        ...gapsOf('supported-per-1000', 'wait-mean'),
      ],
    },
    awards(
      'Money a year, constant prices',
      all('spend', 'spend-per-relationship-not-cut-short', 'capacity-lost'),
    ),
    whole(
      'Money a year, constant prices',
      all(
        'commitment',
        'spend',
        'spend-per-person-supported',
        'spend-per-relationship-not-cut-short',
      ),
    ),
  ];
  return sections
    .map((section) => ({
      ...section,
      rows: section.rows.filter((row) => known.has(measureKey(row))),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/**
 * Return the financial years with the relationships cut short in each: contract dates make them come
 * in waves. A table alone shows them, for ten years in sentences would not be read.
 */
export function cutShortByYear({ scenarios }: Summary): Section {
  const years = scenarios
    .flatMap(({ measures }) => measures)
    .filter(({ id, by }) => id === 'cut-short-in-year' && by?.kind === 'year');
  const isSplit = years.some(isOfAwards);
  const seen = new Map(
    years.filter((one) => isOfAwards(one) === isSplit).map((one) => [measureKey(one), one]),
  );
  return {
    title: `Relationships cut short, by the financial year in which they end${
      isSplit ? ', in services paid by awards that end' : ''
    }`,
    saysWhich: isSplit,
    rows: [...seen.values()].map(({ id, by }) => ({ id, by })),
  };
}

/** Return what each funder commits and what is spent of it, where there is more than one. */
export function moneyByFunder({ scenarios }: Summary): Section {
  const funders = new Map(
    scenarios
      .flatMap(({ measures }) => measures)
      .flatMap(({ by }) => (by?.kind === 'funder' ? [[by.id, by] as const] : [])),
  );
  const rows = [...funders.values()].flatMap((by) =>
    ['commitment', 'spend'].map((id) => ({ id, by })),
  );
  return {
    title: 'Money a year by funder, constant prices',
    saysWhich: false,
    rows: funders.size > 1 ? rows : [],
  };
}

/** Return the one of a list that is meant, or undefined. */
export function find<T extends Shown>(among: readonly T[], wanted: Shown): T | undefined {
  const key = measureKey(wanted);
  return among.find((one) => measureKey(one) === key);
}
