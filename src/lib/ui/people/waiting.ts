import type { ScenarioSummary } from '../../comparison/summary.ts';
import { nameOf } from '../../words/names.ts';
import { countOf, listOf } from '../../words/numbers.ts';
import type { ChartSection } from './chart-spec.ts';
import type { PeopleSource } from './people-source.ts';
import { shortFinding } from './short-finding.ts';

/** At most four lines in a picture. */
const MOST_LINES = 4;

/** Fewer than this many people waiting are nobody. */
const NOBODY = 0.05;

/** Who waits, month by month, one panel a service. */
export function waiting(source: PeopleSource): ChartSection {
  const { summary, names } = source;
  const [now, ...others] = summary.scenarios;
  const shown = others.slice(0, MOST_LINES);
  const services = summary.scenarios
    .flatMap(({ series }) => series)
    .flatMap(({ id, by }) => (id === 'list' && by?.kind === 'service' ? [by.id] : []));
  const all = [...new Set(services)];
  const busy = all.filter((service) =>
    summary.scenarios.some((scenario) =>
      listOfService(scenario, service)?.values.some((value) => (value ?? 0) >= NOBODY),
    ),
  );
  const empty = all.filter((service) => !busy.includes(service));
  const hasBand = busy.some((service) => listOfService(now, service)?.band);
  const named = (id: string) => nameOf({ kind: 'service', id }, names);
  return {
    id: 'waiting',
    title: 'Who is waiting, month by month',
    intro: [
      ...(busy.length === 0 ? ['Nobody waits in this model.'] : []),
      ...(busy.length > 0 && empty.length > 0
        ? [`Nobody waits for ${listOf(empty.map(named))}: not drawn.`]
        : []),
      ...(others.length > MOST_LINES
        ? [
            `Four scenarios fit into one picture; ${listOf(others.slice(MOST_LINES).map(({ title }) => `“${title}”`))} is left out here.`,
          ]
        : []),
    ],
    charts:
      busy.length === 0
        ? []
        : [
            {
              kind: 'months',
              name: 'waiting-by-month',
              props: {
                message: shortFinding(source, { id: 'list', by: null }),
                subtitle: `People on the list of each service, by month; mean over ${countOf(summary.replications, 'run', 'runs')}`,
                caption: 'People waiting by service and month',
                note: hasBand
                  ? `Hatched: where 8 of 10 imagined futures lie as it is now, three months at a time${shown.length === 1 ? '; broken lines: the same for the other scenario' : ''}. The mean lies higher than most futures where a few have long lists.`
                  : undefined,
                input: {
                  start: summary.portfolio.start,
                  unit: 'people',
                  baselineLabel: 'as it is now',
                  panels: busy.map((service) => ({
                    id: service,
                    title: named(service),
                    baseline: listOfService(now, service)?.values.map(drawn) ?? null,
                    baselineBand: listOfService(now, service)?.band ?? null,
                    lines: shown.map((scenario, index) => ({
                      id: scenario.id,
                      label: scenario.title,
                      series: index,
                      values: listOfService(scenario, service)?.values.map(drawn) ?? [],
                      band: listOfService(scenario, service)?.band ?? null,
                    })),
                  })),
                },
              },
            },
          ],
  };
}

function listOfService({ series }: ScenarioSummary, service: string) {
  return series.find(({ id, by }) => id === 'list' && by?.kind === 'service' && by.id === service);
}

/** As sharp as a picture can show it, in a third of the letters. */
function drawn(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}
