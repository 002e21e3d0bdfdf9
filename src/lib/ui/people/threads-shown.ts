import { differingIn, lastDayDrawn, peopleDrawn } from '../../state/people-drawn.ts';
import { countOf } from '../../words/numbers.ts';
import { threadsSentence } from '../../words/threads-sentence.ts';
import type { ChartSection } from './chart-spec.ts';
import type { PeopleSource } from './people-source.ts';

/** The same imagined people in every scenario, as threads. */
export function threadsShown({ summary, names }: PeopleSource): ChartSection {
  const { first, differing } = peopleDrawn(summary);
  const people = new Set([...first, ...differing]);
  const untilDay = lastDayDrawn(summary);
  const differs = differingIn(summary.scenarios, untilDay);
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
          ...(summary.scenarios.length > 1
            ? [threadsSentence(first.length, first.filter(differs).length, differing.length)]
            : []),
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
                untilDay,
              },
              names,
            },
          },
        ],
  };
}
