import type { Finding } from '../diagnostics/finding.ts';
import type { FormulaTree } from '../formula/formula-tree.ts';
import type { Assumption, Source } from './portfolio.ts';
import type { Slot } from './slot.ts';

/**
 * What the parts of one resolving share. Made anew for each, filled as the
 * parts are read in order; nothing of it outlives the call.
 */
export interface Context {
  findings: Finding[];
  sources: Map<string, Source>;
  /** The assumptions of the file, by id, for places that name one. */
  assumptionSlots: Map<string, Slot>;
  /** Assumptions that have findings of their own; formulas with them are not checked. */
  brokenAssumptions: Set<string>;
  /** Chances that no rate comes to, as they are written, by the assumption: no formula can use them. */
  certainChances: Map<string, string>;
  /** Ids of the effects that are switched off. */
  effectsOff: Set<string>;
  /** What `leaving` stands for in the formulas of stages; null without such a rule. */
  leavingFactor: FormulaTree | null;
  /** Paths that the scenario set to something new: their source is the scenario. */
  setByScenario: Set<string>;
  /** Assumptions that stand for plain figures in formulas, by path. */
  inFormulas: Assumption[];
  /** Stages met so far, against the limit of the whole model. */
  stages: number;
  /** Kinds of handover in use, with the path that uses each first. */
  handoversUsed: Map<string, string>;
}

/** Return a context with nothing in it yet. */
export function newContext(): Context {
  return {
    findings: [],
    sources: new Map(),
    assumptionSlots: new Map(),
    brokenAssumptions: new Set(),
    certainChances: new Map(),
    effectsOff: new Set(),
    leavingFactor: null,
    setByScenario: new Set(),
    inFormulas: [],
    stages: 0,
    handoversUsed: new Map(),
  };
}
