/** What a phone says of a design while it is made: nothing that luck alone may have made. */
import type { DesignAnswer, DesignFigure } from '../workshop/design-answer.ts';
import { besideBaseline, differencePhrase } from './difference-sentence.ts';
import { figure } from './figures.ts';
import { isClear } from './how-sure.ts';
import type { JoinWords } from './join-words.ts';
import { money, moneyStep } from './money.ts';
import { stepApart } from './precision.ts';

type Answer = Extract<DesignAnswer, { kind: 'answer' }>;
type Words = JoinWords['design'];

/** One measure of a design, as a phone shows it. */
export interface LookLine {
  /** "14 of 100", or that it cannot be told yet. */
  said: string;
  /** "Now: 25 of 100"; empty where nothing is said of it yet. */
  now: string;
  /** "11 fewer", or that there is no clear difference; empty where it is not told. */
  difference: string;
}

/** Nobody plans to the pound, and luck moves more than that. */
const LEAST_STEP = 1000;

/**
 * Return what is said of a measure. Before the last look it is said only where it differs clearly:
 * of few runs luck makes the most.
 */
export function lookLine(
  { unit, now, design, difference }: DesignFigure,
  isLast: boolean,
  words: Words,
): LookLine {
  if (!isLast && !(difference && isClear(difference))) return untold(words.cannotTellYet);
  if (design === null && now === null) return untold(words.cannotTell);
  const step = difference ? stepApart(unit, [besideBaseline(design, difference)]) : undefined;
  const say = (value: number | null) =>
    value === null ? words.cannotTell : figure(value, unit, '', step);
  return {
    said: say(design),
    now: words.now(say(now)),
    difference: !difference ? '' : isSame(difference) ? words.same : differencePhrase(difference),
  };
}

/** What a design costs a year, and whether that is more than there is. */
export interface LookCost {
  said: string;
  /** More than there is at the low end of its range; else empty. */
  over: string;
}

/**
 * Return what is said of its cost, to the thousand: about how much, and before the last look between
 * what; null where it cannot be told.
 */
export function lookCost(
  { cost, costRange }: Answer,
  { budget, isLast }: { budget: number; isLast: boolean },
  words: Words,
): LookCost | null {
  if (cost === null || !costRange) return null;
  const { low, high } = costRange;
  // An end below nothing, or twice as much: of so few runs it is not known.
  if (low <= 0 || high > 2 * cost) return { said: words.costUntold, over: '' };
  const over = cost - budget;
  return {
    said: isLast ? words.costs(rounded(cost)) : words.costsBetween(rounded(low), rounded(high)),
    over: low > budget ? words.over(rounded(over)) : over > 0 ? words.maybeOver : '',
  };
}

function rounded(pounds: number): string {
  if (pounds < LEAST_STEP) return `less than ${money(LEAST_STEP)}`;
  return money(pounds, Math.max(LEAST_STEP, moneyStep(pounds) / 10));
}

function untold(said: string): LookLine {
  return { said, now: '', difference: '' };
}

function isSame({ low, high }: { low: number | null; high: number | null }): boolean {
  return low === 0 && high === 0;
}
