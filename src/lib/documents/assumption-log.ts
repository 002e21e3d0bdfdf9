/**
 * The log of a model that the AQuA Book asks for: every named assumption with
 * its value, range, source, grade, effect on the answer, and who noted it when;
 * decisions; checks done.
 */
import type { LogCheck, LogDecision } from '../portfolio/model-log.ts';
import type { Grade, Portfolio, Source } from '../portfolio/portfolio.ts';
import { rangeInWords, writtenInWords } from '../words/figure-in-words.ts';
import { assumptionName } from './list-figures.ts';

export interface AssumptionRow {
  id: string;
  name: string;
  written: string;
  range: string | null;
  /** True where the range is the default for a weak grade, not one the file gives. */
  isDefaultRange: boolean;
  /** True where it has a value of no effect, so that it can be switched off. */
  isEffect: boolean;
  rationale: string;
  grade: Grade;
  source: Source | null;
  /** By role; "" where nobody is named. */
  notedBy: string;
  /** ISO date; "" where none is given. */
  notedOn: string;
  /** What it does to the answer, in words; null where that is not worked out. */
  effect: string | null;
}

export interface AssumptionLog {
  rows: AssumptionRow[];
  decisions: LogDecision[];
  checks: LogCheck[];
  /** True where somebody made a check who did not note the figures. */
  isCheckedByOthers: boolean;
}

/** Return the log of a portfolio; `effects` says in words what an assumption does, by its id. */
export function assumptionLog(
  portfolio: Portfolio,
  effects: Readonly<Record<string, string>> = {},
): AssumptionLog {
  const { assumptions, sources, log } = portfolio;
  const byId = new Map(sources.map((source) => [source.id, source]));
  return {
    rows: assumptions.map(({ id, quantity, none, rationale }) => ({
      id,
      name: assumptionName(id, portfolio),
      written: writtenInWords(quantity),
      range: rangeInWords(quantity),
      isDefaultRange: quantity.defaultRange ?? false,
      isEffect: none !== undefined,
      rationale,
      grade: quantity.grade,
      source: (quantity.source && byId.get(quantity.source)) || null,
      notedBy: quantity.notedBy ?? log.notedBy,
      notedOn: quantity.notedOn ?? log.notedOn,
      effect: effects[id] ?? null,
    })),
    decisions: log.decisions,
    checks: log.checks,
    isCheckedByOthers: log.checks.some(({ by }) => by.toLowerCase() !== log.notedBy.toLowerCase()),
  };
}
