import { calendarDay } from '../portfolio/calendar-day.ts';
import { leverSettings, type LeverSetting } from '../portfolio/lever-settings.ts';
import type { Model } from '../portfolio/read-model.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { plainWords } from './answer.ts';
import {
  ROUND_KINDS,
  type DesignBy,
  type PlannedRound,
  type RoundKind,
  type WorkshopPlan,
} from './plan.ts';
import { BELIEVED } from './templates.ts';

/** What a facilitator filled in. */
export interface PlanFields {
  title: string;
  /** `yes` for a rehearsal. */
  rehearsal: string;
  rounds: string[];
  /** One thing that may matter a line. */
  matters: string;
  /** `rank` or `tokens`. */
  mattersBy: string;
  /** How many tokens each person has, as typed. */
  tokens: string;
  /** One statement a line. */
  statements: string;
  /** Ids of levers that a design can move. */
  levers: string[];
  /** Pounds a year, as typed: "1,200,000". */
  budget: string;
  /** `tables` or `persons`. */
  designBy: string;
  /** How many tables there are, as typed. */
  tables: string;
  inTheRoom: string;
  support: string;
  withdrawUntil: string;
  purgeOn: string;
}

/** A field with what is wrong with it, in words. */
export interface PlanProblem {
  field: keyof PlanFields;
  problem: string;
}

/** Nothing of a person is kept for longer. */
const LONGEST_KEPT_DAYS = 366;

const MOST_LINES = 20;
/** What people can still spread over some things in their head. */
const MOST_TOKENS = 100;
const MOST_TABLES = 60;
const LONGEST_LINE = 200;

/** How long each round is meant to take, in minutes. */
const MINUTES: Record<RoundKind, number> = {
  matters: 15,
  now: 20,
  design: 25,
  see: 15,
  decide: 15,
};

/** Read a plan; `today` is an ISO date. Every problem is said, not the first alone. */
export function readPlan(
  given: PlanFields,
  { id, portfolio, raw }: Pick<Model, 'id' | 'portfolio' | 'raw'>,
  today: string,
): { plan: WorkshopPlan | null; problems: PlanProblem[] } {
  const problems: PlanProblem[] = [];
  const wrong = (field: keyof PlanFields, problem: string) => problems.push({ field, problem });

  const title = plainWords(given.title);
  if (title === '' || title.length > LONGEST_LINE)
    wrong('title', 'Give it a name of 1 to 200 letters.');
  const chosen = ROUND_KINDS.filter((kind) => given.rounds.includes(kind));
  if (chosen.length === 0) wrong('rounds', 'Choose a round.');
  if (chosen.includes('now') && portfolio.standards.length === 0) {
    wrong('rounds', 'This portfolio has no promises to be rated.');
  }
  const matters = linesOf(given.matters);
  const tokens = wholeIn(given.tokens, MOST_TOKENS);
  if (chosen.includes('matters')) {
    const why = wrongLines(matters);
    if (why) wrong('matters', why);
    else if (matters.length < 2) wrong('matters', 'Give two things to choose from, or more.');
    if (given.mattersBy === 'tokens' && tokens === null) {
      wrong('tokens', `Give a whole number from 1 to ${MOST_TOKENS}.`);
    }
  }
  const levers = leverSettings(portfolio.levers, raw).filter((lever) =>
    given.levers.includes(lever.id),
  );
  const budget = poundsIn(given.budget);
  const tables = wholeIn(given.tables, MOST_TABLES);
  if (chosen.includes('design')) {
    if (levers.length === 0) wrong('levers', 'Choose what people can change.');
    if (given.designBy === 'tables' && tables === null) {
      wrong('tables', `Give a whole number from 1 to ${MOST_TABLES}.`);
    }
    if (budget === null) wrong('budget', 'Give pounds a year as a number: 1200000');
  }
  if (chosen.includes('see') && !chosen.includes('design')) {
    wrong('rounds', 'There is nothing to see without the round “Design”.');
  }
  const statements = linesOf(given.statements);
  if (chosen.includes('decide')) {
    const why = wrongLines(statements);
    if (why) wrong('statements', why);
    else if (statements.length < 1) wrong('statements', 'Give a statement, or more.');
  }
  const support = linesOf(given.support);
  if (support.length === 0) wrong('support', 'Say whom people can call.');
  else if (wrongLines(support)) wrong('support', wrongLines(support)!);
  const inTheRoom = plainWords(given.inTheRoom);
  if (inTheRoom === '' || inTheRoom.length > LONGEST_LINE) {
    wrong('inTheRoom', 'Say whom people can speak to in the room.');
  }
  const [now, until, purge] = [today, given.withdrawUntil, given.purgeOn].map(calendarDay);
  if (until === null || until < now!) wrong('withdrawUntil', 'Give a day from today on.');
  if (purge === null || purge <= now!) wrong('purgeOn', 'Give a day after today.');
  else if (purge > now! + LONGEST_KEPT_DAYS) wrong('purgeOn', 'Give a day within a year.');
  else if (until !== null && purge < until) {
    wrong('purgeOn', 'It cannot be before the last day to take something back.');
  }
  if (problems.length > 0) return { plan: null, problems };

  const by: DesignBy = given.designBy === 'tables' ? 'tables' : 'persons';
  const plan: WorkshopPlan = {
    title,
    isRehearsal: given.rehearsal === 'yes',
    portfolio: id,
    portfolioTitle: portfolio.title,
    rounds: chosen.map((kind) =>
      planRound(kind, {
        ...{ matters, tokens: given.mattersBy === 'tokens' ? tokens : null, statements },
        ...{ portfolio, levers, budget: budget ?? 0, by, tables },
      }),
    ),
    inTheRoom,
    support,
    withdrawUntil: given.withdrawUntil,
    purgeOn: given.purgeOn,
  };
  return { plan, problems };
}

function planRound(
  kind: RoundKind,
  from: {
    matters: string[];
    /** How many each has to spend on what matters; null where it is ranked. */
    tokens: number | null;
    statements: string[];
    portfolio: Portfolio;
    levers: LeverSetting[];
    budget: number;
    by: DesignBy;
    tables: number | null;
  },
): PlannedRound {
  const minutes = MINUTES[kind];
  switch (kind) {
    case 'matters': {
      const options = from.matters.map((text, at) => ({ id: `m${at + 1}`, text }));
      const most = options.length > 3 ? 3 : options.length - 1;
      const ask = 'What matters most to you?';
      if (from.tokens !== null) {
        const asked = { kind: 'tokens' as const, id: 'matters', ask, options, tokens: from.tokens };
        return { id: kind, minutes, questions: [asked] };
      }
      return {
        id: kind,
        minutes,
        questions: [{ kind: 'rank', id: 'matters', ask, options, most }],
      };
    }
    case 'now':
      return {
        id: kind,
        minutes,
        questions: from.portfolio.standards.map(({ id, promise }) => ({
          ...{ kind: 'rate' as const, id: `now-${id}`, ask: promise, promise: id },
        })),
      };
    case 'design': {
      const { levers, budget, by } = from;
      const tables = by === 'tables' && from.tables !== null ? { tables: from.tables } : {};
      const ask = 'What would you change?';
      return {
        id: kind,
        minutes,
        questions: [{ kind: 'design', id: 'design', ask, levers, budget, by, ...tables }],
      };
    }
    case 'see':
      return { id: kind, minutes, questions: [{ kind: 'agree', id: 'see', ask: BELIEVED }] };
    case 'decide':
      return {
        id: kind,
        minutes,
        questions: from.statements.map((ask, at) => ({
          ...{ kind: 'agree' as const, id: `decide-${at + 1}`, ask },
        })),
      };
  }
}

/** A whole number from 1 to `most`, as typed; null where it is none. */
function wholeIn(text: string, most: number): number | null {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0;
  return count >= 1 && count <= most ? count : null;
}

/** "1,200,000" or "£1200000", as whole pounds; null where it is none. */
function poundsIn(text: string): number | null {
  const digits = text.replace(/[£,\s]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

function linesOf(text: string): string[] {
  return plainWords(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function wrongLines(lines: string[]): string | null {
  if (lines.length > MOST_LINES) return `Give ${MOST_LINES} lines at most.`;
  if (lines.some((line) => line.length > LONGEST_LINE)) {
    return `Make every line ${LONGEST_LINE} letters at most.`;
  }
  return new Set(lines).size < lines.length ? 'Two lines say the same.' : null;
}
