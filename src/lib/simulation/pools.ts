/**
 * People, episodes, relationships, places in lists and timers: pools of rows of
 * numbers, with free lists.
 *
 * All that is known of one episode stands together in memory, so that whoever
 * asks one thing of it has the rest at hand: what a large partnership waits for
 * is memory. A column is a view of the rows that begins at its own place in the
 * first, and the number of an episode is the place at which its row begins:
 * `eStage[e]` is the stage of episode `e`, and the next row's number is
 * `e + eRow`. Numbers that are no integers stand in rows of their own, a quarter
 * as long: `eBegan[e >> 2]` is the day on which episode `e` began.
 */
import { EPISODES_AT_ONCE, HOLDS } from './bounds.ts';
import { NO_INTEGERS, NO_NUMBERS, Rows, type Columns } from './rows.ts';

/** Sizes of a layout that columns of people depend on. */
export interface LayoutSizes {
  services: number;
  roles: number;
  /** Roles whose workers people go back to. */
  remembered: number;
  homes: number;
  needs: number;
  groups: number;
  /** Homes times groups: people are counted by both. */
  cells: number;
  criteria: number;
}

export class Pools {
  readonly layoutSizes: LayoutSizes;
  /** What the columns of each pool are views of. */
  readonly rows: Record<PoolName, Rows>;

  // People.
  /** How far one row is from the next. */
  pRow = 0;
  pFree: number[] = [];
  /** Where the next row begins that was never in use. */
  pCount = 0;
  pGroup = NO_INTEGERS;
  pHome = NO_INTEGERS;
  /** Home times the number of groups, and the group. */
  pCell = NO_INTEGERS;
  pKey0 = NO_INTEGERS;
  pKey1 = NO_INTEGERS;
  pNeeds = NO_INTEGERS;
  /** Day of moving away or dying. */
  pExit = NO_NUMBERS;
  pArrived = NO_NUMBERS;
  /** Day on which they first started support, if they have. */
  pStarted = NO_NUMBERS;
  pFlags = NO_INTEGERS;
  /** Times the person came back. */
  pSpell = NO_INTEGERS;
  pEpisodes = NO_INTEGERS;
  pEpisodeCount = NO_INTEGERS;
  pStamp = NO_INTEGERS;
  /** Episodes on MAT, and the day the present time on MAT began. */
  pMat = NO_INTEGERS;
  pMatSince = NO_NUMBERS;
  pMatEnded = NO_NUMBERS;
  /** Bits by criterion: due and not yet reached in this time on MAT. */
  pDue = NO_INTEGERS;
  pFollowed = NO_INTEGERS;
  /** Where a member of a pool comes from; 0: no member. */
  pPool = NO_INTEGERS;
  /** Supports going on that count for a criterion: [person + criterion]. */
  pMet = NO_INTEGERS;
  /** Visits to each service so far: [person + service]. */
  pVisits = NO_INTEGERS;
  /** Episodes begun and going on. */
  pSupported = NO_INTEGERS;
  /** Last day of the four weeks of MAT, or after an unplanned exit, that were counted; -Infinity: none. */
  pEarlyUntil = NO_NUMBERS;
  pAloneUntil = NO_NUMBERS;
  /** Day of the last unplanned exit that was counted and that no support has followed. */
  pAloneFrom = NO_NUMBERS;
  /** Relationships going on. */
  pHeld = NO_INTEGERS;
  /** Last day on which both of a family had been supported; -Infinity: none. */
  pApart = NO_NUMBERS;
  /** The other half of a family, or -1. */
  pFamily = NO_INTEGERS;
  /** Who held the person last, by role: post (-1: nobody did) and the worker's number in it. */
  pKnownPost = NO_INTEGERS;
  pKnownOccupant = NO_INTEGERS;
  /** By remembered role: the visit to the service that it was in, days together (0: nobody did). */
  pKnownVisit = NO_INTEGERS;
  pKnownDays = NO_NUMBERS;

  // Episodes.
  eRow = 0;
  eFree: number[] = [];
  eCount = 0;
  ePerson = NO_INTEGERS;
  eService = NO_INTEGERS;
  eStage = NO_INTEGERS;
  eState = NO_INTEGERS;
  eVisit = NO_INTEGERS;
  eStamp = NO_INTEGERS;
  eCause = NO_INTEGERS;
  /** Grows with each reuse of the slot, so that old timers can tell. */
  eGeneration = NO_INTEGERS;
  eReferred = NO_NUMBERS;
  eReferredMonth = NO_INTEGERS;
  eBegan = NO_NUMBERS;
  eWaitUntil = NO_NUMBERS;
  eStageEnds = NO_NUMBERS;
  eStageBegan = NO_NUMBERS;
  ePausedLeft = NO_NUMBERS;
  eThreshold = NO_NUMBERS;
  eHazard = NO_NUMBERS;
  eHazardAt = NO_NUMBERS;
  /** First day of the longest-standing relationship, less its head start; Infinity: nobody. */
  eTogether = NO_NUMBERS;
  eHeadStart = NO_NUMBERS;
  /** Share of a story that need not be told again to the next worker. */
  eKept = NO_NUMBERS;
  ePriority = NO_INTEGERS;
  ePlaces = NO_INTEGERS;
  /** Whether the place is a placement that was bought, and at whose price; 0: it is a bed. */
  eBought = NO_INTEGERS;
  eEndsEarly = NO_INTEGERS;
  eBegun = NO_INTEGERS;
  /** Counted among those waiting to enter. */
  eListed = NO_INTEGERS;
  /** Contact at a session has happened, where the service is entered by one. */
  eContacted = NO_INTEGERS;
  /** Counts among those on MAT. */
  eMat = NO_INTEGERS;
  /** Workers lost so far in this visit who left the person on a list. */
  eLosses = NO_INTEGERS;
  /** Relationships begun in this visit. */
  eRelations = NO_INTEGERS;
  ePoint = NO_INTEGERS;
  eVisitDay = NO_INTEGERS;
  /** Offers accepted within the horizon in this visit, as bits like those of what is received. */
  eAccepted = NO_INTEGERS;
  /** Offers received, as bits counted from the first offer of the service. */
  eReceived = NO_INTEGERS;
  eMetSameVisit = NO_INTEGERS;
  /** Holds of an episode below this number have been opened; what the others say means nothing. */
  eHolds = NO_INTEGERS;
  eRole = NO_INTEGERS;
  eRelationship = NO_INTEGERS;
  eNode = NO_INTEGERS;
  ePlacesNode = NO_INTEGERS;
  eSessionNode = NO_INTEGERS;
  /** Offers by partners that it waits for. */
  eOffersWaiting = NO_INTEGERS;

  // Relationships.
  rRow = 0;
  rFree: number[] = [];
  rCount = 0;
  rEpisode = NO_INTEGERS;
  rHold = NO_INTEGERS;
  rPost = NO_INTEGERS;
  /** Month in which it began; -1: before the start. */
  rMonth = NO_INTEGERS;
  rFrom = NO_NUMBERS;
  rHeadStart = NO_NUMBERS;
  rLoad = NO_NUMBERS;
  rNext = NO_INTEGERS;
  rPrevious = NO_INTEGERS;
  rOccupant = NO_INTEGERS;
  /** Day on which the person asks for somebody else; Infinity: never. */
  rAsks = NO_NUMBERS;

  // Places in lists.
  nRow = 0;
  nFree: number[] = [];
  nCount = 0;
  nEpisode = NO_INTEGERS;
  nFor = NO_INTEGERS;
  nList = NO_INTEGERS;
  nNext = NO_INTEGERS;
  nPrevious = NO_INTEGERS;
  nPriority = NO_INTEGERS;

  // Timers.
  tRow = 0;
  tFree: number[] = [];
  tCount = 0;
  tEpisode = NO_INTEGERS;
  tGeneration = NO_INTEGERS;
  tWhat = NO_INTEGERS;
  tStage = NO_INTEGERS;

  constructor(sizes: LayoutSizes) {
    this.layoutSizes = sizes;
    const { services, roles, remembered, criteria } = sizes;
    this.rows = {
      p: new Rows(PEOPLE, {
        pEpisodes: EPISODES_AT_ONCE,
        pMet: criteria,
        pVisits: services,
        pKnownPost: roles,
        pKnownOccupant: roles,
        pKnownVisit: remembered,
        pKnownDays: remembered,
      }),
      e: new Rows(EPISODES, { eRole: HOLDS, eRelationship: HOLDS, eNode: HOLDS }),
      r: new Rows(RELATIONSHIPS),
      n: new Rows(NODES),
      t: new Rows(TIMERS),
    };
    this.pRow = this.rows.p.length;
    this.eRow = this.rows.e.length;
    this.rRow = this.rows.r.length;
    this.nRow = this.rows.n.length;
    this.tRow = this.rows.t.length;
    this.grow('p', 1024);
    this.grow('e', 2048);
    this.grow('r', 2048);
    this.grow('n', 1024);
    this.grow('t', 2048);
  }

  newPerson(): number {
    if (this.pFree.length > 0) return this.pFree.pop() as number;
    return (this.pCount = this.following('p', this.pCount)) - this.pRow;
  }

  newEpisode(): number {
    if (this.eFree.length > 0) return this.eFree.pop() as number;
    return (this.eCount = this.following('e', this.eCount)) - this.eRow;
  }

  newRelationship(): number {
    if (this.rFree.length > 0) return this.rFree.pop() as number;
    return (this.rCount = this.following('r', this.rCount)) - this.rRow;
  }

  newNode(): number {
    if (this.nFree.length > 0) return this.nFree.pop() as number;
    return (this.nCount = this.following('n', this.nCount)) - this.nRow;
  }

  newTimer(): number {
    if (this.tFree.length > 0) return this.tFree.pop() as number;
    return (this.tCount = this.following('t', this.tCount)) - this.tRow;
  }

  /** Make room for the rows of a pool that begin before `end`. */
  reserve(pool: PoolName, end: number): void {
    const { length, integers } = this.rows[pool];
    let count = integers.length / length;
    while (count * length < end) count *= 2;
    if (count * length > integers.length) this.grow(pool, count);
  }

  /** Where the row after the one at `place` begins; there is room for the one at `place`. */
  private following(pool: PoolName, place: number): number {
    const next = place + this.rows[pool].length;
    if (next > this.rows[pool].integers.length) this.reserve(pool, next);
    return next;
  }

  private grow(pool: PoolName, count: number): void {
    const columns = this as unknown as Record<string, Int32Array | Float64Array>;
    this.rows[pool].grow(count);
    for (const [name, column] of this.rows[pool].columns()) columns[name] = column;
  }
}

/** The first letter of a pool's columns: people, episodes, relationships, nodes of lists, timers. */
export type PoolName = 'p' | 'e' | 'r' | 'n' | 't';

const PEOPLE: Columns = {
  integers: [
    'pGroup',
    'pHome',
    'pCell',
    'pKey0',
    'pKey1',
    'pNeeds',
    'pFlags',
    'pSpell',
    'pEpisodes',
    'pEpisodeCount',
    'pStamp',
    'pMat',
    'pDue',
    'pFollowed',
    'pPool',
    'pMet',
    'pVisits',
    'pSupported',
    'pHeld',
    'pFamily',
    'pKnownPost',
    'pKnownOccupant',
    'pKnownVisit',
  ],
  numbers: [
    'pExit',
    'pArrived',
    'pStarted',
    'pMatSince',
    'pMatEnded',
    'pEarlyUntil',
    'pAloneFrom',
    'pAloneUntil',
    'pApart',
    'pKnownDays',
  ],
};
const EPISODES: Columns = {
  integers: [
    'ePerson',
    'eService',
    'eStage',
    'eState',
    'eVisit',
    'eStamp',
    'eCause',
    'eGeneration',
    'eReferredMonth',
    'ePriority',
    'ePlaces',
    'eBought',
    'eEndsEarly',
    'eBegun',
    'eListed',
    'eContacted',
    'eMat',
    'eLosses',
    'eRelations',
    'ePoint',
    'eVisitDay',
    'eAccepted',
    'eReceived',
    'eMetSameVisit',
    'eHolds',
    'eRole',
    'eRelationship',
    'eNode',
    'ePlacesNode',
    'eSessionNode',
    'eOffersWaiting',
  ],
  numbers: [
    'eReferred',
    'eBegan',
    'eWaitUntil',
    'eStageEnds',
    'eStageBegan',
    'ePausedLeft',
    'eThreshold',
    'eHazard',
    'eHazardAt',
    'eTogether',
    'eHeadStart',
    'eKept',
  ],
};
const RELATIONSHIPS: Columns = {
  integers: ['rEpisode', 'rHold', 'rPost', 'rMonth', 'rNext', 'rPrevious', 'rOccupant'],
  numbers: ['rFrom', 'rHeadStart', 'rLoad', 'rAsks'],
};
const NODES: Columns = {
  integers: ['nEpisode', 'nFor', 'nList', 'nNext', 'nPrevious', 'nPriority'],
  numbers: [],
};
const TIMERS: Columns = {
  integers: ['tEpisode', 'tGeneration', 'tWhat', 'tStage'],
  numbers: [],
};

/** Whether a field of the pools is a column: a view, that its rows say all about. */
export function isColumnOfPool(name: string): boolean {
  return OF_POOLS.has(name);
}

const OF_POOLS = new Set(
  [PEOPLE, EPISODES, RELATIONSHIPS, NODES, TIMERS].flatMap(({ integers, numbers }) => [
    ...integers,
    ...numbers,
  ]),
);
