/**
 * The state of one replication: people, episodes, relationships, posts, lists
 * and contracts as columns of typed arrays with free lists, so that nothing is
 * allocated while it runs. The rules that change it stand in the files beside.
 */
import { EventQueue } from '../engine/event-queue.ts';
import { Draws } from '../engine/random.ts';
import type { Program } from './compile.ts';
import type { Parameters } from './parameters.ts';
import { makePosts, type Posts } from './posts.ts';
import { makeReplication } from './records.ts';
import { Race } from './race.ts';
import { SERVICE_COLUMNS, type Followed, type Replication } from './replication.ts';

/** Kinds of event, in the last `KIND_BITS` bits of a payload; the number of whose event it is stands before. */
export const EPISODE = 0;
export const TIMER = 1;
export const ARRIVAL = 2;
export const POST = 3;
export const CONTRACT = 4;
export const SERVER = 5;
export const PERSON = 6;
/** A month turns, or the model's start comes. */
export const TICK = 7;
export const KIND_BITS = 3;
export const KINDS = 1 << KIND_BITS;

/** What an episode is doing. */
export const ENTRY_WAIT = 0;
export const IN_STAGE = 1;
export const PATHWAY_WAIT = 2;
/** In a stage, but its lead worker has gone: the stage's clock stands still. */
export const PAUSED = 3;

/** Most relationships that one episode can hold at once, and episodes one person. */
export const HOLDS = 6;
export const EPISODES_AT_ONCE = 10;

/** What a place in a list is for, when it is no hold: a places list, a session. */
export const FOR_PLACES = -1;
export const FOR_SESSION = -2;
/** Offers by a partner: `FOR_OFFER - offer`. */
export const FOR_OFFER = -3;

/** Growable columns: every column of a pool has the pool's capacity. */
export class World {
  readonly program: Program;
  /** The parameters that hold now. */
  terms: Parameters;
  draws = new Draws(0, 0);
  readonly race = new Race();
  readonly queue: EventQueue;
  readonly record: Replication;
  readonly posts: Posts;
  readonly layoutSizes: {
    services: number;
    homes: number;
    needs: number;
    groups: number;
    criteria: number;
  };
  now = 0;
  end = 0;
  /** Month being recorded; -1 in the warm-up. */
  month = -1;

  // People.
  pCapacity = 0;
  pFree: number[] = [];
  pCount = 0;
  pGroup = new Int32Array(0);
  pHome = new Int32Array(0);
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
  /** Bits by criterion: due and not yet reached in this time on MAT. */
  pDue = new Int32Array(0);
  pFollowed = new Int32Array(0);
  pPool = new Uint8Array(0);
  /** Supports going on that count for a criterion: [person * criteria + criterion]. */
  pMet = new Uint8Array(0);
  /** Visits to each service so far: [person * services + service]. */
  pVisits = new Uint16Array(0);

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
  ePoint = new Int32Array(0);
  eVisitDay = new Int32Array(0);
  /** Offers received, as bits counted from the first offer of the service. */
  eReceived = new Int32Array(0);
  eMetSameVisit = new Int32Array(0);
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

  // Lists: roles, then places, then servers.
  readonly listHead: Int32Array;
  readonly listTail: Int32Array;
  readonly placesList: number;
  readonly serverList: number;
  readonly serverStamp: Int32Array;
  /** Which session of the server comes next. */
  readonly serverSession: Int32Array;
  /** Part of an appointment left over from the days before. */
  readonly serverCarry: Float64Array;
  readonly placesUsed: Float64Array;
  readonly budgetLeft: Float64Array;

  // Services.
  readonly listCount: Int32Array;
  readonly present: Int32Array;
  readonly serviceOpen: Uint8Array;
  readonly areaAt: Float64Array;
  readonly loadNow: Float64Array;
  readonly roomNow: Float64Array;
  readonly filledNow: Float64Array;
  readonly costNow: Float64Array;
  readonly fundedNow: Float64Array;
  /** People on MAT by home; with each need, and with it met: [criterion * homes + home]. */
  readonly matNow: Int32Array;
  readonly needNow: Int32Array;
  readonly metNow: Int32Array;
  readonly matAt: Float64Array;
  readonly criterionAt: Float64Array;

  // Contracts.
  readonly cEnds: Float64Array;
  readonly cMonths: Int32Array;
  readonly cBegan: Float64Array;
  readonly cConfirmed: Float64Array;
  readonly cDecision: Uint8Array;
  readonly cPhase: Uint8Array;
  readonly cIntake: Uint8Array;
  readonly cStamp: Int32Array;
  readonly cShock: Float64Array;
  readonly cShocks: Int32Array;
  readonly cRefusals: Int32Array;
  readonly cAction: Uint8Array;
  readonly cRestart: Float64Array;
  readonly cThroughUntil: Float64Array;
  /** Day number that months of awards are counted from. */
  readonly cAnchor: Float64Array;
  readonly cCommittedAt: Float64Array;
  /** What a contract pays for. */
  contractRoles: Int32Array[] = [];
  contractServices: Int32Array[] = [];
  contractPlaces: Int32Array[] = [];

  // Arrivals: one stream per group and layer.
  readonly streamGroup: Int32Array;
  readonly streamLayer: Int32Array;
  readonly streamRate: Float64Array;
  readonly streamIndex: Int32Array;
  /** Stream key of whoever comes next. */
  readonly streamKey0: Int32Array;
  readonly streamKey1: Int32Array;

  // Lists whose places changed within this event: roles, then places.
  readonly marked: Int32Array;
  readonly isMarked: Uint8Array;
  markedCount = 0;
  /** Smallest load that anybody can be on a role's caseload. */
  readonly leastLoad: Float64Array;
  /** Calendar month, 0 is April. */
  calendarMonth = 0;
  readonly serviceColumns = SERVICE_COLUMNS;

  follow = 0;
  followed: Followed[] = [];

  constructor(program: Program, streams: { group: number; layer: number; rate: number }[]) {
    const { layout } = program;
    this.program = program;
    this.terms = program.before;
    this.queue = new EventQueue({ width: 1 });
    this.record = makeReplication(program);
    this.posts = makePosts(program);
    const services = layout.services.ids.length;
    const homes = layout.localities.ids.length;
    const criteria = layout.criteria.ids.length;
    this.layoutSizes = {
      services,
      homes,
      criteria,
      needs: layout.needs.ids.length,
      groups: layout.groups.ids.length,
    };
    const servers = layout.points.ids.length + layout.partners.ids.length + services;
    this.placesList = layout.roles.ids.length;
    this.serverList = this.placesList + layout.places.ids.length;
    this.marked = new Int32Array(this.serverList);
    this.isMarked = new Uint8Array(this.serverList);
    this.leastLoad = new Float64Array(this.placesList);
    this.listHead = new Int32Array(this.serverList + servers);
    this.listTail = new Int32Array(this.serverList + servers);
    this.serverStamp = new Int32Array(servers);
    this.serverSession = new Int32Array(servers);
    this.serverCarry = new Float64Array(servers);
    this.placesUsed = new Float64Array(layout.places.ids.length);
    this.budgetLeft = new Float64Array(layout.places.ids.length);
    this.listCount = new Int32Array(services);
    this.present = new Int32Array(services);
    this.serviceOpen = new Uint8Array(services);
    this.areaAt = new Float64Array(services);
    this.loadNow = new Float64Array(services);
    this.roomNow = new Float64Array(services);
    this.filledNow = new Float64Array(services);
    this.costNow = new Float64Array(services);
    this.fundedNow = new Float64Array(services);
    this.matNow = new Int32Array(homes);
    this.matAt = new Float64Array(homes);
    this.needNow = new Int32Array(criteria * homes);
    this.metNow = new Int32Array(criteria * homes);
    this.criterionAt = new Float64Array(criteria * homes);
    const contracts = layout.contracts.ids.length;
    this.cEnds = new Float64Array(contracts);
    this.cMonths = new Int32Array(contracts);
    this.cBegan = new Float64Array(contracts);
    this.cConfirmed = new Float64Array(contracts);
    this.cDecision = new Uint8Array(contracts);
    this.cPhase = new Uint8Array(contracts);
    this.cIntake = new Uint8Array(contracts);
    this.cStamp = new Int32Array(contracts);
    this.cShock = new Float64Array(contracts);
    this.cShocks = new Int32Array(contracts);
    this.cRefusals = new Int32Array(contracts);
    this.cAction = new Uint8Array(contracts);
    this.cRestart = new Float64Array(contracts);
    this.cThroughUntil = new Float64Array(contracts);
    this.cAnchor = new Float64Array(contracts);
    this.cCommittedAt = new Float64Array(contracts);
    this.streamGroup = Int32Array.from(streams, ({ group }) => group);
    this.streamLayer = Int32Array.from(streams, ({ layer }) => layer);
    this.streamRate = Float64Array.from(streams, ({ rate }) => rate);
    this.streamIndex = new Int32Array(streams.length);
    this.streamKey0 = new Int32Array(streams.length);
    this.streamKey1 = new Int32Array(streams.length);
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

  clearHolds(e: number): void {
    for (let i = e * HOLDS; i < (e + 1) * HOLDS; i++) {
      this.eRole[i] = -1;
      this.eRelationship[i] = -1;
      this.eNode[i] = -1;
    }
  }

  /** Remember that places on a role's caseloads may have come free. */
  markRole(role: number): void {
    if (this.isMarked[role] === 1) return;
    this.isMarked[role] = 1;
    this.marked[this.markedCount++] = role;
  }

  markPlaces(i: number): void {
    this.markRole(this.placesList + i);
  }

  /** Put an event on the list; `stamp` lets its owner tell an event that no longer counts. */
  schedule(time: number, id: number, kind: number, stamp: number): void {
    if (time <= this.end) this.queue.push(time, (id << KIND_BITS) | kind, stamp);
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

  private growPeople(capacity: number): void {
    const { services, criteria } = this.layoutSizes;
    this.widen(PEOPLE, capacity, 1);
    this.pEpisodes = widened(this.pEpisodes, capacity * EPISODES_AT_ONCE);
    this.pMet = widened(this.pMet, capacity * criteria);
    this.pVisits = widened(this.pVisits, capacity * services);
    this.pCapacity = capacity;
  }

  private growEpisodes(capacity: number): void {
    this.widen(EPISODES, capacity, 1);
    this.widen(['eRole', 'eRelationship', 'eNode'], capacity, HOLDS);
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
    this.widen(['tEpisode', 'tGeneration', 'tWhat', 'tStage'], capacity, 1);
    this.tCapacity = capacity;
  }

  private widen(names: string[], capacity: number, width: number): void {
    const columns = this as unknown as Record<string, Column>;
    for (const name of names) columns[name] = widened(columns[name], capacity * width);
  }
}

type Column = Int32Array | Float64Array | Uint8Array | Uint16Array;

function widened<T extends Column>(column: T, length: number): T {
  const wider = new (column.constructor as new (length: number) => T)(length);
  wider.set(column as never);
  return wider;
}

const PEOPLE = [
  'pGroup',
  'pHome',
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
  'pDue',
  'pFollowed',
  'pPool',
];
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
  'ePriority',
  'ePlaces',
  'eEndsEarly',
  'eBegun',
  'eListed',
  'eContacted',
  'eMat',
  'eLosses',
  'ePoint',
  'eVisitDay',
  'eReceived',
  'eMetSameVisit',
  'ePlacesNode',
  'eSessionNode',
  'eOffersWaiting',
];
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
];
const NODES = ['nEpisode', 'nFor', 'nList', 'nNext', 'nPrevious', 'nPriority'];
