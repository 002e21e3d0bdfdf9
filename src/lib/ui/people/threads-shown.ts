import { peopleShown } from '../../state/shown-summary.ts';
import { countOf } from '../../words/numbers.ts';
import type { ChartSection } from './chart-spec.ts';
import type { PeopleSource } from './people-source.ts';

const FOUR_YEARS = 1461;

/** The same imagined people in every scenario, as threads. */
export function threadsShown({ summary, names }: PeopleSource): ChartSection {
  const people = peopleShown(summary.scenarios);
  const panels = summary.scenarios.map(({ id, title, threads }) => ({
    id,
    title,
    threads: threads.filter(({ person }) => people.has(person)),
  }));
  const isEmpty = panels.every(({ threads }) => threads.length === 0);
  return {
    id: 'threads',
    title: 'Threads: who stays beside whom',
    intro: isEmpty
      ? ['Nobody was followed in these runs.']
      : [
          'These people are imagined: no record of anybody stands behind them, and they have no names. A person whose row is short came later, or needed support for less time.',
        ],
    charts: isEmpty
      ? []
      : [
          {
            kind: 'threads',
            name: 'threads',
            props: {
              message: `The same ${countOf(people.size, 'imagined person', 'imagined people')} in every scenario, and the workers they meet.`,
              subtitle:
                'The first who begin support, and the first for whom the choice of scenario makes a difference. One of many imagined futures: how often things happen stands in the pictures below.',
              input: {
                panels,
                start: summary.portfolio.start,
                fromDay: 0,
                untilDay: Math.min(FOUR_YEARS, summary.portfolio.horizonDays),
              },
              names,
            },
          },
        ],
  };
}
