/**
 * "The same money": by how much one thing in a scenario has to change for the scenario to promise as
 * much as how it is now. Which thing makes room is for the person to say, never for Bide.
 */
import type { Change, Portfolio, Scenario } from '../portfolio/portfolio.ts';
import { apartIn, pairsOf, type RunArms } from './explain-pair.ts';
import type { Apart } from './explanation.ts';
import { findSwitch } from './find-switch.ts';

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

/** A scenario that promises what how it is now does. */
export interface SameMoney {
  place: MoneyPlace;
  /**
   * `balanced`: with `to` the commitments are equal, but for `left`. `equal already`: nothing to
   * do. `cannot`: not even with none of it left; `to` is 0, and `left` what is still too much.
   */
  kind: 'balanced' | 'equal already' | 'cannot';
  to: number;
  paysTo: number;
  /** Commitment a year less that of the baseline, before and after; constant prices. */
  before: Apart;
  left: Apart;
  /** The scenario's changes with these two made after them. */
  changes: Change[];
  replications: number;
}

/** Smaller differences than this in pounds a year are no difference. */
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

/** What is to be balanced. */
interface Balanced {
  baseline: Pick<Scenario, 'changes'>;
  changes: Change[];
  /** The scenario, resolved. */
  scenario: Portfolio;
}

/**
 * Return the value at a path for which a scenario commits as much over the horizon as the baseline,
 * in constant prices.
 *
 * What the funding pays goes up and down with it by what one more costs, so that the money is really
 * there or gone. More of it never commits less, so the search is by regula falsi between two values
 * with differences of opposite signs, over the same futures at every value. Throws `RangeError` for a path that is no place for
 * money.
 */
export async function sameMoney(
  { scenario, baseline, changes }: Balanced,
  { path, replications }: { path: string; replications: number },
  run: RunArms,
): Promise<SameMoney> {
  const place = moneyPlaces(scenario).find((one) => one.path === path);
  if (!place) throw new RangeError(`${path} is no figure that money can be moved to or from.`);
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
    ...{ place, kind, to: value, paysTo: paysAt(place, value), before, left, replications },
    changes: kind === 'equal already' ? changes : changesAt(place, changes, value),
  });
  const first = before.difference ?? 0;
  if (Math.abs(first) < NOTHING) return told('equal already', place.now, before);

  const start = { quantile: place.now, difference: first };
  let other = start;
  if (first > 0) {
    const least = Math.max(0, place.now - place.paysNow / place.costEach);
    const atLeast = await apart(least);
    if ((atLeast.difference ?? 0) > 0) return told('cannot', least, atLeast);
    other = { quantile: least, difference: atLeast.difference ?? 0 };
  } else {
    let more = (2 * -first) / place.costEach;
    for (let i = 0; i < MOST_DOUBLINGS && other.difference < 0; i++, more *= 2) {
      const value = place.now + more;
      other = { quantile: value, difference: (await apart(value)).difference ?? 0 };
    }
    if (other.difference < 0) return told('cannot', other.quantile, await apart(other.quantile));
  }
  const found = await findSwitch(
    async (value) => (await apart(value)).difference ?? 0,
    start,
    other,
    STEPS - 1,
  );
  const to = rounded(place, found.quantile);
  return told('balanced', to, await apart(to));
}

/** Return the changes of a scenario with one figure, and what pays for it, at another value. */
function changesAt(place: MoneyPlace, changes: readonly Change[], value: number): Change[] {
  const { path, kind, contract } = place;
  const pays = {
    set: `contracts.${contract}.pays`,
    to: `${pounds(paysAt(place, value))} GBP per year`,
  };
  const paths = [path, pays.set];
  const kept = changes.filter((change) => !('set' in change && paths.includes(change.set)));
  const to = kind === 'posts' ? hundredths(value) : `${pounds(value)} GBP per financial year`;
  return [...kept, { set: path, to }, pays];
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
