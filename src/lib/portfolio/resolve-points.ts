import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Partner, Point, Quantity } from './portfolio.ts';
import { readFigure } from './read-figure.ts';
import { hoursOf, readOpening, readPresence, WEEKDAYS } from './read-opening.ts';
import { named } from './resolve-roles.ts';
import type { Slot } from './slot.ts';

/** Return the points of a service and the stops of its round, which are points too. */
export function resolvePoints(service: Slot, localities: string[]): Point[] {
  const points = readPoints(service.at('points'), localities);
  return [...points, ...readRound(service, localities, new Set(points.map(({ id }) => id)))];
}

function readPoints(slot: Slot, localities: string[]): Point[] {
  if (slot.absent) return [];
  return slot.entries('points', LIMITS.pointsOfService).flatMap(({ id, slot: at }) => {
    if (!at.mapping(KEYS.point)) return [];
    const where = at.need('at', 'The point');
    const locality = where.absent ? -1 : where.reference('locality', localities);
    const open = at.need('open', 'The point');
    const sessions = open.absent ? [] : readOpening(open);
    const most = at.at('people-a-session');
    const people = most.absent ? null : wholeAtLeast(most, 0);
    const name = at.at('name').textOr(named(id));
    if (locality < 0) return [];
    return [{ id, name, locality, sessions: sessions.map((one) => ({ ...one, people })) }];
  });
}

function wholeAtLeast(slot: Slot, least: number): number | null {
  const count = slot.number('a whole number of people');
  if (count === null) return null;
  if (count >= least && count <= 1e6 && Math.floor(count) === count) return count;
  return slot.fail('figure-not-whole', { written: String(count), of: 'people, zero or more' });
}

/**
 * The weekly round of a vehicle: its stops in one locality are one point, with a session for each,
 * so that whoever waits there is met whenever it comes next.
 */
function readRound(service: Slot, localities: string[], taken: ReadonlySet<string>): Point[] {
  const round = service.at('round');
  if (round.absent) return [];
  const rate = service.need('contacts', 'A service with a round');
  const contacts = rate.absent ? null : readFigure(rate, 'people-rate', { choice: true });
  const points = new Map<number, Point>();
  for (const item of round.items('stops', LIMITS.pointsOfService)) {
    const stop = item.mapping(KEYS.stop) ? readStop(item, localities) : null;
    if (!stop || !contacts) continue;
    const { locality, ...session } = stop;
    let point = points.get(locality);
    if (!point) {
      let id = localities[locality];
      while (taken.has(id)) id += '-stop';
      point = { id, name: named(id), locality, sessions: [], contacts };
      points.set(locality, point);
    }
    point.sessions.push({ ...session, people: peopleInSession(contacts, session) });
  }
  return [...points.values()];
}

/** Return how many people a session holds, of `contacts` per day of opening. */
export function peopleInSession(
  contacts: Quantity,
  { from, to }: Pick<Point['sessions'][number], 'from' | 'to'>,
): number {
  return Math.floor((contacts.value * (to - from)) / 24 + 1e-6);
}

function readStop(slot: Slot, localities: string[]) {
  const of = 'The stop';
  const [day, at] = [slot.need('day', of), slot.need('at', of)];
  const weekday = day.absent ? null : day.choice(WEEKDAYS);
  const locality = at.absent ? -1 : at.reference('locality', localities);
  const [from, to] = ['from', 'to'].map((key) => readTime(slot.need(key, of)));
  if (!weekday || locality < 0 || from === null || to === null) return null;
  if (to <= from) {
    return slot.at('to').fail('opening-not-readable', { written: `until ${slot.at('to').value}` });
  }
  return { weekday: WEEKDAYS.indexOf(weekday), locality, from, to };
}

function readTime(slot: Slot): number | null {
  if (slot.absent) return null;
  const text = slot.text('a time of day, such as "10:00"');
  if (text === null) return null;
  const hours = hoursOf(text);
  return hours ?? slot.fail('opening-not-readable', { written: text.slice(0, 40) });
}

/** Return the partners who are present at the points of a service. */
export function resolvePartners(service: Slot, needs: string[], pointIds: string[]): Partner[] {
  const slot = service.at('partners');
  const roleIds = service.at('roles').ids();
  return slot.entries('partners', LIMITS.rolesOfService).flatMap(({ id, slot: at }) => {
    if (!at.mapping(KEYS.partner)) return [];
    const [meets, where] = [at.need('meets', 'The partner'), at.need('at', 'The partner')];
    const need = meets.absent ? -1 : meets.reference('need', needs);
    const present = where.absent ? [] : readPresence(where, pointIds);
    const most = at.need('people-a-day', 'The partner');
    const peopleADay = most.absent ? null : readFigure(most, 'number', { choice: true });
    if (roleIds.includes(id)) at.fail('id-twice', { id });
    if (need < 0 || !peopleADay) return [];
    const provider = at.at('provider');
    return [
      {
        id,
        name: at.at('name').textOr(named(id)),
        need,
        at: present,
        peopleADay,
        trained: at.at('trained').flag(),
        ...(provider.absent ? {} : { provider: provider.textOr('') }),
      },
    ];
  });
}
