/**
 * One numbering for everything that a baseline and a scenario name, so that a
 * run can begin under the one and go on under the other. What only one of them
 * has gets a number too, and is switched off in the other.
 *
 * `key` numbers are hashes of ids: random draws hang on them, never on places
 * in a list, so that reordering a file or adding a service that nobody uses
 * changes nobody's luck.
 */
import { hashText } from '../engine/random.ts';
import type { Offer, Portfolio, Service } from '../portfolio/portfolio.ts';

/** Entities of one kind: ids in order, and the hash of each. */
export interface Names {
  ids: string[];
  keys: Int32Array;
}

/** Entities that belong to a service: `first[s]` to `first[s + 1]` are service s's. */
export interface Owned extends Names {
  service: Int32Array;
  first: Int32Array;
}

/** Entities that belong to a stage. */
export interface OwnedByStage extends Names {
  stage: Int32Array;
  first: Int32Array;
}

/** Roles of services that take people back to whom they know: it is remembered how long they had them. */
export interface Remembered {
  /** The service and the role: "service|role". */
  ids: string[];
  /** Number among the remembered by role; -1: it is none. */
  ofRole: Int32Array;
}

export interface Layout {
  localities: Names;
  needs: Names;
  groups: Names;
  contracts: Names;
  criteria: Names;
  services: Names;
  roles: Owned;
  /** Roles whose workers people go back to when they come back, numbered by themselves. */
  remembered: Remembered;
  stages: Owned;
  places: Owned;
  points: Owned;
  partners: Owned;
  /** Offers by stage: "need|by". */
  offers: OwnedByStage;
  /** Referrals made while a stage goes on, by stage: "to|n". */
  refers: OwnedByStage;
}

/** Name of an offer within its stage: the need and who meets it. */
export function offerId(portfolio: Portfolio, service: Service, offer: Offer): string {
  const need = portfolio.needs[offer.need].id;
  if (offer.by.kind === 'service') return `${need}|service`;
  const by = offer.by.kind === 'role' ? service.roles : service.partners;
  return `${need}|${offer.by.kind}:${by[offer.by.index].id}`;
}

/** Names of the referrals of a stage, counted where several go to one service. */
export function referIds(
  portfolio: Portfolio,
  refers: { to: number | 'finished' | 'out' }[],
): string[] {
  const seen = new Map<string, number>();
  return refers.map(({ to }) => {
    const target = typeof to === 'number' ? portfolio.services[to].id : to;
    const count = seen.get(target) ?? 0;
    seen.set(target, count + 1);
    return `${target}|${count}`;
  });
}

/** Number everything that either portfolio names; the baseline's come first. */
export function makeLayout(baseline: Portfolio, scenario: Portfolio): Layout {
  const both = [baseline, scenario];
  const listed = (pick: (p: Portfolio) => { id: string }[]): Names =>
    names(both.flatMap((p) => pick(p).map(({ id }) => id)));

  const services = listed((p) => p.services);
  const owned = (pick: (s: Service) => { id: string }[]): Owned => {
    const parts = services.ids.map((id) =>
      both.flatMap((p) =>
        p.services
          .filter((s) => s.id === id)
          .flatMap(pick)
          .map((x) => x.id),
      ),
    );
    const { ids, owner, first } = grouped(parts);
    return { ...keyed(ids, owner, services.keys), service: owner, first };
  };
  const roles = owned((s) => s.roles);
  const stages = owned((s) => s.pathway);
  const ofStages = (
    pick: (p: Portfolio, s: Service, stage: Service['pathway'][number]) => string[],
  ): OwnedByStage => {
    const parts = stages.ids.map((id, t) =>
      both.flatMap((p) =>
        p.services
          .filter((s) => s.id === services.ids[stages.service[t]])
          .flatMap((s) => s.pathway.filter((x) => x.id === id).flatMap((x) => pick(p, s, x))),
      ),
    );
    const { ids, owner, first } = grouped(parts);
    return { ...keyed(ids, owner, stages.keys), stage: owner, first };
  };

  return {
    localities: listed((p) => p.localities),
    needs: listed((p) => p.needs),
    groups: listed((p) => p.groups),
    contracts: listed((p) => p.contracts),
    criteria: listed((p) => p.standards),
    services,
    roles,
    remembered: rememberedRoles(both, services, roles),
    stages,
    places: owned((s) => s.places),
    points: owned((s) => s.points),
    partners: owned((s) => s.partners),
    offers: ofStages((p, s, stage) => stage.offers.map((offer) => offerId(p, s, offer))),
    refers: ofStages((p, _s, stage) => referIds(p, stage.refers)),
  };
}

/** Whether two layouts number everything alike. */
export function isSameNumbering(one: Layout, other: Layout): boolean {
  return numberingOf(one) === numberingOf(other);
}

/** Whose each thing is follows from where the things of each owner begin. */
function numberingOf(layout: Layout): string {
  const kinds = Object.values(layout) as { ids: string[]; first?: Int32Array }[];
  return JSON.stringify(kinds.map(({ ids, first = [] }) => [ids, [...first]]));
}

/** Number of `id` among `names`, or -1. */
export function numberOf(names: Names, id: string): number {
  return names.ids.indexOf(id);
}

/** Number of `id` among what `owner` has, or -1. */
export function ownedNumber(owned: Names & { first: Int32Array }, owner: number, id: string) {
  for (let i = owned.first[owner]; i < owned.first[owner + 1]; i++) {
    if (owned.ids[i] === id) return i;
  }
  return -1;
}

/** Only these take room in what is known of each person. */
function rememberedRoles(both: Portfolio[], services: Names, roles: Owned): Remembered {
  const known = new Set(
    both.flatMap((p) => p.services.flatMap((s) => (s.knownWorkerFirst ? [s.id] : []))),
  );
  const ids: string[] = [];
  const ofRole = Int32Array.from(roles.ids, (role, r) => {
    const service = services.ids[roles.service[r]];
    return known.has(service) ? ids.push(`${service}|${role}`) - 1 : -1;
  });
  return { ids, ofRole };
}

function names(all: string[]): Names {
  const ids = [...new Set(all)];
  return { ids, keys: Int32Array.from(ids, hashText) };
}

function grouped(parts: string[][]): { ids: string[]; owner: Int32Array; first: Int32Array } {
  const ids: string[] = [];
  const owner: number[] = [];
  const first = new Int32Array(parts.length + 1);
  parts.forEach((part, o) => {
    for (const id of new Set(part)) {
      ids.push(id);
      owner.push(o);
    }
    first[o + 1] = ids.length;
  });
  return { ids, owner: Int32Array.from(owner), first };
}

/** The same name in two services must not share its luck: keys mix in the owner's. */
function keyed(ids: string[], owner: Int32Array, ownerKeys: Int32Array): Names {
  return {
    ids,
    keys: Int32Array.from(ids, (id, i) => hashText(`${ownerKeys[owner[i]]}/${id}`)),
  };
}
