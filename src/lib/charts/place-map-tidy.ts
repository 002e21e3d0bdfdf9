import type { TidyTable } from './csv-file.ts';
import type { Place } from './places-of.ts';

/** One row for each thing that is open in a locality; a locality without has one row. */
export function placeMapTidy(places: readonly Place[]): TidyTable {
  return {
    columns: [
      ...['locality', 'locality_name', 'people', 'share_most_deprived', 'latitude', 'longitude'],
      ...['service', 'point', 'kind', 'weekdays'],
    ],
    rows: places.flatMap(({ id, name, people, mostDeprived, at, openings }) => {
      const place = [id, name, Math.round(people), mostDeprived, at?.[0] ?? null, at?.[1] ?? null];
      if (openings.length === 0) return [[...place, null, null, null, null]];
      return openings.map(({ service, point, kind, when }) => [
        ...place,
        ...[service, point || null, kind, when || null],
      ]);
    }),
  };
}
