/** When and where people are met: points, visiting partners and appointments of one portfolio. */
import type { Portfolio, Service } from '../portfolio/portfolio.ts';
import { localityIn, serviceAt } from './compile-services.ts';
import { ownedNumber, type Layout } from './layout.ts';
import type { Parameters } from './parameters.ts';

type SessionPart = Pick<
  Parameters,
  | 'serverFirst'
  | 'sessionWeekday'
  | 'sessionTime'
  | 'sessionCapacity'
  | 'sessionPoint'
  | 'nearestFirst'
  | 'nearestPoints'
>;

interface Row {
  weekday: number;
  time: number;
  capacity: number;
  point: number;
}

/** Servers in the order: points, partners, then one a service for its appointments. */
export function compileSessions(p: Portfolio, layout: Layout): SessionPart {
  const points = layout.points.ids.length;
  const partners = layout.partners.ids.length;
  const services = layout.services.ids.length;
  const first = new Int32Array(points + partners + services + 1);
  const rows: Row[] = [];
  for (let k = 0; k < points + partners + services; k++) {
    if (k < points) rows.push(...pointSessions(p, layout, k));
    else if (k < points + partners) rows.push(...partnerSessions(p, layout, k - points));
    else rows.push(...clinicSessions(p, layout, k - points - partners));
    first[k + 1] = rows.length;
  }
  return {
    serverFirst: first,
    sessionWeekday: Int32Array.from(rows, ({ weekday }) => weekday),
    sessionTime: Float64Array.from(rows, ({ time }) => time),
    sessionCapacity: Float64Array.from(rows, ({ capacity }) => capacity),
    sessionPoint: Int32Array.from(rows, ({ point }) => point),
    ...compileNearest(p, layout),
  };
}

/** In the order of the week. Two that begin at one time are one session, for as many as both hold. */
function pointSessions(p: Portfolio, layout: Layout, k: number): Row[] {
  const service = serviceAt(p, layout, layout.points.service[k]);
  const point = service?.points.find(({ id }) => id === layout.points.ids[k]);
  if (!point) return [];
  const rows: Row[] = [];
  const inOrder = [...point.sessions].sort((a, b) => a.weekday - b.weekday || a.from - b.from);
  for (const { weekday, from, people } of inOrder) {
    const last = rows.at(-1);
    const capacity = people ?? Infinity;
    if (last?.weekday === weekday && last.time === from / 24) last.capacity += capacity;
    else rows.push({ weekday, time: from / 24, capacity, point: k });
  }
  return rows;
}

function partnerSessions(p: Portfolio, layout: Layout, k: number): Row[] {
  const s = layout.partners.service[k];
  const service = serviceAt(p, layout, s);
  const partner = service?.partners.find(({ id }) => id === layout.partners.ids[k]);
  if (!service || !partner) return [];
  return partner.at.map(({ point, weekday }) => {
    const { id, sessions } = service.points[point];
    const opens = sessions.filter((session) => session.weekday === weekday);
    return {
      weekday,
      time: (opens.length > 0 ? Math.min(...opens.map(({ from }) => from)) : 9) / 24,
      capacity: partner.peopleADay.value,
      point: ownedNumber(layout.points, s, id),
    };
  });
}

/** Appointments are spread over the five working days at nine; capacity is per filled post. */
function clinicSessions(p: Portfolio, layout: Layout, s: number): Row[] {
  const perDay = serviceAt(p, layout, s)?.appointments?.value;
  if (perDay === undefined) return [];
  return [0, 1, 2, 3, 4].map((weekday) => ({
    weekday,
    time: 9 / 24,
    capacity: (perDay * 7) / 5,
    point: -1,
  }));
}

/** The points that nothing is nearer than, by service and home. */
function compileNearest(
  p: Portfolio,
  layout: Layout,
): Pick<SessionPart, 'nearestFirst' | 'nearestPoints'> {
  const services = layout.services.ids.length;
  const homes = layout.localities.ids.length;
  const first = new Int32Array(services * homes + 1);
  const nearest: number[] = [];
  for (let s = 0; s < services; s++) {
    const service = serviceAt(p, layout, s);
    for (let h = 0; h < homes; h++) {
      const ids = service ? nearestTo(p, service, localityIn(p, layout, h)) : [];
      nearest.push(...ids.map((id) => ownedNumber(layout.points, s, id)));
      first[s * homes + h + 1] = nearest.length;
    }
  }
  return { nearestFirst: first, nearestPoints: Int32Array.from(nearest) };
}

/** By id, so that nothing hangs on their order in the file. */
function nearestTo(p: Portfolio, { points }: Service, home: number): string[] {
  if (home < 0) return [];
  const times = points.map(({ locality }) => p.travel[home][locality]);
  const least = Math.min(...times);
  return points.flatMap(({ id }, i) => (times[i] === least ? [id] : [])).sort();
}
