import { waysOf } from '../../charts/map-ways.ts';
import { placesOf, type Place } from '../../charts/places-of.ts';
import type { ScenarioSummary } from '../../comparison/summary.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { figure } from '../../words/figures.ts';
import { countOf } from '../../words/numbers.ts';
import type { ChartSection, ChartSpec } from './chart-spec.ts';
import { estimateOf, seriesOf, type PeopleSource } from './people-source.ts';

const REACH = 'started-per-1000';

/** Where support is, and whom it reaches: a map for each scenario that differs, and figures for all. */
export function reach(source: PeopleSource): ChartSection {
  const { summary, portfolios } = source;
  const drawn = summary.scenarios.map((scenario, index) => ({
    scenario,
    portfolio: portfolios[index],
    looks: JSON.stringify([placesOf(portfolios[index]), waysOf(portfolios[index])]),
  }));
  // A model that says nowhere what is open has nothing to put on a map.
  const isMapped = portfolios.some(({ services }) =>
    services.some(({ points }) => points.length > 0),
  );
  const differing = drawn.filter(
    ({ looks }, index) =>
      isMapped && (index === 0 || drawn.findIndex((other) => other.looks === looks) === index),
  );
  const same = drawn.slice(1).filter(({ looks }) => looks === drawn[0].looks);
  return {
    id: 'places',
    title: 'Where support is, and whom it reaches',
    intro:
      isMapped && same.length > 0
        ? [
            `${same.length === drawn.length - 1 ? 'Services are open in the same places in every scenario' : `${countOf(same.length, 'scenario keeps', 'scenarios keep')} the places and days of now`}; how many people are reached may still differ.`,
          ]
        : [],
    charts: [
      ...differing.map(({ scenario, portfolio }, index) =>
        mapOf(summary.scenarios[0], scenario, portfolio, index === 0),
      ),
      ...reachRows(source),
    ],
  };
}

function mapOf(
  now: ScenarioSummary,
  scenario: ScenarioSummary,
  portfolio: Portfolio,
  isNow: boolean,
): ChartSpec {
  const places = placesOf(portfolio).map((place): Place => ({
    ...place,
    reach: isNow
      ? [`${reachOf(scenario, place.id)} start in a year`]
      : [`${reachOf(scenario, place.id)} start in a year`, `(now ${reachOf(now, place.id)})`],
  }));
  const staying = places.filter(({ openings }) => openings.some(({ kind }) => kind === 'point'));
  return {
    kind: 'map',
    name: isNow ? 'map' : `map-${scenario.id}`,
    props: {
      message: `${staying.length} of ${countOf(places.length, 'locality has', 'localities have')} somewhere to go that stays.`,
      subtitle: `${scenario.title}. Under each name: of 1,000 who live there, how many start support in a year`,
      input: { places, ways: waysOf(portfolio) },
    },
    of: {
      scenario: scenario.id,
      titles: isNow ? [now.title] : [now.title, scenario.title],
      isRun: true,
    },
  };
}

function reachOf(scenario: ScenarioSummary, locality: string): string {
  const found = estimateOf(scenario, { id: REACH, by: { kind: 'locality', id: locality } });
  return figure(found?.mean ?? null, 'per 1,000');
}

function reachRows({ summary, portfolios }: PeopleSource): ChartSpec[] {
  const rows = portfolios[0].localities.flatMap(({ id: locality, name }) =>
    summary.scenarios.flatMap((scenario, index) => {
      const found = estimateOf(scenario, { id: REACH, by: { kind: 'locality', id: locality } });
      if (!found) return [];
      const { mean, low, high } = found;
      return [
        {
          id: `${locality} ${scenario.id}`,
          scenario: scenario.id,
          group: name,
          label: scenario.title,
          ...{ mean, low, high },
          ...seriesOf(index),
        },
      ];
    }),
  );
  if (rows.length === 0) return [];
  const means = rows.filter(({ baseline, mean }) => baseline && mean !== null);
  const sorted = [...means].sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  const most = sorted[0];
  const least = sorted[sorted.length - 1];
  return [
    {
      kind: 'intervals',
      name: 'reach-by-locality',
      props: {
        message:
          sorted.length < 2
            ? 'How many people of each thousand start support in a year.'
            : `As it is now, reach is highest in ${most.group} and lowest in ${least.group}.`,
        subtitle:
          'People who start support in a year, of 1,000 who live there; lines: 95% ranges from luck alone',
        caption: 'People who start support in a year, of 1,000 who live there',
        input: { rows, unit: 'per 1,000' },
      },
    },
  ];
}
