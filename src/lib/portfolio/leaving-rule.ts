import type { FormulaTree } from '../formula/formula-tree.ts';
import type { Quantity } from './quantity.ts';

/** What explains that people leave less as time goes by, if anything does. */
export const STRUCTURES = ['familiarity', 'time-in-service', 'lasting-differences'] as const;

export type Structure = (typeof STRUCTURES)[number];

/** How leaving early falls, in each of the structures that the file describes. */
export interface LeavingRule {
  /** The structure that holds. */
  fallsWith: Structure;
  /** Factors of the hazard that run on a clock; the one that holds stands in the stages already. */
  factors: { structure: Structure; factor: FormulaTree }[];
  /** Lasting differences between people: they multiply the hazard, with mean one. */
  differences?: {
    /** Standard deviation; 0 is no difference. */
    spread: Quantity;
    law: 'gamma' | 'lognormal';
  };
}
