import { RELATIONSHIPS } from './commissioning.ts';
import { KEYS } from './file-keys.ts';
import { LIMITS } from './limits.ts';
import type { Places, Quantity, Role, Service } from './portfolio.ts';
import { knownAt, neutral, readFigure, readFigureOr } from './read-figure.ts';
import { readLength } from './read-length.ts';
import { useHandover } from './read-link.ts';
import type { Slot } from './slot.ts';

/** Caseload of roles that only appointments limit; marked as standing by default. */
const NO_CASELOAD = 1_000_000;

/** What the roles and places of a service may name, and who pays when they do not say. */
export interface RoleIds {
  needs: string[];
  contracts: string[];
  /** The contract that pays for the service. */
  contract: number;
  kind: Service['kind'] | null;
}

/** Return the roles of a service, in the order of the file. */
export function resolveRoles(slot: Slot, ids: RoleIds): Role[] {
  if (slot.absent) return [];
  return slot.entries('roles', LIMITS.rolesOfService).flatMap(({ id, slot: at }) => {
    const role = at.mapping(KEYS.role) ? resolveRole(id, at, ids) : null;
    return role ? [role] : [];
  });
}

function resolveRole(id: string, slot: Slot, ids: RoleIds): Role | null {
  const funded = slot.need('posts', 'The role');
  const posts = funded.absent ? null : readFigure(funded, 'number', { choice: true });
  const volunteer = slot.at('volunteer').flag();
  const carried = readCaseload(slot, ids.kind);
  const pay = volunteer ? slot.at('cost') : slot.need('cost', 'The role');
  const cost = readFigureOr(pay, 'money-rate', 0);
  const [paid, lasting] = [slot.at('pay'), slot.at('permanent')];
  const earned = paid.absent ? null : readFigure(paid, 'money-rate');
  const permanent = lasting.absent ? null : readFigure(lasting, 'share');
  const leave = slot.at('leave').absent ? null : readFigure(slot.at('leave'), 'rate');
  const notice = readFigureOr(slot.at('notice'), 'time', 0);
  const lag = slot.at('leave').absent ? slot.at('replaced') : slot.need('replaced', 'The role');
  const atOnce = { law: 'constant' as const, exactly: neutral(lag, 'time', 0) };
  const replaced = lag.absent ? atOnce : readLength(lag);
  const recruitmentCost = readFigureOr(slot.at('recruitment-cost'), 'money-each', 0);
  const asksForAnother = readFigureOr(slot.at('asks-for-another'), 'rate', 0);
  const handoverWarm = readFigureOr(slot.at('handover-warm'), 'share', 0);
  const after = slot.at('after-worker-leaves');
  const afterWorkerLeaves = after.absent
    ? 'shared out'
    : after.choice(['shared out', 'list first', 'list last']);
  const travelLoad = readFigureOr(slot.at('travel-load'), 'rate', 0);
  const contract = readPayer(slot, ids);
  const livedExperience = readAllOrShare(slot.at('lived-experience'));
  const between = slot.at('relationship');
  const usual = ids.kind === 'community' ? 'community' : 'person';
  const relationship = between.absent ? usual : between.choice(RELATIONSHIPS);
  if (!livedExperience || !relationship) return null;
  if (!posts || !carried || !cost || !replaced || !notice || !handoverWarm) return null;
  if (!afterWorkerLeaves || !travelLoad || !recruitmentCost || !asksForAnother) return null;
  if (handoverWarm.value > 0) useHandover(slot.at('handover-warm'), 'warm');
  return {
    id,
    name: slot.at('name').textOr(named(id)),
    posts,
    caseload: carried,
    cost,
    ...(earned ? { pay: earned } : {}),
    ...(permanent ? { permanent } : {}),
    ...(leave ? { leave } : {}),
    notice,
    replaced,
    recruitmentCost,
    asksForAnother,
    handoverWarm,
    afterWorkerLeaves,
    goesToPeople: slot.at('goes-to-people').flag(),
    travelLoad,
    livedExperience,
    relationship,
    volunteer,
    trainedFor: readIds(slot.at('trained-for'), 'need', ids.needs),
    contract,
  };
}

function readCaseload(slot: Slot, kind: Service['kind'] | null) {
  const unlimited = kind === 'clinic' || kind === 'vehicle';
  const at = unlimited ? slot.at('caseload') : slot.need('caseload', 'The role');
  if (at.absent) return neutral(at, 'number', NO_CASELOAD);
  return readFigure(at, 'number', { aboveZero: true });
}

/** `true` is all of the posts, a share some of them. */
function readAllOrShare(slot: Slot): Quantity | null {
  if (typeof slot.value !== 'boolean') return readFigureOr(slot, 'share', 0, { choice: true });
  if (!slot.value) return neutral(slot, 'share', 0);
  const all = { value: 1, written: '100%', dimension: 'share' as const, path: slot.path };
  return { ...all, ...knownAt(slot), choice: true };
}

/** Index of the contract that pays: its own, else the service's. */
function readPayer(slot: Slot, ids: RoleIds): number {
  const own = slot.at('paid-by');
  return own.absent ? ids.contract : own.reference('contract', ids.contracts);
}

/** An id as words: “outreach-worker” is “Outreach worker”. */
export function named(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Return the indexes of ids in a list, each once. */
export function readIds(slot: Slot, kind: string, ids: readonly string[]): number[] {
  if (slot.absent) return [];
  const found = slot.items(`ids of a ${kind}`, 100).map((item) => item.reference(kind, ids));
  return [...new Set(found)].filter((index) => index >= 0);
}

/** Return the places of a service: beds, or placements bought from a yearly budget. */
export function resolvePlaces(slot: Slot, ids: RoleIds): Places[] {
  if (slot.absent) return [];
  return slot.entries('places', 20).flatMap(({ id, slot: at }) => {
    const places = at.mapping(KEYS.places) ? resolvePlace(id, at, ids) : null;
    return places ? [places] : [];
  });
}

function resolvePlace(id: string, slot: Slot, ids: RoleIds): Places | null {
  const name = slot.at('name').textOr(named(id));
  const contract = readPayer(slot, ids);
  const [beds, price, budget] = [slot.at('beds'), slot.at('price'), slot.at('budget')];
  const bought = !price.absent && !budget.absent;
  if (beds.absent !== bought || (!beds.absent && (!price.absent || !budget.absent))) {
    return slot.fail('places-unclear', { id });
  }
  if (!bought) {
    const read = readFigure(beds, 'number', { choice: true });
    return read && { id, name, beds: read, contract };
  }
  const each = readFigure(price, 'money-each', { aboveZero: true });
  const yearly = readFigure(budget, 'money-rate', { choice: true });
  return each && yearly && { id, name, bought: { price: each, budget: yearly }, contract };
}
