import { namesOf } from '../formula/names-of.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Assumption, Offer, Partner, Role, Stage } from './portfolio.ts';
import { readFigure, readFigureOr } from './read-figure.ts';
import { readHazard } from './read-formula.ts';
import { readLength } from './read-length.ts';
import { readLengthToday, readPeopleToday } from './read-today.ts';
import { checkShares, readLinks, readReferrals, type LinkIds } from './read-link.ts';
import type { Slot } from './slot.ts';
import { stageId } from './stage-id.ts';

/** What a pathway may name. */
export interface PathwayParts extends LinkIds {
  roles: Role[];
  partners: Partner[];
  /** Ids as the file lists them, so that one faulty role makes no more findings. */
  roleIds: string[];
  placesIds: string[];
  partnerIds: string[];
  groups: string[];
  assumptions: readonly Assumption[];
}

/** Return the stages of a pathway, in order. */
export function resolvePathway(slot: Slot, parts: PathwayParts): Stage[] {
  if (slot.absent) return [];
  const items = slot.items('stages', LIMITS.stagesOfService);
  slot.context.stages += items.length;
  if (slot.context.stages > LIMITS.stages) {
    slot.fail('too-many-of', { of: 'stages in all services', limit: LIMITS.stages });
    return [];
  }
  const seen = new Set<string>();
  const stages = items.flatMap((item) => {
    const stage = item.mapping(KEYS.stage) ? resolveStage(item, parts) : null;
    if (stage && seen.has(stage.id)) item.at('stage').fail('id-twice', { id: stage.id });
    if (stage) seen.add(stage.id);
    return stage ? [stage] : [];
  });
  if (stages.length === items.length) holdPlaces(items, stages, parts.placesIds);
  return stages;
}

function resolveStage(slot: Slot, parts: PathwayParts): Stage | null {
  const title = slot.need('stage', 'The stage');
  const name = title.absent ? null : title.text('the name of the stage');
  const id = name === null ? '' : stageId(name);
  if (name !== null && !/^[a-z]/.test(id)) title.fail('id-not-allowed', { id: name.slice(0, 60) });
  const roles = readWith(slot.at('with'), parts.roleIds);
  const long = slot.need('lasts', 'The stage');
  const lasts = long.absent ? null : readLength(long);
  const leaving = slot.at('leave');
  const leave = leaving.absent ? null : readHazard(leaving, parts.assumptions);
  const load = slot.at('load').absent ? 1 : readLoad(slot.at('load'));
  const offers = readOffers(slot.at('meets'), parts);
  const refers = readReferrals(slot.at('refers'), parts);
  const then = readLinks(slot.at('then'), parts);
  checkDestinations(slot.at('then'), then);
  const today = readPeopleToday(slot.at('today'), parts.groups);
  const togetherToday = readLengthToday(slot.at('together-today'));
  const endsEarly = readEndsEarly(slot.at('ends-early'));
  if (leave) checkClock(leaving, namesOf(leave));
  if (name === null || !lasts || load === null) return null;
  return {
    id,
    name,
    roles,
    places: -1,
    lasts,
    ...(leave ? { leave } : {}),
    load,
    offers,
    refers,
    then,
    today,
    ...(togetherToday ? { togetherToday } : {}),
    ...(endsEarly ? { endsEarly } : {}),
  };
}

/** `role`, `[lead, other]`, `none`; “same” before a role says what is the rule anyway. */
function readWith(slot: Slot, roles: string[]): number[] {
  if (slot.absent || slot.value === 'none') return [];
  const items = Array.isArray(slot.value) ? slot.items('roles', LIMITS.rolesOfService) : [slot];
  const found = items.flatMap((item) => {
    const text = item.text('the id of a role');
    if (text === null) return [];
    const index = roles.indexOf(text.replace(/^same /, ''));
    if (index < 0) item.reference('role', roles);
    return index < 0 ? [] : [index];
  });
  return [...new Set(found)];
}

function readLoad(slot: Slot): number | null {
  const load = slot.number('a plain number of load units, such as 1');
  if (load === null) return null;
  if (load < 0) return slot.fail('figure-negative', { written: String(load) });
  return load > 1000 ? slot.fail('figure-too-large', { written: `${load}`, limit: '1000' }) : load;
}

function readOffers(slot: Slot, parts: PathwayParts): Offer[] {
  if (slot.absent) return [];
  return slot.entries('needs and offers', parts.needs.length + 50).flatMap(({ id, slot: at }) => {
    const need = parts.needs.indexOf(id);
    if (need < 0) at.unknownKey('need', parts.needs);
    const offer = at.mapping(KEYS.offer) ? readOffer(at, need, parts) : null;
    return offer && need >= 0 ? [offer] : [];
  });
}

function readOffer(slot: Slot, need: number, parts: PathwayParts): Offer | null {
  const by = readBy(slot.at('by'), parts);
  const way = slot.at('how');
  const how = way.absent
    ? 'given here'
    : way.choice(['given here', 'taken along', 'referral', 'leaflet']);
  const after = readFigureOr(slot.at('after'), 'time', 0);
  const share = slot.need('for', 'The offer');
  const accepted = share.absent ? null : readFigure(share, 'share');
  if (!by || !how || !after || !accepted) return null;
  const trained = slot.at('trained').flag(isTrained(by, need, parts));
  return { need, by, how, after, accepted, trained };
}

function readBy(slot: Slot, parts: PathwayParts): Offer['by'] | null {
  if (slot.absent) return { kind: 'service' };
  const { roleIds, partnerIds } = parts;
  const index = slot.reference('role or partner', [...roleIds, ...partnerIds]);
  if (index < 0) return null;
  return index < roleIds.length
    ? { kind: 'role', index }
    : { kind: 'partner', index: index - roleIds.length };
}

function isTrained(by: Offer['by'], need: number, parts: PathwayParts): boolean {
  if (by.kind === 'role') return parts.roles[by.index]?.trainedFor.includes(need) ?? false;
  return by.kind === 'partner' && (parts.partners[by.index]?.trained ?? false);
}

/** Everybody goes somewhere; links for people with one need are counted apart. */
function checkDestinations(slot: Slot, then: Stage['then']): void {
  if (slot.absent || then.length === 0) return;
  const all = then.filter(({ need }) => need === undefined);
  const of = 'The shares of where people go next';
  if (all.length > 0)
    checkShares(
      slot,
      all.map(({ share }) => share),
      of,
      true,
    );
  for (const need of new Set(then.map((link) => link.need))) {
    if (need === undefined) continue;
    const some = then.filter((link) => link.need === need);
    checkShares(
      slot,
      some.map(({ share }) => share),
      of,
      false,
    );
  }
}

function readEndsEarly(slot: Slot): Stage['endsEarly'] | null {
  if (slot.absent || !slot.mapping(KEYS['ends-early'])) return null;
  const some = slot.need('share', '“ends-early”');
  const share = some.absent ? null : readFigure(some, 'share');
  const refund = readFigureOr(slot.at('refund'), 'share', 0);
  const next = slot.at('then').absent ? 'out' : slot.at('then').choice(['out', 'next stage']);
  return share && refund && next && { share, refund, then: next };
}

/** Leaving runs on one clock: time with this worker, or time in this service. */
function checkClock(slot: Slot, names: Set<string>): void {
  if (!names.has('time-in-service')) return;
  for (const first of ['familiarity', 'time-together']) {
    if (!names.has(first)) continue;
    slot.fail('formula-two-clocks', { first, second: 'time-in-service' });
    return;
  }
}

/**
 * Say in which stages a place is held: where it is used, and from the stage
 * that holds it to the last one that names it.
 */
function holdPlaces(items: Slot[], stages: Stage[], ids: string[]): void {
  const named = items.map((item) =>
    ['uses', 'holds'].map((key) => {
      const at = item.at(key);
      return at.absent ? -1 : at.reference('places', ids);
    }),
  );
  named.forEach(([uses, holds], i) => {
    const index = Math.max(uses, holds);
    if (index < 0) return;
    if (uses >= 0 && holds >= 0 && uses !== holds) clash(items[i], stages[i], [uses, holds], ids);
    const last = holds < 0 ? i : named.findLastIndex((pair) => pair.includes(holds));
    for (let k = i; k <= Math.max(i, last); k++) {
      const before = stages[k].places;
      if (before >= 0 && before !== index) clash(items[k], stages[k], [before, index], ids);
      stages[k].places = index;
    }
  });
}

function clash(slot: Slot, stage: Stage, places: number[], ids: string[]): void {
  slot.fail('places-clash', {
    stage: stage.name,
    places: places.map((index) => ids[index]).join(', '),
  });
}
