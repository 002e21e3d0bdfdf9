/** What a facilitator plans before anybody joins. Plain data: it is written into the log whole. */
import type { LeverSetting } from '../portfolio/lever-settings.ts';

/** What an answer to a promise can be, the most to the least. */
export const RATINGS = ['always', 'mostly', 'sometimes', 'never'] as const;
export type Rating = (typeof RATINGS)[number];

/** What can be said of a promise that is no rating of it. */
export const NO_RATINGS = ['does not apply', 'do not know'] as const;
export type NoRating = (typeof NO_RATINGS)[number];

export interface Choice {
  id: string;
  text: string;
}

/** Choose a few, the most important first. */
export interface RankQuestion {
  kind: 'rank';
  id: string;
  ask: string;
  options: Choice[];
  /** How many can be chosen. */
  most: number;
}

/** Spend tokens over some options: the more on one, the more it matters. */
export interface TokensQuestion {
  kind: 'tokens';
  id: string;
  ask: string;
  options: Choice[];
  /** How many each person can spend. */
  tokens: number;
}

/** How far a promise of the MAT standards is kept. */
export interface RateQuestion {
  kind: 'rate';
  id: string;
  /** The promise, in the words of the portfolio. */
  ask: string;
  /** Id of the promise in the portfolio. */
  promise: string;
}

/** Agree, disagree or pass, with words if wanted. */
export interface AgreeQuestion {
  kind: 'agree';
  id: string;
  ask: string;
}

/** Who makes a design: each person one, or each table one on a device that it shares. */
export type DesignBy = 'persons' | 'tables';

/** Change the services with levers, within a budget. */
export interface DesignQuestion {
  kind: 'design';
  id: string;
  ask: string;
  /** As they stood in the portfolio when the workshop was planned. */
  levers: LeverSetting[];
  /** Pounds a year that a design may spend. */
  budget: number;
  by: DesignBy;
  /** How many tables there are, numbered from 1; absent where they have no numbers. */
  tables?: number;
}

/** Another kind of question is added here, in `answer.ts` and in `results.ts`. */
export type Question =
  RankQuestion | TokensQuestion | RateQuestion | AgreeQuestion | DesignQuestion;

/** The rounds there are, in the order in which they come. */
export const ROUND_KINDS = ['matters', 'now', 'design', 'see', 'decide'] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export interface PlannedRound {
  /** Its kind: a workshop has no two of a kind. */
  id: RoundKind;
  /** How long it is meant to take. Nobody is shown a countdown. */
  minutes: number;
  questions: Question[];
}

export interface WorkshopPlan {
  title: string;
  /** Tried by those who lead it: nothing of it counts as what a panel said. */
  isRehearsal: boolean;
  /** Id of the portfolio that it is about, and its title then. */
  portfolio: string;
  portfolioTitle: string;
  rounds: PlannedRound[];
  /** Whom to speak to in the room. */
  inTheRoom: string;
  /** Whom to call, a line each. */
  support: string[];
  /** ISO date: the last day on which somebody can take back what they said. */
  withdrawUntil: string;
  /** ISO date: the day on which everything but the record is removed. */
  purgeOn: string;
}

/** Return a question of a plan with the round it is asked in; null where there is none. */
export function questionOf(
  { rounds }: WorkshopPlan,
  id: string,
): { round: PlannedRound; question: Question } | null {
  for (const round of rounds) {
    const question = round.questions.find((one) => one.id === id);
    if (question) return { round, question };
  }
  return null;
}
