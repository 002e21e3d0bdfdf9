import type { Portfolio, Service } from '../portfolio/portfolio.ts';

/** A line between two localities: from a hub to a spoke, or from one stop of a vehicle to the next. */
export interface MapWay {
  kind: 'spoke' | 'round';
  from: string;
  to: string;
  /** Days on which it is there, 0 is Monday; a round is there on the day of both its stops. */
  weekdays: number[];
}

/** The spokes of hubs and the rounds of vehicles; what lies within one locality is no line. */
export function waysOf({
  localities,
  services,
}: Pick<Portfolio, 'localities' | 'services'>): MapWay[] {
  const name = (index: number) => localities[index].id;
  return services
    .flatMap((service) =>
      service.kind === 'vehicle' ? roundOf(service, name) : spokesOf(service, name),
    )
    .filter(({ from, to }) => from !== to);
}

/** A hub is open on more days than its spokes are; where all are alike there is none. */
function spokesOf({ kind, points }: Service, name: (index: number) => string): MapWay[] {
  if (kind !== 'hub' || points.length < 2) return [];
  const [hub, ...spokes] = [...points].sort((a, b) => b.sessions.length - a.sessions.length);
  return spokes.map(({ locality, sessions }) => ({
    kind: 'spoke',
    from: name(hub.locality),
    to: name(locality),
    weekdays: [...new Set(sessions.map(({ weekday }) => weekday))],
  }));
}

/** Stops in the order of the week; from one day to the next belongs to no day. */
function roundOf({ points }: Service, name: (index: number) => string): MapWay[] {
  const stops = points
    .flatMap(({ locality, sessions }) =>
      sessions.map(({ weekday, from }) => ({ locality, weekday, from })),
    )
    .sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  return stops.slice(1).map(({ locality, weekday }, index) => ({
    kind: 'round',
    from: name(stops[index].locality),
    to: name(locality),
    weekdays: stops[index].weekday === weekday ? [weekday] : [],
  }));
}
