/** What people are counted by: where they live, their group, deprivation, and all together. */
import type { Program } from '../simulation/compile.ts';
import type { By } from './measure.ts';

export interface PeopleRow {
  by: By | null;
  /** How much a person of each locality counts in this row; null: those of one group alone. */
  weights: number[] | null;
  /** People who live there, for what is said per 1,000; 0 where that is not known. */
  residents: number;
}

/** Row of people in the most deprived fifth, and of the others. */
export const MOST_DEPRIVED: By = { kind: 'deprivation', id: 'most' };
export const LESS_DEPRIVED: By = { kind: 'deprivation', id: 'others' };

/**
 * Return the rows: localities, groups, deprivation where any locality says it,
 * and all together.
 *
 * Where in a locality a person lives is not known. So each counts by the share
 * of the locality's people who live in Scotland's most deprived fifth, and for
 * the rest with the others. Localities that do not say it count in neither.
 */
export function peopleRowsOf(program: Program): PeopleRow[] {
  const { layout, scenario } = program;
  const homes = layout.localities.ids;
  const localities = homes.map((id) => scenario.localities.find((one) => one.id === id));
  const residents = localities.map((one) => one?.people.value ?? 0);
  const row = (by: By | null, weights: number[]): PeopleRow => ({
    by,
    weights,
    residents: weights.reduce((sum, weight, h) => sum + weight * residents[h], 0),
  });
  const shares = localities.map((one) => one?.mostDeprived?.value);
  const weighed = (weight: (share: number) => number) =>
    shares.map((share) => (share === undefined ? 0 : weight(share)));
  const deprivation = shares.some((share) => share !== undefined)
    ? [
        row(
          MOST_DEPRIVED,
          weighed((share) => share),
        ),
        row(
          LESS_DEPRIVED,
          weighed((share) => 1 - share),
        ),
      ]
    : [];
  return [
    ...homes.map((id, h) => row({ kind: 'locality', id }, unit(homes.length, h))),
    ...layout.groups.ids.map((id): PeopleRow => ({
      by: { kind: 'group', id },
      weights: null,
      residents: 0,
    })),
    ...deprivation,
    row(null, new Array<number>(homes.length).fill(1)),
  ];
}

function unit(length: number, at: number): number[] {
  return Array.from({ length }, (_weight, i) => (i === at ? 1 : 0));
}
