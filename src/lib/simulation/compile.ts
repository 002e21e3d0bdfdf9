/** From two portfolios to a program that a simulation can run. */
import { hashText } from '../engine/random.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { compileLeaving, compileTenure, solveLeaveBase } from './compile-hazards.ts';
import { compileContracts, compileGroups, compileRules } from './compile-people.ts';
import {
  compileOffers,
  compilePlaces,
  compileRoles,
  compileServices,
  compileStages,
} from './compile-services.ts';
import { compileCrews } from './compile-crews.ts';
import { compileLists } from './compile-lists.ts';
import { compileSessions } from './compile-sessions.ts';
import { compileDifferences } from './lasting-differences.ts';
import { isSameNumbering, makeLayout, type Layout } from './layout.ts';
import { LengthTable } from './lengths.ts';
import { horizonMonthsOf } from './months.ts';
import type { Parameters } from './parameters.ts';
import { SharedTables } from './shared-tables.ts';

export interface Program {
  layout: Layout;
  /** Holds until the model's start. */
  before: Parameters;
  /** Holds from the model's start. */
  after: Parameters;
  baseline: Portfolio;
  scenario: Portfolio;
  /** Days simulated before the start, and after the horizon. */
  warmUpDays: number;
  horizonDays: number;
  runOutDays: number;
  /** Months of the horizon, the first from the start. */
  horizonMonths: number;
  startDay: number;
  /** Hash of every group, contract and so on comes from ids; this one marks the model. */
  key: number;
}

/** Days that a run goes on past the horizon, so that nobody who counts is cut off unseen. */
export const RUN_OUT_DAYS = 24 * (365.25 / 12);

/**
 * Compile a scenario against its baseline: the warm-up runs under the
 * baseline's terms and the scenario's hold from the model's start.
 *
 * Both must have been resolved without errors. `warmUpDays` is the length that
 * the caller chose (see `findWarmUp`) or the file states.
 */
export function compileProgram(
  baseline: Portfolio,
  scenario: Portfolio,
  warmUpDays?: number,
): Program {
  return new Compiler(baseline, warmUpDays).compile(scenario);
}

/**
 * Compiles one scenario after another against one baseline, as `compileProgram` does.
 *
 * What they have alike is made once: the baseline's own terms, as long as the
 * numbering stays the same, and the tables of hazards.
 */
export class Compiler {
  private readonly tables = new SharedTables();
  private begun: Pick<Program, 'layout' | 'before'> | null = null;

  constructor(
    readonly baseline: Portfolio,
    readonly warmUpDays: number = statedWarmUp(baseline),
  ) {}

  compile(scenario: Portfolio): Program {
    const { baseline, warmUpDays } = this;
    const made = makeLayout(baseline, scenario);
    if (!this.begun || !isSameNumbering(this.begun.layout, made)) {
      this.begun = { layout: made, before: this.parametersOf(baseline, made) };
    }
    const { layout, before } = this.begun;
    return {
      layout,
      before,
      after: this.parametersOf(scenario, layout),
      baseline,
      scenario,
      warmUpDays,
      horizonDays: scenario.horizonDays,
      runOutDays: RUN_OUT_DAYS,
      horizonMonths: horizonMonthsOf(scenario.startDay, scenario.horizonDays),
      startDay: scenario.startDay,
      key: hashText(scenario.id),
    };
  }

  private parametersOf(p: Portfolio, layout: Layout): Parameters {
    return compileParameters(this.baseline, p, layout, this.tables);
  }
}

/** Warm-up days that the file states; the longest it allows for "until steady". */
export function statedWarmUp(p: Portfolio): number {
  if (p.warmUp.kind === 'years') return p.warmUp.days;
  return p.warmUp.kind === 'none' ? 0 : p.warmUp.atMostDays;
}

function compileParameters(
  baseline: Portfolio,
  p: Portfolio,
  layout: Layout,
  tables: SharedTables,
): Parameters {
  const lengths = new LengthTable();
  return {
    lengths,
    ...compileServices(p, layout),
    ...compileRoles(p, layout, lengths),
    leaveBase: solveLeaveBase(baseline, p, layout),
    ...compileStages(p, layout, lengths),
    ...compileLeaving(p, layout, tables),
    differences: compileDifferences(p, tables),
    ...compileOffers(p, layout),
    ...compilePlaces(p, layout),
    ...compileSessions(p, layout),
    ...compileCrews(baseline, p, layout),
    ...compileContracts(p, layout, lengths),
    ...compileTenure(p, tables),
    ...compileGroups(p, layout, lengths),
    ...compileRules(p, layout),
    waitingToday: compileLists(p, layout, lengths),
  };
}
