import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Assumption, Service } from './portfolio.ts';
import { readFigure, readFigureOr } from './read-figure.ts';
import { checkShares, readLinks } from './read-link.ts';
import { readProvider } from './read-provider.ts';
import type { ReadPart } from './readings.ts';
import { readLengthToday, readPeopleToday } from './read-today.ts';
import { readFlexibility } from './flexibility.ts';
import { resolvePartners, resolvePoints } from './resolve-points.ts';
import { readIds, resolvePlaces, resolveRoles } from './resolve-roles.ts';
import { resolvePathway } from './resolve-stages.ts';
import { DESIGNERS, SKILLS } from './commissioning.ts';
import { factAt, readChoicesFact } from './read-fact.ts';
import { crewOf } from './session-crew.ts';
import type { Slot } from './slot.ts';

export const SERVICE_KINDS = [
  'team',
  'clinic',
  'drop-in',
  'residential',
  'vehicle',
  'hub',
  'community',
] as const;

/** Kinds that people come to at a session before anything else. */
const BY_SESSION: ReadonlySet<Service['kind']> = new Set(['vehicle', 'drop-in', 'hub']);
/** Kinds that nobody can be supported by without a pathway. */
const BY_PATHWAY: ReadonlySet<Service['kind']> = new Set(['team', 'clinic', 'residential']);

/** The ids that services may name, and the assumptions of their formulas. */
export interface ServiceIds {
  localities: string[];
  needs: string[];
  contracts: string[];
  services: string[];
  groups: string[];
  agreements: string[];
  assumptions: readonly Assumption[];
}

/** Return the services of the file, in its order. */
export function resolveServices(slot: Slot, ids: ServiceIds, readPart: ReadPart): Service[] {
  return slot.entries('services', LIMITS.services).flatMap(({ id, slot: at }) => {
    const service = readPart(at, () =>
      at.mapping(KEYS.service) ? resolveService(id, at, ids) : null,
    );
    return service ? [service] : [];
  });
}

function resolveService(id: string, slot: Slot, ids: ServiceIds): Service | null {
  const name = slot.need('name', 'The service').textOr(id);
  const sort = slot.need('kind', 'The service');
  const kind = sort.absent ? null : sort.choice(SERVICE_KINDS);
  const payer = slot.need('paid-by', 'The service');
  const contract = payer.absent ? -1 : payer.reference('contract', ids.contracts);
  const roleIds = { needs: ids.needs, contracts: ids.contracts, contract, kind };
  const roles = resolveRoles(slot.at('roles'), roleIds);
  const places = resolvePlaces(slot.at('places'), roleIds);
  const points = resolvePoints(slot, ids.localities);
  const pointIds = points.map((point) => point.id);
  const partners = resolvePartners(slot, ids.needs, pointIds);
  const pathway = resolvePathway(slot.at('pathway'), {
    ...ids,
    roles,
    partners,
    roleIds: slot.at('roles').ids(),
    placesIds: slot.at('places').ids(),
    partnerIds: slot.at('partners').ids(),
  });
  const accompany = readIds(slot.at('accompany'), 'role', slot.at('roles').ids());
  const contactLeadsTo = readLinks(slot.at('a-contact-leads-to'), ids);
  const shares = contactLeadsTo.map(({ share }) => share);
  const leads = 'The shares of where a contact leads';
  checkShares(slot.at('a-contact-leads-to'), shares, leads, false);
  const lostDays = readFigureOr(slot.at('lost-days'), 'share', 0);
  const rate = slot.at('appointments');
  const appointments = rate.absent ? null : readFigure(rate, 'people-rate', { choice: true });
  const limit = slot.at('limit').absent
    ? null
    : readFigure(slot.at('limit'), 'time', { choice: true, aboveZero: true });
  const flexibility = readFlexibility(slot.at('flexibility'));
  const skills = readChoicesFact(slot.at('skills'), SKILLS);
  const designedWith = readChoicesFact(slot.at('designed-with'), DESIGNERS);
  const journeys = slot.at('low-carbon-travel');
  const lowCarbonTravel = journeys.absent ? null : readFigure(journeys, 'share');
  const fixedCost = readFigureOr(slot.at('fixed-cost'), 'money-rate', 0, { choice: true });
  const sessions = slot.at('people-enter-at-a-session').flag(kind !== null && BY_SESSION.has(kind));
  const listAtMost = readListLimit(slot.at('list'));
  const waitingToday = readPeopleToday(slot.at('waiting-today'), ids.groups);
  const waitedToday = readLengthToday(slot.at('waited-today'));
  const provider = readProvider(slot.at('provider'));
  if (!kind || contract < 0 || !lostDays || !fixedCost) return null;
  if (BY_PATHWAY.has(kind) && slot.at('pathway').absent) slot.fail('pathway-missing', { kind });
  if (sessions && slot.at('points').absent && slot.at('round').absent) {
    slot.fail('points-missing', {});
  }
  return {
    id,
    name,
    kind,
    pilot: slot.at('pilot').flag(),
    about: slot.at('about').textOr(''),
    provider,
    roles,
    places,
    points,
    partners,
    pathway,
    accompany,
    entersBySession: sessions,
    crew: crewOf({ roles, pathway, accompany }),
    ...(appointments ? { appointments } : {}),
    lostDays,
    listAtMost,
    waitingToday,
    ...(waitedToday ? { waitedToday } : {}),
    contactLeadsTo,
    ...(limit ? { limit } : {}),
    givesMat: slot.at('gives-mat').flag(),
    knownWorkerFirst: slot.at('known-worker-first').flag(),
    fixedCost,
    contract,
    flexibility,
    skills,
    designedWith,
    ...(lowCarbonTravel ? { lowCarbonTravel } : {}),
    hasLimit: factAt(slot.at('limit'), limit !== null),
  };
}

function readListLimit(slot: Slot): number | null {
  if (slot.absent || !slot.mapping(['at-most'])) return null;
  const most = slot.need('at-most', 'The list');
  if (most.absent) return null;
  const count = most.number('a whole number of people');
  if (count === null) return null;
  if (count >= 0 && count <= 1e6 && Math.floor(count) === count) return count;
  return most.fail('figure-not-whole', { written: String(count), of: 'people, zero or more' });
}
