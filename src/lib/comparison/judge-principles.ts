import type { Principle } from '../portfolio/commissioning.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { atBest, readingsAtEnds, type Read } from './one-at-a-time.ts';
import { readingsOfMeasures, readingsOfPortfolio } from './portfolio-readings.ts';
import { thingsTested, type Tested } from './principle-items.ts';
import { dimensionsOf, outcomeOf } from './principle-outcome.ts';
import { isAssumption, type Reading } from './principle-readings.ts';
import type { PrincipleItem, PrincipleVerdict, Verdict } from './principle-verdict.ts';
import type { Estimate } from './summary.ts';

/** Shares of money are sums of fractions: this much is rounding, not a shortfall. */
const ROUNDING = 1e-9;

/**
 * Return what a portfolio, and a run of it where there is one, say of each of
 * its principles.
 *
 * A test that needs what the file does not say, that rests on an assumption
 * about a named award, service or post, or that turns within the range of a
 * figure or measure, cannot tell; nor can one that turns on how much each of
 * them counts, where that is not known. Beside it stands what the verdict would
 * be if every assumption held.
 */
export function judgePrinciples(
  portfolio: Portfolio,
  measures: readonly Estimate[] | null,
): PrincipleVerdict[] {
  const named = assumptionReadings(portfolio);
  const ofAll = { ...named, ...readingsOfMeasures(measures), ...readingsOfPortfolio(portfolio) };
  return portfolio.principles.map((principle) =>
    principle.scope === 'portfolio'
      ? judgeWhole(principle, portfolio, ofAll)
      : judgeEach(principle, itemsOf(principle, principle.scope, portfolio, named)),
  );
}

/** Named assumptions are about the model, not about one service. */
function assumptionReadings({ assumptions }: Portfolio): Record<string, Reading> {
  return Object.fromEntries(
    assumptions.map(({ id, quantity: { value, low, high, written } }) => [
      id,
      {
        value,
        ...(low === undefined || high === undefined ? {} : { low, high }),
        written,
        assumption: id,
        isAssumed: false,
        path: `assumptions.${id}`,
      },
    ]),
  );
}

function itemsOf(
  { test }: Principle,
  scope: 'award' | 'service' | 'post',
  portfolio: Portfolio,
  named: Record<string, Reading>,
): Weighed[] {
  const tested = thingsTested(portfolio, scope);
  const total = tested.reduce((sum, { weight }) => sum + weightOf(weight, atBest), 0);
  const dimensions = dimensionsOf(portfolio, scope);
  return tested.map(({ id, name, weight, readings }) => {
    const { holds, isSure, figures } = outcomeOf(test, { ...named, ...readings }, dimensions);
    const share = weightOf(weight, atBest) / total;
    const isShareSure = weight === null || (!isAssumption(weight) && weight.low === undefined);
    const item = { id, name, share, isShareSure, passes: holds, isSure, figures };
    return { item, weight };
  });
}

/** A thing tested, and how much it counts. */
interface Weighed {
  item: PrincipleItem;
  weight: Tested['weight'];
}

function weightOf(weight: Tested['weight'], read: Read): number {
  return weight === null ? 1 : read(weight);
}

/**
 * Return the least share that some of the things can have. A weight that is
 * assumed may be anything: at the worst it is nothing within, or all without.
 */
function leastShare(
  things: readonly Weighed[],
  isWithin: (item: PrincipleItem) => boolean,
  read: Read,
): number {
  const assumed = ({ weight }: Weighed) => weight !== null && isAssumption(weight);
  const without = things.filter(({ item }) => !isWithin(item));
  if (things.length > 0 && without.length === 0) return 1;
  if (without.some(assumed)) return 0;
  const sum = (some: readonly Weighed[]) =>
    some.reduce((all, { weight }) => all + weightOf(weight, read), 0);
  const within = sum(things.filter((thing) => isWithin(thing.item) && !assumed(thing)));
  return within > 0 ? within / (within + sum(without)) : 0;
}

function judgeEach(principle: Principle, things: readonly Weighed[]): PrincipleVerdict {
  const { enough, partlyEnough } = principle;
  const items = things.map(({ item }) => item);
  const share = (which: (item: PrincipleItem) => boolean) =>
    items.reduce((sum, item) => sum + (which(item) ? item.share : 0), 0);
  const judged = (passing: number, atMost: number): Verdict => {
    if (items.length === 0) return 'cannot tell';
    if (passing + ROUNDING >= enough) return 'met';
    if (atMost + ROUNDING < partlyEnough) return 'not met';
    const partly = passing + ROUNDING >= partlyEnough && atMost + ROUNDING < enough;
    return partly ? 'partly met' : 'cannot tell';
  };
  const passesForSure = ({ passes, isSure }: PrincipleItem) => isSure && passes === true;
  const fails = ({ passes, isSure }: PrincipleItem) => isSure && passes === false;
  const readings = [atBest, ...readingsAtEnds(things.flatMap(({ weight }) => weight ?? []))];
  const least = (which: (item: PrincipleItem) => boolean) =>
    Math.min(...readings.map((read) => leastShare(things, which, read)));
  const passing = least(passesForSure);
  const atMost = 1 - least(fails);
  const differs = (a: number, b: number) => Math.abs(a - b) > ROUNDING;
  const areWeightsSure =
    !differs(passing, share(passesForSure)) && !differs(1 - atMost, share(fails));
  return {
    ...said(principle),
    verdict: judged(passing, atMost),
    ifAssumptionsHold: judged(
      share(({ passes }) => passes === true),
      share(({ passes }) => passes !== false),
    ),
    shares: { passing, atMost, enough, partlyEnough, areWeightsSure },
    items,
    figures: [],
  };
}

function judgeWhole(
  principle: Principle,
  portfolio: Portfolio,
  readings: Record<string, Reading>,
): PrincipleVerdict {
  const dimensions = dimensionsOf(portfolio, 'portfolio');
  const met = outcomeOf(principle.test, readings, dimensions);
  const less = principle.partly ? outcomeOf(principle.partly, readings, dimensions) : NEVER;
  const figures = new Map([...met.figures, ...less.figures].map((one) => [one.name, one]));
  const judged = (holds: boolean | null, partlyHolds: boolean | null): Verdict => {
    if (holds === true) return 'met';
    if (holds === null || partlyHolds === null) return 'cannot tell';
    return partlyHolds ? 'partly met' : 'not met';
  };
  return {
    ...said(principle),
    verdict: judged(met.isSure ? met.holds : null, less.isSure ? less.holds : null),
    ifAssumptionsHold: judged(met.holds, less.holds),
    shares: null,
    items: [],
    figures: [...figures.values()],
  };
}

const NEVER = { holds: false, isSure: true, figures: [] };

function said({ id, says, scope, written, partlyWritten }: Principle) {
  return {
    id,
    says,
    scope,
    test: written,
    ...(partlyWritten === undefined ? {} : { partly: partlyWritten }),
  };
}
