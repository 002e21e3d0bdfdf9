/**
 * Every number a run needs, on the numbering of a layout, in base units. Two of
 * these make a program: one that holds before the model's start, one after.
 */
import type { CumulativeHazard } from '../engine/hazard.ts';
import type { QuantileTable } from '../engine/quantile-table.ts';
import type { FamiliarityTable } from './familiarity-table.ts';
import type { LengthTable } from './lengths.ts';

/** Ways in which a stage's leaving hazard runs. */
export const LEAVE_NEVER = 0;
export const LEAVE_CONSTANT = 1;
/** By time together with the longest-standing worker. */
export const LEAVE_BY_TOGETHER = 2;
/** By time in the service, whoever the worker. */
export const LEAVE_BY_SERVICE = 3;

/** Destinations that are no service. */
export const TO_FINISHED = -1;
export const TO_OUT = -2;
export const TO_NEXT = -3;

/** What becomes of people whose worker leaves. */
export const AFTER_SHARED_OUT = 0;
export const AFTER_LIST_FIRST = 1;
export const AFTER_LIST_LAST = 2;

/** Who meets a need. */
export const BY_SERVICE = 0;
export const BY_ROLE = 1;
export const BY_PARTNER = 2;

/** A flat list of links; those of owner i stand from `first[i]` to `first[i + 1]`. */
export interface Links {
  first: Int32Array;
  to: Int32Array;
  share: Float64Array;
  handover: Uint8Array;
  /** Need that a person must have, or -1. */
  need: Int32Array;
  /** Hash of the destination, for the race between destinations. */
  key: Int32Array;
}

export interface Parameters {
  lengths: LengthTable;

  // Services.
  serviceOn: Uint8Array;
  givesMat: Uint8Array;
  knownWorkerFirst: Uint8Array;
  entersBySession: Uint8Array;
  /** -1: no limit. */
  listAtMost: Int32Array;
  limitDays: Float64Array;
  serviceContract: Int32Array;
  fixedCost: Float64Array;
  /**
   * Pounds a day that contracts pay for overheads and to a lead out of what posts would cost:
   * those of service s are numbered from `besideFirst[s]` to `besideFirst[s + 1]`.
   */
  besideFirst: Int32Array;
  besideContract: Int32Array;
  besideCost: Float64Array;
  lostDays: Float64Array;
  /** Appointments a day per filled full-time post; -1 where there is a caseload instead. */
  appointments: Float64Array;
  firstStage: Int32Array;
  contactLinks: Links;
  /** Today's lists, by service: `waited` is the number of the length that they have waited, or -1. */
  waitingToday: { service: number; group: number; people: number; waited: number }[];
  accompanyFirst: Int32Array;
  accompanyRole: Int32Array;

  // Roles and their posts.
  /** Full-time equivalents funded. */
  posts: Float64Array;
  /** Thousandths of a load unit per full-time post; Infinity: no limit. */
  caseload: Float64Array;
  postCost: Float64Array;
  /** Pounds for filling a post once. */
  recruitmentCost: Float64Array;
  /** Rate a day at which people ask for a different worker. */
  asksForAnother: Float64Array;
  /** Rate of leaving at a multiplier of 1, per day. */
  leaveBase: Float64Array;
  notice: Float64Array;
  replaced: Int32Array;
  handoverWarm: Float64Array;
  afterWorkerLeaves: Uint8Array;
  /** Multiplies a person's load, by role and home: [role * localities + locality]. */
  loadFactor: Float64Array;
  roleContract: Int32Array;

  // Stages.
  stageNext: Int32Array;
  stageRolesFirst: Int32Array;
  stageRoles: Int32Array;
  stagePlaces: Int32Array;
  stageLasts: Int32Array;
  stageLoad: Float64Array;
  leaveKind: Uint8Array;
  /** Hazard of leaving early, integrated over its clock: [stage * groups + group]. */
  leaveTable: (CumulativeHazard | null)[];
  /** Its rate with nobody beside the person (constant ones too), per day. */
  leaveAlone: Float64Array;
  /** Lasting differences between people; null where there are none. */
  differences: QuantileTable | null;
  endsEarly: Float64Array;
  earlyRefund: Float64Array;
  earlyNext: Uint8Array;
  thenLinks: Links;
  /** Today's caseloads: so many people of a group in a stage when the warm-up begins. */
  /** `together`: number of the length that they have been with their worker, or -1. */
  today: { stage: number; group: number; people: number; together: number }[];

  // Offers and referrals beside a stage.
  offerOn: Uint8Array;
  offerNeed: Int32Array;
  offerBy: Uint8Array;
  offerByIndex: Int32Array;
  offerAfter: Float64Array;
  offerAccepted: Float64Array;
  offerGivenHere: Uint8Array;
  /** Bit c set: receiving it counts for criterion c (same-visit ones as well). */
  offerCriteria: Int32Array;
  referOn: Uint8Array;
  referTo: Int32Array;
  referShare: Float64Array;
  referAfter: Float64Array;
  referHandover: Uint8Array;
  referNeed: Int32Array;

  // Places.
  beds: Float64Array;
  price: Float64Array;
  /** Pounds a financial year; -1 for beds. */
  budget: Float64Array;
  placesContract: Int32Array;

  // Session servers: points, then partners, then clinics by service. Those of a point are in the
  // order of the week.
  serverFirst: Int32Array;
  sessionWeekday: Int32Array;
  /** Time of day, as a share of a day. */
  sessionTime: Float64Array;
  sessionCapacity: Float64Array;
  /** Point at which a partner's session is held, or -1. */
  sessionPoint: Int32Array;
  /**
   * Points of a service that are nearest to a home, several where they are equally near, by id: from
   * `nearestFirst[service * localities + locality]` on.
   */
  nearestFirst: Int32Array;
  nearestPoints: Int32Array;

  /** Role whose full-time posts each have a clinic's appointments, by service; -1: none. */
  clinicRole: Int32Array;
  /** Roles that run the sessions at the points of service s: from `crewFirst[s]` on. */
  crewFirst: Int32Array;
  crewRoles: Int32Array;
  /** Their posts with which a session sees as many as its capacity, by service. */
  crewPosts: Float64Array;

  // Contracts.
  recurrent: Uint8Array;
  firstEnds: Float64Array;
  firstEndsDay: Float64Array;
  termMonths: Float64Array;
  decided: Float64Array;
  renewedPerYear: Float64Array;
  reTendered: Float64Array;
  gap: Int32Array;
  transfers: Float64Array;
  moneyMoved: Float64Array;
  seeThroughDays: Float64Array;
  newPeopleStop: Float64Array;
  hiringNeeds: Float64Array;
  pays: Float64Array;
  /** Logarithm of the yearly change of an award's buying power within its term. */
  realGrowth: Float64Array;
  renewalPerDecision: boolean;
  /** Tenure multiplier integrated over (longest - confirmed funding left). */
  tenure: CumulativeHazard;
  tenureSpan: number;
  /** False where the multiplier is the same whatever funding is confirmed. */
  tenureVaries: boolean;

  // Groups.
  /** People a day, before season and trend. */
  arrive: Float64Array;
  trend: Float64Array;
  /** [group * 12 + month], April first. */
  season: Float64Array;
  poolRate: Float64Array;
  poolPeople: Int32Array;
  live: Float64Array;
  needShare: Float64Array;
  patience: Int32Array;
  otherLifeEvents: Float64Array;
  comeBackShare: Float64Array;
  comeBackAfter: Int32Array;
  /** Group that a family member belongs with, or -1. */
  familyOf: Int32Array;
  turnToFirst: Int32Array;
  turnTo: Int32Array;
  turnToShare: Float64Array;
  turnToPriority: Int32Array;
  /** Share who take up: [(group * localities + locality) * services + service]. */
  uptake: Float64Array;
  /** How established a relationship is after `days` together, by group. */
  familiarity: FamiliarityTable[];

  /** Share who turn up: [(handover of `HANDOVERS` * services + from) * services + to]. */
  arrives: Float64Array;
  keeps: Float64Array;

  // Criteria.
  criterionNeed: Int32Array;
  criterionWithin: Float64Array;
  criterionSameVisit: Uint8Array;
}

/** Order of the kinds of handover in the tables. */
export const HANDOVERS = ['accompanied', 'warm', 'supported', 'cold'] as const;
export const WARM = 1;
