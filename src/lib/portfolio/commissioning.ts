/**
 * What a portfolio says of how it is commissioned and cannot be counted in
 * days or pounds: facts about awards and services, and the principles that
 * test them. A run never depends on any of it.
 */
import type { FormulaTree } from '../formula/formula-tree.ts';
import type { Flexibility } from './flexibility.ts';
import type { Grade, Quantity } from './quantity.ts';

/** Something that an entry says, or leaves unsaid, and how well it is known. */
export interface Fact<T> extends Known {
  /** Null where the file does not say. */
  value: T | null;
  path: string;
}

/** How well something is known. */
export interface Known {
  grade: Grade;
  /** Id of a source; "scenario" where a scenario says it. */
  source?: string;
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

/**
 * Skills that working across boundaries takes, as the partnership found in its
 * two pilots (Bloss 2022). A team has them between its workers.
 */
export const SKILLS = [
  'crossing boundaries',
  'working side by side',
  'passing on knowledge',
  'bringing people together',
  'building trust',
  'seeing other points of view',
  'starting from strengths',
  'being person-centred',
] as const;
export type Skill = (typeof SKILLS)[number];

export const SECTORS = ['statutory', 'third', 'partnership'] as const;
export const SIZES = ['large', 'local'] as const;
export const RISKS = ['funder', 'lead', 'provider'] as const;
export const SHORTFALLS = ['carried', 'fewer posts'] as const;

/** Who does the work of a service, or holds a contract for it; "" where the file does not say. */
export interface Provider {
  name: string;
  sector: '' | (typeof SECTORS)[number];
  size: '' | (typeof SIZES)[number];
  /** How well each of these is known, also that the file does not say it. */
  known: Record<'name' | 'sector' | 'size', Known>;
  /** What running the organisation costs, as a share of what the work costs. */
  overheads?: Quantity;
}

/** What a contract says of how it is made; only `shortfall` can change a run. */
export interface ContractFacts {
  reportsOn: Fact<Report[]>;
  priceBasis: Fact<PriceBasis>;
  /** That people are seen through, or are not: known as well as the contract. */
  seesThrough: Fact<boolean>;
  /** Who holds the contract, where others do the work, and the share of the money that they keep. */
  lead?: Provider & { keeps: Quantity };
  /** How well it is known that somebody holds the contract for others, or that nobody does. */
  leadKnown: Known;
  /** Share of the providers' overheads that the award pays beside the costs in the file. */
  paysOverheads?: Quantity;
  /** Who bears what the award does not pay. */
  risk: Fact<(typeof RISKS)[number]>;
  /** What is not paid is carried by whoever bears it, or is taken from posts. */
  shortfall: (typeof SHORTFALLS)[number];
}

/** What a service says of how it came to be and how it works, besides its pathway. */
export interface ServiceFacts {
  designedWith: Fact<Designer[]>;
  /** What its team as a whole can do across boundaries; never recorded of one person. */
  skills: Fact<Skill[]>;
  flexibility: Flexibility[];
  /** Share of staff journeys on foot, by cycle, bus, train or electric car. */
  lowCarbonTravel?: Quantity;
  /** That support has a time limit, or has none: known as well as the service. */
  hasLimit: Fact<boolean>;
}

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
