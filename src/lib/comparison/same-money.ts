/**
 * "The same money": by how much one thing in a scenario has to change for the scenario to promise as
 * much as how it is now. Which thing makes room is for the person to say, never for Bide.
 */
import type { Change, Portfolio, Scenario } from '../portfolio/portfolio.ts';
import { apartIn, pairsOf, type RunArms } from './explain-pair.ts';
import type { Apart } from './explanation.ts';
import { findSwitch } from './find-switch.ts';
import { unpaidCosts, type UnpaidCosts } from './unpaid-costs.ts';

/** A figure that can make room for money or take it up, with the funding that pays for it. */
export interface MoneyPlace {
  /** Path in the model's file: "services.roads.roles.coordinator.posts". */
  path: string;
  kind: 'posts' | 'budget';
  /** Whose it is, in the model's own words: "ROADS, Coordinator". */
  name: string;
  /** Posts, or pounds a year. */
  now: number;
  /** What one more costs, pounds a year. */
  costEach: number;
  /** Id of the contract that pays. */
  contract: string;
  /** What that contract pays, pounds a year. */
  paysNow: number;
}

/** Which values of a figure luck cannot tell apart. */
export interface ValueRange {
  low: number;
  high: number;
}

/** A scenario that promises what how it is now does. */
export interface SameMoney {
  place: MoneyPlace;
  /**
   * `balanced`: with `to` the commitments are equal, but for `left`. `equal already`: nothing to
   * do. `cannot`: not even with none of it left; `to` is the least there can be, and `left` what is
   * still too much. `not found`: no value up to `to`, the most that was tried; `left` is still too little.
   * `cannot tell`: luck hides whether they differ, so that any value would follow the luck; or what one
   * of them commits cannot be told.
   */
  kind: 'balanced' | 'equal already' | 'cannot' | 'not found' | 'cannot tell';
  to: number;
  /** Where `to` could lie for luck alone; null where nothing was balanced. */
  toRange: ValueRange | null;
  paysTo: number;
  /** What contracts leave unpaid in the scenario as it is: it is counted as if they paid it. */
  unpaid: UnpaidCosts[];
  /** Commitment a year less that of the baseline, before and after; constant prices. */
  before: Apart;
  left: Apart;
  /** The scenario's changes, those that pay what is unpaid, and those that make the money the same. */
  changes: Change[];
  replications: number;
}

/** Less than this in pounds a year is nothing. */
const NOTHING = 50;

/** Values tried beside the first, to bracket and to close in. */
const MOST_DOUBLINGS = 3;
const STEPS = 4;

const DAYS = 365.25;
const COMMITMENT = { id: 'commitment', by: null };

/** Return how many replications of arms a search takes at the most. */
export function sizeOfSameMoney(replications: number): number {
  return replications * 2 * (2 + MOST_DOUBLINGS + STEPS);
}

/** Return what money can be moved to or from in a scenario, in the order of its services. */
export function moneyPlaces({ services, contracts }: Portfolio): MoneyPlace[] {
  const paid = (c: number) => ({
    contract: contracts[c].id,
    paysNow: contracts[c].pays.value * DAYS,
  });
  const within = services.flatMap((service) => [
    ...service.roles.flatMap((role): MoneyPlace[] =>
      role.contract < 0 || role.cost.value === 0
        ? []
        : [
            {
              path: `services.${service.id}.roles.${role.id}.posts`,
              kind: 'posts',
              name: `${service.name}, ${role.name}`,
              now: role.posts.value,
              costEach: role.cost.value * DAYS,
              ...paid(role.contract),
            },
          ],
    ),
    ...service.places.flatMap((place): MoneyPlace[] =>
      place.bought === undefined || place.contract < 0
        ? []
        : [
            {
              path: `services.${service.id}.places.${place.id}.budget`,
              kind: 'budget',
              name: `${service.name}, ${place.name}`,
              now: place.bought.budget.value * DAYS,
              costEach: 1,
              ...paid(place.contract),
            },
          ],
    ),
  ]);
  return within.filter(({ paysNow }) => paysNow > 0);
}

/** What is to be balanced: the changes of the two, and what each of them makes of the model. */
interface Balanced {
  baseline: Pick<Scenario, 'changes'> & { portfolio: Portfolio };
  scenario: Pick<Scenario, 'changes'> & { portfolio: Portfolio };
}

/**
 * Return the value at a path for which a scenario commits as much over the horizon as the baseline,
 * in constant prices.
 *
 * What the scenario has posts for and nobody pays is paid first, by the contract it belongs to: a post
 * that is promised to somebody is promised money. What the funding pays goes up and down with the
 * value by what one more costs, so that the money is really there or gone. More of it never commits
 * less, so the search is by regula falsi between two values with differences of opposite signs, over
 * the same futures at every value. Nothing is searched for where luck hides whether the two differ.
 * Throws `RangeError` for a path that is no place for money.
 */
export async function sameMoney(
  { scenario, baseline }: Balanced,
  { path, replications }: { path: string; replications: number },
  run: RunArms,
): Promise<SameMoney> {
  const found = moneyPlaces(scenario.portfolio).find((one) => one.path === path);
  if (!found) throw new RangeError(`${path} is no figure that money can be moved to or from.`);
  const unpaid = unpaidCosts(scenario.portfolio, baseline.portfolio, NOTHING);
  const paid = unpaid.map(({ contract, pays, missing }) => paysChange(contract, pays + missing));
  const changes = changesWith(scenario.changes, paid);
  const missing = unpaid.find(({ contract }) => contract === found.contract)?.missing ?? 0;
  const place = { ...found, paysNow: found.paysNow + missing };
  const apart = async (value: number): Promise<Apart> => {
    const arms = [
      { id: 'baseline', changes: baseline.changes },
      {
        id: `at ${value}`,
        changes: value === place.now ? changes : changesAt(place, changes, value),
      },
    ];
    const [pair] = pairsOf(await run(arms, replications));
    return apartIn(pair, COMMITMENT);
  };
  const before = await apart(place.now);
  const told = (kind: SameMoney['kind'], value: number, left: Apart): SameMoney => ({
    ...{ place, kind, to: value, paysTo: paysAt(place, value), unpaid, before, left, replications },
    toRange: kind === 'balanced' ? rangeOf(place, before, { to: value, left }) : null,
    changes: value === place.now ? changes : changesAt(place, changes, value),
  });
  const standing = standingOf(before);
  const first = before.difference;
  const hidden = () => told('cannot tell', place.now, before);
  if (first === null) return hidden();
  if (standing !== 'apart') return told(standing, place.now, before);

  const start = { quantile: place.now, difference: first };
  let other = start;
  if (first > 0) {
    const least = Math.max(0, place.now - place.paysNow / place.costEach);
    const atLeast = await apart(least);
    if (atLeast.difference === null) return hidden();
    if (atLeast.difference > 0) return told('cannot', least, atLeast);
    other = { quantile: least, difference: atLeast.difference };
  } else {
    let more = (2 * -first) / place.costEach;
    for (let i = 0; i < MOST_DOUBLINGS && other.difference < 0; i++, more *= 2) {
      const value = place.now + more;
      const { difference } = await apart(value);
      if (difference === null) return hidden();
      other = { quantile: value, difference };
    }
    if (other.difference < 0) return told('not found', other.quantile, await apart(other.quantile));
  }
  const search = await findSwitch(
    async (value) => (await apart(value)).difference,
    start,
    other,
    STEPS - 1,
  );
  if (search === null) return hidden();
  const to = rounded(place, search.quantile);
  return told('balanced', to, await apart(to));
}

/** Whether two commitments are apart, the same, or neither can be told from luck. */
function standingOf({ difference, low, high }: Apart): 'apart' | 'equal already' | 'cannot tell' {
  if (difference === null) return 'cannot tell';
  if (difference === 0 && low === null) return 'equal already';
  // Of one future nobody knows what luck does.
  if (low === null || high === null) return 'cannot tell';
  if (Math.max(Math.abs(low), Math.abs(high)) < NOTHING) return 'equal already';
  if (low <= 0 && high >= 0) return 'cannot tell';
  return Math.abs(difference) < NOTHING ? 'equal already' : 'apart';
}

/** The values between which the commitments are equal, as far as the range of what is left tells. */
function rangeOf(
  place: MoneyPlace,
  before: Apart,
  { to, left }: { to: number; left: Apart },
): ValueRange | null {
  const { low, high } = left;
  if (low === null || high === null || to === place.now) return null;
  const each = ((before.difference ?? 0) - (left.difference ?? 0)) / (place.now - to);
  if (!(each > 0)) return null;
  const at = (apart: number) => rounded(place, Math.max(0, to - apart / each));
  return { low: at(high), high: at(low) };
}

/** Return the changes of a scenario with one figure, and what pays for it, at another value. */
function changesAt(place: MoneyPlace, changes: readonly Change[], value: number): Change[] {
  const { path, kind, contract } = place;
  const to = kind === 'posts' ? hundredths(value) : `${pounds(value)} GBP per financial year`;
  return changesWith(changes, [{ set: path, to }, paysChange(contract, paysAt(place, value))]);
}

/** The changes with some more after them, in place of those that set the same. */
function changesWith(changes: readonly Change[], more: { set: string; to: unknown }[]): Change[] {
  const paths = more.map(({ set }) => set);
  return [...changes.filter((change) => !('set' in change && paths.includes(change.set))), ...more];
}

function paysChange(contract: string, pays: number) {
  return { set: `contracts.${contract}.pays`, to: `${pounds(pays)} GBP per year` };
}

function paysAt({ now, costEach, paysNow }: MoneyPlace, value: number): number {
  return Math.max(0, paysNow + (value - now) * costEach);
}

function rounded({ kind }: MoneyPlace, value: number): number {
  return kind === 'posts' ? hundredths(value) : pounds(value);
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function pounds(value: number): number {
  return Math.round(value);
}
