/**
 * People, episodes, relationships, places in lists and timers: columns of typed
 * arrays with free lists. A number names one of them until it is let go; every
 * column of a pool has the pool's capacity, and all grow together.
 */
import { EPISODES_AT_ONCE, HOLDS } from './bounds.ts';

/** Sizes of a layout that columns of people depend on. */
export interface LayoutSizes {
  services: number;
  homes: number;
  needs: number;
  groups: number;
  /** Homes times groups: people are counted by both. */
  cells: number;
  criteria: number;
}

export class Pools {
  readonly layoutSizes: LayoutSizes;

  // People.
  pCapacity = 0;
  pFree: number[] = [];
  pCount = 0;
  pGroup = new Int32Array(0);
  pHome = new Int32Array(0);
  /** Home times the number of groups, and the group. */
  pCell = new Int32Array(0);
  pKey0 = new Int32Array(0);
  pKey1 = new Int32Array(0);
  pNeeds = new Int32Array(0);
  /** Day of moving away or dying. */
  pExit = new Float64Array(0);
  pArrived = new Float64Array(0);
  pFlags = new Uint8Array(0);
  /** Times the person came back. */
  pSpell = new Int32Array(0);
  pEpisodes = new Int32Array(0);
  pEpisodeCount = new Int32Array(0);
  pStamp = new Int32Array(0);
  /** Episodes on MAT, and the day the present time on MAT began. */
  pMat = new Int32Array(0);
  pMatSince = new Float64Array(0);
  pMatEnded = new Float64Array(0);
  /** Bits by criterion: due and not yet reached in this time on MAT. */
  pDue = new Int32Array(0);
  pFollowed = new Int32Array(0);
  pPool = new Uint8Array(0);
  /** Supports going on that count for a criterion: [person * criteria + criterion]. */
  pMet = new Uint8Array(0);
  /** Visits to each service so far: [person * services + service]. */
  pVisits = new Uint16Array(0);
  /** Episodes begun and going on. */
  pSupported = new Int32Array(0);
  /** Last day of the four weeks of MAT, or after an unplanned exit, that were counted; -Infinity: none. */
  pEarlyUntil = new Float64Array(0);
  pAloneUntil = new Float64Array(0);
  /** Relationships going on. */
  pHeld = new Int32Array(0);
  /** The other half of a family, or -1. */
  pFamily = new Int32Array(0);
  /** Who held the person last, by service: post, worker's number in it, days together. */
  pKnownPost = new Int32Array(0);
  pKnownOccupant = new Int32Array(0);
  pKnownDays = new Float64Array(0);

  // Episodes.
  eCapacity = 0;
  eFree: number[] = [];
  eCount = 0;
  ePerson = new Int32Array(0);
  eService = new Int32Array(0);
  eStage = new Int32Array(0);
  eState = new Uint8Array(0);
  eVisit = new Int32Array(0);
  eStamp = new Int32Array(0);
  eCause = new Uint8Array(0);
  /** Grows with each reuse of the slot, so that old timers can tell. */
  eGeneration = new Int32Array(0);
  eReferred = new Float64Array(0);
  eReferredMonth = new Int32Array(0);
  eBegan = new Float64Array(0);
  eWaitUntil = new Float64Array(0);
  eStageEnds = new Float64Array(0);
  eStageBegan = new Float64Array(0);
  ePausedLeft = new Float64Array(0);
  eThreshold = new Float64Array(0);
  eHazard = new Float64Array(0);
  eHazardAt = new Float64Array(0);
  /** First day of the longest-standing relationship, less its head start; Infinity: nobody. */
  eTogether = new Float64Array(0);
  eHeadStart = new Float64Array(0);
  /** Share of a story that need not be told again to the next worker. */
  eKept = new Float64Array(0);
  ePriority = new Int32Array(0);
  ePlaces = new Int32Array(0);
  eEndsEarly = new Uint8Array(0);
  eBegun = new Uint8Array(0);
  /** Counted among those waiting to enter. */
  eListed = new Uint8Array(0);
  /** Contact at a session has happened, where the service is entered by one. */
  eContacted = new Uint8Array(0);
  /** Counts among those on MAT. */
  eMat = new Uint8Array(0);
  /** Workers lost so far in this visit who left the person on a list. */
  eLosses = new Int32Array(0);
  /** Relationships begun in this visit. */
  eRelations = new Int32Array(0);
  ePoint = new Int32Array(0);
  eVisitDay = new Int32Array(0);
  /** Offers received, as bits counted from the first offer of the service. */
  eReceived = new Int32Array(0);
  eMetSameVisit = new Int32Array(0);
  /** Holds of an episode below this number have been opened; what the others say means nothing. */
  eHolds = new Uint8Array(0);
  eRole = new Int32Array(0);
  eRelationship = new Int32Array(0);
  eNode = new Int32Array(0);
  ePlacesNode = new Int32Array(0);
  eSessionNode = new Int32Array(0);
  /** Offers by partners that it waits for. */
  eOffersWaiting = new Int32Array(0);

  // Relationships.
  rCapacity = 0;
  rFree: number[] = [];
  rCount = 0;
  rEpisode = new Int32Array(0);
  rHold = new Uint8Array(0);
  rPost = new Int32Array(0);
  rFrom = new Float64Array(0);
  rHeadStart = new Float64Array(0);
  rLoad = new Float64Array(0);
  rNext = new Int32Array(0);
  rPrevious = new Int32Array(0);
  rOccupant = new Int32Array(0);
  /** Day on which the person asks for somebody else; Infinity: never. */
  rAsks = new Float64Array(0);

  // Places in lists.
  nCapacity = 0;
  nFree: number[] = [];
  nCount = 0;
  nEpisode = new Int32Array(0);
  nFor = new Int32Array(0);
  nList = new Int32Array(0);
  nNext = new Int32Array(0);
  nPrevious = new Int32Array(0);
  nPriority = new Int32Array(0);

  // Timers.
  tCapacity = 0;
  tFree: number[] = [];
  tCount = 0;
  tEpisode = new Int32Array(0);
  tGeneration = new Int32Array(0);
  tWhat = new Int32Array(0);
  tStage = new Int32Array(0);

  constructor(sizes: LayoutSizes) {
    this.layoutSizes = sizes;
    this.growPeople(1024);
    this.growEpisodes(2048);
    this.growRelationships(2048);
    this.growNodes(1024);
    this.growTimers(2048);
  }

  /** Index of hold `i` of episode `e` in the columns of holds. */
  holdAt(e: number, i: number): number {
    return e * HOLDS + i;
  }

  newPerson(): number {
    if (this.pFree.length > 0) return this.pFree.pop() as number;
    if (this.pCount === this.pCapacity) this.growPeople(this.pCapacity * 2);
    return this.pCount++;
  }

  newEpisode(): number {
    if (this.eFree.length > 0) return this.eFree.pop() as number;
    if (this.eCount === this.eCapacity) this.growEpisodes(this.eCapacity * 2);
    return this.eCount++;
  }

  newRelationship(): number {
    if (this.rFree.length > 0) return this.rFree.pop() as number;
    if (this.rCount === this.rCapacity) this.growRelationships(this.rCapacity * 2);
    return this.rCount++;
  }

  newNode(): number {
    if (this.nFree.length > 0) return this.nFree.pop() as number;
    if (this.nCount === this.nCapacity) this.growNodes(this.nCapacity * 2);
    return this.nCount++;
  }

  newTimer(): number {
    if (this.tFree.length > 0) return this.tFree.pop() as number;
    if (this.tCount === this.tCapacity) this.growTimers(this.tCapacity * 2);
    return this.tCount++;
  }

  /** How many numbers of a pool have been given out, in use or free again. */
  poolCount(pool: PoolName): number {
    return (this as unknown as Record<string, number>)[`${pool}Count`];
  }

  poolCapacity(pool: PoolName): number {
    return (this as unknown as Record<string, number>)[`${pool}Capacity`];
  }

  /** Make room for at least `count` of a pool. */
  reserve(pool: PoolName, count: number): void {
    let capacity = this.poolCapacity(pool);
    while (capacity < count) capacity *= 2;
    if (capacity > this.poolCapacity(pool)) this.grow(pool, capacity);
  }

  private grow(pool: PoolName, capacity: number): void {
    if (pool === 'p') this.growPeople(capacity);
    else if (pool === 'e') this.growEpisodes(capacity);
    else if (pool === 'r') this.growRelationships(capacity);
    else if (pool === 'n') this.growNodes(capacity);
    else this.growTimers(capacity);
  }

  private growPeople(capacity: number): void {
    const { services, criteria } = this.layoutSizes;
    this.widen(PEOPLE, capacity, 1);
    this.widen(['pEpisodes'], capacity, EPISODES_AT_ONCE);
    this.widen(['pMet'], capacity, criteria);
    this.widen(PEOPLE_BY_SERVICE, capacity, services);
    this.pCapacity = capacity;
  }

  private growEpisodes(capacity: number): void {
    this.widen(EPISODES, capacity, 1);
    this.widen(EPISODES_BY_HOLD, capacity, HOLDS);
    this.eCapacity = capacity;
  }

  private growRelationships(capacity: number): void {
    this.widen(RELATIONSHIPS, capacity, 1);
    this.rCapacity = capacity;
  }

  private growNodes(capacity: number): void {
    this.widen(NODES, capacity, 1);
    this.nCapacity = capacity;
  }

  private growTimers(capacity: number): void {
    this.widen(TIMERS, capacity, 1);
    this.tCapacity = capacity;
  }

  private widen(names: string[], capacity: number, width: number): void {
    const columns = this as unknown as Record<string, Column>;
    for (const name of names) columns[name] = widened(columns[name], capacity * width);
  }
}

/** The first letter of a pool's columns: people, episodes, relationships, nodes of lists, timers. */
export type PoolName = 'p' | 'e' | 'r' | 'n' | 't';

type Column = Int32Array | Float64Array | Uint8Array | Uint16Array;

function widened<T extends Column>(column: T, length: number): T {
  const wider = new (column.constructor as new (length: number) => T)(length);
  wider.set(column as never);
  return wider;
}

const PEOPLE = [
  'pGroup',
  'pHome',
  'pCell',
  'pKey0',
  'pKey1',
  'pNeeds',
  'pExit',
  'pArrived',
  'pFlags',
  'pSpell',
  'pEpisodeCount',
  'pStamp',
  'pMat',
  'pMatSince',
  'pMatEnded',
  'pSupported',
  'pEarlyUntil',
  'pAloneUntil',
  'pDue',
  'pFollowed',
  'pPool',
  'pHeld',
  'pFamily',
];
const PEOPLE_BY_SERVICE = ['pVisits', 'pKnownPost', 'pKnownOccupant', 'pKnownDays'];
const EPISODES = [
  'ePerson',
  'eService',
  'eStage',
  'eState',
  'eVisit',
  'eStamp',
  'eCause',
  'eGeneration',
  'eReferred',
  'eReferredMonth',
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
  'ePriority',
  'ePlaces',
  'eEndsEarly',
  'eBegun',
  'eListed',
  'eContacted',
  'eMat',
  'eLosses',
  'eRelations',
  'ePoint',
  'eVisitDay',
  'eReceived',
  'eMetSameVisit',
  'ePlacesNode',
  'eSessionNode',
  'eOffersWaiting',
  'eHolds',
];
const EPISODES_BY_HOLD = ['eRole', 'eRelationship', 'eNode'];
const RELATIONSHIPS = [
  'rEpisode',
  'rHold',
  'rPost',
  'rFrom',
  'rHeadStart',
  'rLoad',
  'rNext',
  'rPrevious',
  'rOccupant',
  'rAsks',
];
const NODES = ['nEpisode', 'nFor', 'nList', 'nNext', 'nPrevious', 'nPriority'];
const TIMERS = ['tEpisode', 'tGeneration', 'tWhat', 'tStage'];

/** The pool of every column that belongs to one. */
export const poolOfColumn: ReadonlyMap<string, PoolName> = new Map(
  [
    ...PEOPLE,
    'pEpisodes',
    'pMet',
    ...PEOPLE_BY_SERVICE,
    ...EPISODES,
    ...EPISODES_BY_HOLD,
    ...RELATIONSHIPS,
    ...NODES,
    ...TIMERS,
  ].map((name) => [name, name[0] as PoolName]),
);
