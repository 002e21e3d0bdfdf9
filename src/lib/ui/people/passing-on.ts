import { flowOf } from '../../charts/flow-of.ts';
import type { PassedOnWay } from '../../charts/passed-on-layout.ts';
import { howManyOf } from '../../words/frequencies.ts';
import { nameOf } from '../../words/names.ts';
import type { ChartSection, ChartSpec } from './chart-spec.ts';
import { estimateOf, seriesOf, type PeopleSource } from './people-source.ts';

/** How people pass between services: as the model describes it, and as a run shows it. */
export function passingOn(source: PeopleSource): ChartSection {
  const flow = flowOf(source.portfolios[0]);
  const ways = waysOf(source);
  const between = flow.links.filter(({ handover }) => handover !== null);
  const together = between.filter(
    ({ handover }) => handover === 'accompanied' || handover === 'warm',
  );
  const [now] = source.summary.scenarios;
  const total = estimateOf(now, { id: 'passed-on-arrived', by: null });
  return {
    id: 'passing-on',
    title: 'From one service to the next',
    intro: [],
    charts: [
      ...(ways.length > 0
        ? [
            {
              kind: 'passed-on',
              name: 'passed-on',
              props: {
                message:
                  total?.mean == null
                    ? 'How many people are passed on, and how many arrive.'
                    : `As it is now, ${howManyOf(100 - total.mean)} of 100 people passed on are lost on the way.`,
                subtitle: 'People passed from one service to the next, a year, mean over all runs',
                input: { ways },
              },
            } satisfies ChartSpec,
          ]
        : []),
      {
        kind: 'ways',
        name: 'ways-between-services',
        props: {
          message:
            between.length === 0
              ? 'Where people turn first. No service passes people on.'
              : `${together.length} of ${between.length} ways between services begin with an introduction.`,
          subtitle:
            'As the model describes it, as it is now: what is meant to happen, not a result',
          input: flow,
        },
        of: { scenario: now.id, titles: [now.title], isRun: false },
      },
    ],
  };
}

/** Every way that some scenario describes, in the order in which they come. */
function waysOf({ summary, names }: PeopleSource): PassedOnWay[] {
  const keys = new Map<string, [from: string, to: string]>();
  for (const { id, by } of summary.scenarios.flatMap(({ measures }) => measures)) {
    if (id !== 'passed-on' || by?.kind !== 'service' || by.within?.kind !== 'service') continue;
    keys.set(`${by.id}.${by.within.id}`, [by.id, by.within.id]);
  }
  const named = (id: string) => nameOf({ kind: 'service', id }, names);
  return [...keys].map(([id, [from, to]]) => ({
    id,
    from: named(from),
    to: named(to),
    rows: summary.scenarios.map((scenario, index) => {
      const by = { kind: 'service', id: from, within: { kind: 'service', id: to } } as const;
      return {
        id: scenario.id,
        label: scenario.title,
        sent: estimateOf(scenario, { id: 'passed-on', by })?.mean ?? null,
        arrived: estimateOf(scenario, { id: 'passed-on-arrived', by })?.mean ?? null,
        ...seriesOf(index),
      };
    }),
  }));
}
