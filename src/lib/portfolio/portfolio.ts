/**
 * The resolved portfolio: what a model says once units are read, defaults are
 * filled in and a scenario's changes are made. Plain data, so that it can be
 * posted to a worker, hashed and frozen in a snapshot.
 *
 * Base units throughout: days, pounds, people, shares from 0 to 1, rates per
 * day. Lists stand in the order of the file; nothing that affects a result
 * depends on that order, only on ids.
 */
import type { FormulaTree } from '../formula/formula-tree.ts';
import type { Agreement } from './agreement.ts';
import type {
  ContractFacts,
  Principle,
  Provider,
  Relationship,
  ServiceFacts,
} from './commissioning.ts';
import type { FlexibilityRules } from './flexibility.ts';
import type { LeavingRule } from './leaving-rule.ts';
import type { ModelLog } from './model-log.ts';
import type { Grade, Length, PeopleToday, Quantity } from './quantity.ts';
import type { Said } from './said.ts';
import type { Survey } from './survey.ts';
import type { Target } from './target.ts';

export type { Dimension } from '../formula/dimension.ts';
export type { Fact, Principle, Provider } from './commissioning.ts';
export type { Grade, Length, PeopleToday, Quantity } from './quantity.ts';

export interface Source {
  id: string;
  title: string;
  by?: string;
  year?: number;
  url?: string;
  grade: Grade;
}

export interface Locality {
  id: string;
  name: string;
  people: Quantity;
  /** Share of people who live in Scotland's most deprived fifth. */
  mostDeprived?: Quantity;
  /** Latitude, longitude in degrees. */
  at?: [number, number];
}

export interface Need {
  id: string;
  name: string;
}

export interface Group {
  id: string;
  name: string;
  /** New people per day (Poisson). Zero where `pool` is given. */
  arrive: Quantity;
  /** Change of the arrival rate a year, 0.02 is 2% more each year; from `start` on. */
  trend: Quantity;
  /** Twelve multipliers, April first, with mean one; absent means even. */
  season?: number[];
  /** A finite pool: each member outside support comes at `rate` per day. */
  pool?: { people: number; rate: Quantity };
  /** Share by locality, in the order of `localities`; adds to one. */
  live: number[];
  /** Chance of having each need, in the order of `needs`. */
  needs: Quantity[];
  /** Multiplies the time that familiarity takes; 1 is neutral. */
  feelingSafeTakes: Quantity;
  /** How long people wait before they stop waiting. */
  patience: Length;
  /** Travel time that half would not go beyond (days); absent means distance does not matter. */
  travelHalf?: Quantity;
  /** Where people turn first; the rest of the share turns to nobody. */
  turnTo: { service: number; share: Quantity; priority: number }[];
  /** Rate of moving away or dying, per day: "other life event". */
  otherLifeEvents: Quantity;
  /** After support ended without a planned ending: share who come back, and when. */
  comeBack?: { share: Quantity; after: Length };
  /** Family members of people in another group; counted for "families supported together". */
  familyOf?: number;
}

/** A job on a team: posts that workers hold one after the other. */
export interface Role {
  id: string;
  name: string;
  /** Number of posts; a fraction is a last post of fewer hours. */
  posts: Quantity;
  /** Load units one full-time worker can carry; a million where only appointments limit. */
  caseload: Quantity;
  /** Cost of one filled full-time post, per day. */
  cost: Quantity;
  /** What the worker in a full-time post is paid of it, per day. */
  pay?: Quantity;
  /** Share of its workers who are on permanent contracts. */
  permanent?: Quantity;
  /** Rate at which workers leave in the baseline, all causes; absent: nobody leaves. */
  leave?: Quantity;
  notice: Quantity;
  /** Time from a worker's leaving to the next one's first day. */
  replaced: Length;
  /** Pounds for filling the post once. */
  recruitmentCost: Quantity;
  /** Rate at which people ask for a different worker: their choice, not a break. */
  asksForAnother: Quantity;
  /** Share of people handed over warmly when a colleague has room. */
  handoverWarm: Quantity;
  /** What becomes of the others: shared out among colleagues with room, else the list. */
  afterWorkerLeaves: 'shared out' | 'list first' | 'list last';
  /** Staff travel to the person, so that distance does not stop uptake. */
  goesToPeople: boolean;
  /** Extra load per day of one-way travel time, for staff who travel; 0 is neutral. */
  travelLoad: Quantity;
  /** Share of its posts held by people with lived experience. */
  livedExperience: Quantity;
  /** What its workers' relationships are: with a person, a family, or within a community. */
  relationship: Relationship;
  volunteer: boolean;
  /** Needs that its workers are trained, coached and supervised to meet. */
  trainedFor: number[];
  /** Index of the contract that pays for it. */
  contract: number;
}

/** Limited places: beds, or placements bought from a yearly budget. */
export interface Places {
  id: string;
  name: string;
  beds?: Quantity;
  bought?: { price: Quantity; budget: Quantity };
  contract: number;
}

/** Somewhere people can go, with its opening sessions; all stops of a round in one locality are one. */
export interface Point {
  id: string;
  name: string;
  locality: number;
  /** By weekday, 0 is Monday, hours as numbers (10.5 is half past ten); people null: no limit. */
  sessions: { weekday: number; from: number; to: number; people: number | null }[];
  /** People who can be met per day of opening, from which that follows; at stops of a round alone. */
  contacts?: Quantity;
}

/** Somebody from another organisation who is there on given days. */
export interface Partner {
  id: string;
  name: string;
  need: number;
  at: { point: number; weekday: number }[];
  peopleADay: Quantity;
  trained: boolean;
  /** Other than the service's own provider, so that advocacy can be independent. */
  provider?: string;
}

/** An offer to meet a need, made to people who have it. */
export interface Offer {
  need: number;
  by: { kind: 'role' | 'partner'; index: number } | { kind: 'service' };
  how: 'given here' | 'taken along' | 'referral' | 'leaflet';
  /** Time from the start of the stage to the offer. */
  after: Quantity;
  /** Share of those offered it who receive it. */
  accepted: Quantity;
  trained: boolean;
}

export type HandoverKind = 'accompanied' | 'warm' | 'supported' | 'cold';

/** How people pass on: where to, what share, in what manner. */
export interface Link {
  /** Index of a service, or the planned end of support. */
  to: number | 'finished' | 'out';
  share: Quantity;
  handover: HandoverKind;
  /** Only people with this need are passed on. */
  need?: number;
  /** Index of the agreement between the organisations, where there is one. */
  agreement?: number;
}

export interface Stage {
  id: string;
  name: string;
  /** Roles that hold the person in this stage, the one that gates entry first. */
  roles: number[];
  /** Places held during this stage, an index, or -1. */
  places: number;
  lasts: Length;
  /**
   * Hazard of leaving support early, per day; absent: nobody leaves early. A
   * plain figure is a name: its quantity stands among the assumptions under
   * its path, so that it is drawn like any other.
   */
  leave?: FormulaTree;
  /** Load units that one person is on a caseload. */
  load: number;
  offers: Offer[];
  /** Referrals made while this stage goes on, to support beside it. */
  refers: (Link & { after: Quantity })[];
  /** Where people go when the stage is complete; empty: the next stage, or finished. */
  then: Link[];
  /** Today's caseload when the warm-up begins, how long with their worker; absent: just met. */
  today: PeopleToday[];
  togetherToday?: Length;
  /** Share whose stage ends before its time, and what of the price comes back. */
  endsEarly?: { share: Quantity; refund: Quantity; then: 'out' | 'next stage' };
}

export interface Service extends ServiceFacts {
  id: string;
  name: string;
  kind: 'team' | 'clinic' | 'drop-in' | 'residential' | 'vehicle' | 'hub' | 'community';
  pilot: boolean;
  about: string;
  provider: Provider;
  roles: Role[];
  places: Places[];
  points: Point[];
  partners: Partner[];
  pathway: Stage[];
  /** Roles that stay with the person through the whole pathway. */
  accompany: number[];
  /** People must come to a session at a point before the pathway begins. */
  entersBySession: boolean;
  /** Indexes of the roles that run the sessions at its points. */
  crew: number[];
  /** Appointments per day, on average, per filled full-time post of the first role; absent: a caseload. */
  appointments?: Quantity;
  /** Share of sessions lost to weather and repair. */
  lostDays: Quantity;
  /** At most this many wait; others are turned away. Null: no limit. */
  listAtMost: number | null;
  /** Today's list when the warm-up begins, and how long they have waited; absent: just referred. */
  waitingToday: PeopleToday[];
  waitedToday?: Length;
  /** Contact at a session leads on to these, beside or instead of the pathway. */
  contactLeadsTo: Link[];
  /** Total time limit on support, when there is one. */
  limit?: Quantity;
  givesMat: boolean;
  /** People who come back go to the worker they had, where that worker has room. */
  knownWorkerFirst: boolean;
  fixedCost: Quantity;
  contract: number;
}

export interface Contract extends ContractFacts {
  id: string;
  name: string;
  funder: string;
  /** Pounds per day. */
  pays: Quantity;
  /** No end, and no change of term touches it. */
  recurrent: boolean;
  /**
   * Days from `start` to the end of the award running at `start`: its last day
   * is over then. 0 for recurrent funding, which has no end.
   */
  firstEnds: number;
  /** Length of an award in calendar months (a plain number); 0 for recurrent funding. */
  termMonths: Quantity;
  /** Time before the end at which renewal is decided. */
  decided: Quantity;
  /** Chance that funding is renewed, within a year. */
  renewed: Quantity;
  whenRefused: {
    reTendered: Quantity;
    gap: Length;
    staffWhoTransfer: Quantity;
    moneyMoved: Quantity;
    moneyLost: Quantity;
  };
  /** Longest time workers stay with their people after an unrenewed end; 0 is a plain stop. */
  seePeopleThrough: number;
  /** Intake stops this long before an end that is not confirmed. */
  newPeopleStop: Quantity;
  /** A post is filled only with at least this much confirmed funding left. */
  hiringNeeds: Quantity;
  /** Rise of the award each year within its term: 0.03 is 3% more each year. */
  uplift: Quantity;
}

export interface Assumption {
  id: string;
  quantity: Quantity;
  /** The value that means "no effect", for those that are effects. */
  none?: number;
  /** Which assumed mechanism it belongs to, for effects. */
  mechanism?: string;
  rationale: string;
}

export interface Criterion {
  id: string;
  standard: 'mat-6' | 'mat-8' | 'mat-9';
  promise: string;
  /** Id of a source of its wording and target. */
  source?: string;
  need: number;
  within: Quantity;
  target: number | null;
  targetWorking: boolean;
  /** Counts only where it is given at the point, on a day the person gets MAT. */
  sameVisit: boolean;
  /** Counts only when staff trained and supervised for it give it. */
  byTrainedStaff: boolean;
  /** Counts only from a provider other than this service's. */
  independentOf: number | null;
}

export interface Lever {
  id: string;
  ask: string;
  /** Path that it sets; `*` stands for every entry. */
  sets: string;
  from?: number;
  to?: number;
  step?: number;
  unit?: string;
  choices?: string[];
}

export interface Rules {
  /** Of `time-together` (days) and `feeling-safe-takes`; gives 0 to 1. */
  familiarity: FormulaTree;
  /** Multiplies the share who turn up over links whose agreement answers how to share information. */
  turningUpWithAgreement: Quantity;
  /** Multiplies how long feeling safe takes beside somebody with lived experience; 1 is neutral. */
  feelingSafeWithLivedExperience: Quantity;
  /** Of `confirmed-funding` (days); multiplies the rate at which workers leave. */
  tenureMultiplier: FormulaTree;
  leaving?: LeavingRule;
  /** Of `travel-time` and `travel-half` (days); gives the share who take up. */
  uptake: FormulaTree;
  renewal: 'per year' | 'per decision';
  flexibility: FlexibilityRules;
  /** Rise of pay and prices a year, 0.03 is 3% more each year; an award with less uplift buys fewer posts. */
  inflation: Quantity;
}

export interface Portfolio {
  format: 1;
  id: string;
  title: string;
  question: string;
  /** Shown on every page and output about this portfolio. */
  notice: string;
  /** ISO date, and its day number. */
  start: string;
  /** Days from 1 January 1970 to `start`. */
  startDay: number;
  horizonDays: number;
  warmUp:
    | { kind: 'years'; days: number }
    | { kind: 'until steady'; atMostDays: number }
    | { kind: 'none' };
  /** The year that prices are of, as written; '' where the file names none. */
  prices: string;
  sources: Source[];
  localities: Locality[];
  /** Days of travel between localities, row by row; `travelEstimated` says which are guesses. */
  travel: number[][];
  travelEstimated: boolean[][];
  needs: Need[];
  groups: Group[];
  services: Service[];
  contracts: Contract[];
  handovers: Record<HandoverKind, { arrives: Quantity; keeps: Quantity }>;
  assumptions: Assumption[];
  rules: Rules;
  targets: Target[];
  agreements: Agreement[];
  surveys: Survey[];
  said: Said[];
  log: ModelLog;
  standards: Criterion[];
  levers: Lever[];
  principles: Principle[];
}

/** One change that a scenario makes to the file it starts from. */
export type Change =
  { set: string; to: unknown } | { remove: string } | { add: string; as: unknown };

export interface Scenario {
  id: string;
  title: string;
  story: string;
  /** Those of the scenario it builds on come first. */
  changes: Change[];
  /** Heading under which it is listed. */
  group?: string;
  /** The scenario it builds on. */
  basedOn?: string;
}
