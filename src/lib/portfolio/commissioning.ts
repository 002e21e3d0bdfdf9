/**
 * What a portfolio says of how it is commissioned and cannot be counted in
 * days or pounds: facts about awards and services, and the principles that
 * test them. A run never depends on any of it.
 */
import type { FormulaTree } from '../formula/formula-tree.ts';
import type { Grade } from './quantity.ts';

/** Something that an entry says, or leaves unsaid, and how well it is known. */
export interface Fact<T> {
  /** Null where the file does not say. */
  value: T | null;
  grade: Grade;
  /** Id of a source; "scenario" where a scenario says it. */
  source?: string;
  path: string;
}

export const REPORTS = ['counts', 'outcomes', 'what people say'] as const;
export const PRICE_BASES = ['published', 'shared with partners', 'not shared'] as const;
export const DESIGNERS = ['people with lived experience', 'families', 'staff'] as const;

/** Kinds of relationship that support is given in. */
export const RELATIONSHIPS = ['person', 'family', 'community'] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

/** What an award asks its provider to report on. */
export type Report = (typeof REPORTS)[number];
/** Who can see what the price of an award is made of. */
export type PriceBasis = (typeof PRICE_BASES)[number];
/** Who took part in designing a service, besides those who pay for it. */
export type Designer = (typeof DESIGNERS)[number];

/** What a principle is tested on, one by one; `portfolio`: on everything at once. */
export type PrincipleScope = 'award' | 'service' | 'post' | 'portfolio';

/** A principle of ethical commissioning, with its test. */
export interface Principle {
  id: string;
  says: string;
  scope: PrincipleScope;
  test: FormulaTree;
  /** As the file writes it. */
  written: string;
  /** For the portfolio as a whole: the test that it is partly met by. */
  partly?: FormulaTree;
  partlyWritten?: string;
  /** For each award, service or post: the share for which the test must hold. */
  enough: number;
  /** The share from which the principle is partly met. */
  partlyEnough: number;
}
