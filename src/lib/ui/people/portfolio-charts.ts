import { contractRows } from '../../charts/contract-awards.ts';
import { flowOf } from '../../charts/flow-of.ts';
import { waysOf } from '../../charts/map-ways.ts';
import { placesOf } from '../../charts/places-of.ts';
import type { Portfolio } from '../../portfolio/portfolio.ts';
import { countOf } from '../../words/numbers.ts';
import type { ChartSpec } from './chart-spec.ts';
import { endsInShort, firstEnd } from './contract-ends.ts';

/** The pictures of a portfolio as it is written, before anything is run. */
export function portfolioCharts(portfolio: Portfolio): {
  places: ChartSpec[];
  ways: ChartSpec;
  contracts: ChartSpec;
} {
  const { start, horizonDays } = portfolio;
  const places = placesOf(portfolio);
  const openIn = places.filter(({ openings }) => openings.length > 0).length;
  const rows = contractRows(portfolio);
  return {
    places:
      places.length === 0
        ? []
        : [
            {
              kind: 'map',
              name: 'portfolio-map',
              props: {
                message: `There is somewhere to go in ${openIn} of ${countOf(places.length, 'locality', 'localities')}.`,
                input: { places, ways: waysOf(portfolio) },
              },
            },
          ],
    ways: {
      kind: 'ways',
      name: 'portfolio-ways',
      props: {
        message: 'Where people turn first, and how they pass from one service to the next.',
        input: flowOf(portfolio),
      },
    },
    contracts: {
      kind: 'contracts',
      name: 'portfolio-contracts',
      props: {
        message: endsInShort(rows, horizonDays),
        subtitle: firstEnd(rows, start, horizonDays),
        input: { rows, start, horizonDays },
      },
    },
  };
}
