import type { Portfolio, Service } from '../portfolio/portfolio.ts';
import { weekdaysInWords } from '../words/dates.ts';

/** Somewhere to go in a locality: a point that stays, or a stop of a vehicle. */
export interface Opening {
  service: string;
  /** Name of the point, where it says more than the service does. */
  point: string;
  kind: 'point' | 'stop';
  /** "Mon to Fri". */
  when: string;
  /** 0 is Monday; each once, in order. */
  weekdays: number[];
}

export interface Place {
  id: string;
  name: string;
  people: number;
  /** Share of its people who live in the most deprived fifth, 0 to 1; null where not known. */
  mostDeprived: number | null;
  /** Latitude and longitude in degrees; null where not given. */
  at: [number, number] | null;
  openings: Opening[];
  /** What a run says of people there, a line each: "8.1 of 1,000 start in a year". */
  reach?: string[];
}

/** The localities of a portfolio with what is open there, and on which days. */
export function placesOf({
  localities,
  services,
}: Pick<Portfolio, 'localities' | 'services'>): Place[] {
  return localities.map(({ id, name, people, mostDeprived, at }, index) => ({
    id,
    name,
    people: people.value,
    mostDeprived: mostDeprived ? mostDeprived.value : null,
    at: at ?? null,
    openings: services.flatMap((service) => openingsIn(service, index)),
  }));
}

/** Several points of a service in one locality are one entry: their days together. */
function openingsIn(service: Service, locality: number): Opening[] {
  const here = service.points.filter((point) => point.locality === locality);
  if (here.length === 0) return [];
  const weekdays = [
    ...new Set(here.flatMap(({ sessions }) => sessions.map(({ weekday }) => weekday))),
  ].sort((a, b) => a - b);
  const when = weekdaysInWords(weekdays);
  // A stop of a round is called after the locality that it is in.
  const point = here.length === 1 && !here[0].contacts ? here[0].name : '';
  const kind = service.kind === 'vehicle' ? 'stop' : 'point';
  return [{ service: service.name, point, kind, when, weekdays }];
}
