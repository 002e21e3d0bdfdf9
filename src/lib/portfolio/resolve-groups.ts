import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Group, Quantity } from './portfolio.ts';
import { neutral, readFigure, readFigureOr } from './read-figure.ts';
import { readLength } from './read-length.ts';
import { checkShares } from './read-link.ts';
import type { Slot } from './slot.ts';

/** The ids that groups may name. */
export interface GroupIds {
  localities: string[];
  needs: string[];
  services: string[];
}

/** Return the groups of the file, in its order. */
export function resolveGroups(slot: Slot, ids: GroupIds): Group[] {
  const entries = slot.entries('groups', LIMITS.groups);
  const groupIds = entries.map(({ id }) => id);
  return entries.flatMap(({ id, slot: at }) => {
    const group = at.mapping(KEYS.group) ? resolveGroup(id, at, ids, groupIds) : null;
    return group ? [group] : [];
  });
}

function resolveGroup(id: string, slot: Slot, ids: GroupIds, groupIds: string[]): Group | null {
  const name = slot.need('name', 'The group').textOr(id);
  const arriving = readArrivals(slot);
  const live = readLive(slot.need('live', 'The group'), ids.localities);
  const needs = readNeeds(slot.at('needs'), ids.needs);
  const patienceSlot = slot.need('patience', 'The group');
  const patience = patienceSlot.absent ? null : readLength(patienceSlot);
  const safe = slot.at('feeling-safe-takes');
  const feelingSafeTakes = readFigureOr(safe, 'number', 1, { aboveZero: true });
  const life = slot.need('other-life-events', 'The group');
  const otherLifeEvents = life.absent ? null : readFigure(life, 'rate');
  const trend = readFigureOr(slot.at('changes-by'), 'yearly-rise', 0, { choice: true });
  const season = slot.at('season').absent ? undefined : readSeason(slot.at('season'));
  const travelHalf = readTravelHalf(slot.at('travels'));
  const comeBack = readComeBack(slot.at('comes-back'));
  const turnTo = readTurnTo(slot, ids.services, name);
  const familyOf = readFamily(slot.at('family-of'), groupIds, id);
  if (
    !arriving ||
    !trend ||
    !live ||
    !needs ||
    !patience ||
    !feelingSafeTakes ||
    !otherLifeEvents
  ) {
    return null;
  }
  return {
    id,
    name,
    ...arriving,
    trend,
    ...(season ? { season } : {}),
    live,
    needs,
    feelingSafeTakes,
    patience,
    ...(travelHalf ? { travelHalf } : {}),
    turnTo,
    otherLifeEvents,
    ...(comeBack ? { comeBack } : {}),
    ...(familyOf >= 0 ? { familyOf } : {}),
  };
}

function readArrivals(slot: Slot): Pick<Group, 'arrive' | 'pool'> | null {
  const [arrive, pool] = [slot.at('arrive'), slot.at('pool')];
  if (pool.absent) {
    const figure = slot.need('arrive', 'The group');
    const read = figure.absent ? null : readFigure(figure, 'people-rate');
    return read && { arrive: read };
  }
  if (!arrive.absent) arrive.fail('arrive-and-pool', {});
  if (!pool.mapping(KEYS.pool)) return null;
  const people = pool.need('people', 'The pool');
  const count = people.absent ? null : people.number('a number of people');
  const each = pool.need('each-arrives', 'The pool');
  const rate = each.absent ? null : readFigure(each, 'rate');
  if (count === null || !rate) return null;
  if (count < 0 || Math.floor(count) !== count) {
    return people.fail('figure-not-whole', { written: String(count), of: 'people' });
  }
  return { arrive: neutral(arrive, 'people-rate', 0), pool: { people: count, rate } };
}

function readLive(slot: Slot, localities: string[]): number[] | null {
  if (slot.absent) return null;
  const shares = readShares(slot, localities, 'locality');
  if (!shares) return null;
  checkShares(slot, shares, 'The shares of where people live', true);
  const sum = shares.reduce((total, { value }) => total + value, 0);
  return sum > 0 ? shares.map(({ value }) => value / sum) : null;
}

function readNeeds(slot: Slot, needs: string[]): Quantity[] | null {
  if (slot.absent) return needs.map((id) => neutral(slot.at(id), 'share', 0));
  return readShares(slot, needs, 'need');
}

/** Shares by id, in the order of `ids`; those not named have none. */
function readShares(slot: Slot, ids: string[], kind: string): Quantity[] | null {
  const shares = ids.map((id) => neutral(slot.at(id), 'share', 0));
  let whole = slot.isMapping;
  for (const { id, slot: at } of slot.entries('shares', ids.length + 1, ['source'])) {
    const index = ids.indexOf(id);
    if (index < 0) at.unknownKey(kind, ids);
    const read = index < 0 ? null : readFigure(at, 'share');
    if (read) shares[index] = read;
    else whole = false;
  }
  return whole ? shares : null;
}

function readSeason(slot: Slot): number[] | undefined {
  const months = slot.items('twelve numbers, April first', 12).map((item) => item.number() ?? -1);
  const sum = months.reduce((total, month) => total + month, 0);
  if (months.length !== 12 || months.some((month) => month < 0) || sum <= 0) {
    const is = `a list of ${months.length}`;
    if (Array.isArray(slot.value)) {
      slot.fail('shape-wrong', { is, expected: 'twelve numbers of zero or more, April first' });
    }
    return undefined;
  }
  return months.map((month) => (month * 12) / sum);
}

function readTravelHalf(slot: Slot): Quantity | null {
  if (slot.absent || !slot.mapping(['half-would-not-go-beyond', 'source'])) return null;
  const half = slot.need('half-would-not-go-beyond', 'What people travel');
  return half.absent ? null : readFigure(half, 'time', { aboveZero: true });
}

function readComeBack(slot: Slot): Group['comeBack'] | null {
  if (slot.absent || !slot.mapping(['share', 'after', 'source'])) return null;
  const [share, after] = [slot.need('share', '“comes-back”'), slot.need('after', '“comes-back”')];
  const read = share.absent ? null : readFigure(share, 'share');
  const length = after.absent ? null : readLength(after);
  return read && length && { share: read, after: length };
}

function readTurnTo(slot: Slot, services: string[], name: string): Group['turnTo'] {
  const at = slot.at('turn-to');
  const turns: Group['turnTo'] = [];
  if (at.absent) {
    slot.fail('group-turns-to-nobody', { name });
    return turns;
  }
  for (const { id, slot: turn } of at.entries('services and shares', LIMITS.services + 1, [
    'source',
  ])) {
    const service = services.indexOf(id);
    if (service < 0) {
      turn.unknownKey('service', services);
      continue;
    }
    const inLine = turn.isMapping && !turn.at('share').absent;
    if (inLine && !turn.mapping(KEYS.turn)) continue;
    const share = readFigure(inLine ? turn.at('share') : turn, 'share');
    if (share) turns.push({ service, share, priority: inLine ? readPriority(turn) : 0 });
  }
  checkShares(
    at,
    turns.map(({ share }) => share),
    'The shares of where people turn',
    false,
  );
  return turns;
}

function readPriority(slot: Slot): number {
  const place = slot.at('in-line');
  if (place.absent) return slot.at('first-in-line').flag() ? 1 : 0;
  const priority = place.number('a whole number, higher goes first') ?? 0;
  if (Math.floor(priority) === priority && Math.abs(priority) <= 100) return priority;
  place.fail('figure-not-whole', { written: String(priority), of: 'places from -100 to 100' });
  return 0;
}

function readFamily(slot: Slot, groupIds: string[], own: string): number {
  if (slot.absent) return -1;
  if (slot.value === own) slot.fail('family-of-itself', {});
  return slot.reference('group', groupIds);
}
