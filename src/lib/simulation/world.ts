/**
 * The state of one replication: people, episodes, relationships, posts, lists
 * and contracts as columns of typed arrays with free lists, so that nothing is
 * allocated while it runs. The rules that change it stand in the files beside.
 */
import { EventQueue } from '../engine/event-queue.ts';
import { Draws } from '../engine/random.ts';
import { arrivalStreams } from './arrival-streams.ts';
import type { Program } from './compile.ts';
import type { Parameters } from './parameters.ts';
import { Pools } from './pools.ts';
import { MostRoom } from './most-room.ts';
import { makePosts, type Posts } from './posts.ts';
import { makeReplication } from './records.ts';
import { Race } from './race.ts';
import type { Followed, Replication } from './replication.ts';

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

export { EPISODES_AT_ONCE, HOLDS } from './bounds.ts';

/** What a place in a list is for, when it is no hold: a places list, a session. */
export const FOR_PLACES = -1;
export const FOR_SESSION = -2;
/** Offers by a partner: `FOR_OFFER - offer`. */
export const FOR_OFFER = -3;

/** Everything that one replication holds; the rules write to it. */
export class World extends Pools {
  readonly program: Program;
  /** The parameters that hold now. */
  terms: Parameters;
  draws = new Draws(0, 0);
  readonly race = new Race();
  readonly twoDraws = new Float64Array(2);
  readonly queue: EventQueue;
  readonly record: Replication;
  readonly posts: Posts;
  readonly mostRoom: MostRoom;
  now = 0;
  end = 0;
  /** Month being recorded; -1 in the warm-up. */
  month = -1;

  // Lists: roles, then places, then servers.
  readonly listHead: Int32Array;
  readonly listTail: Int32Array;
  readonly placesList: number;
  readonly serverList: number;
  readonly serverStamp: Int32Array;
  /** Which session of the server comes next. */
  readonly serverSession: Int32Array;
  /** Part of a person left over from the sessions before. */
  readonly serverCarry: Float64Array;
  /** Up to when sessions that nobody came to are in what is carried. */
  readonly serverCarriedTo: Float64Array;
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
  /** Funded posts not yet filled since their money began, and those held empty as it runs out. */
  readonly setUpNow: Float64Array;
  readonly heldNow: Float64Array;
  /** 1 while a service takes nobody new: intake stopped, or its money ended. */
  readonly shutNow: Uint8Array;
  /** Posts of a role that are filled, full-time shares added up, and up to when they are counted. */
  readonly roleFilled: Float64Array;
  readonly roleFilledAt: Float64Array;
  /** People on MAT by cell; with each need, and with it met: [criterion * cells + cell]. */
  readonly matNow: Int32Array;
  readonly needNow: Int32Array;
  readonly metNow: Int32Array;
  readonly matAt: Float64Array;
  /** People with any support, by cell. */
  readonly supportedNow: Int32Array;
  readonly supportedAt: Float64Array;
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
  /** 1 where the money of a refused award went elsewhere, and was not lost. */
  readonly cMoved: Uint8Array;
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

  // Families: who came last of each group, and how many families both are supported.
  readonly lastOfGroup: Int32Array;
  /** Number of the next person to join each group's pool: those of the baseline, then of the scenario. */
  readonly poolNext: Int32Array;
  /** Members of each group's pool. */
  readonly poolMembers: Int32Array;
  familiesNow = 0;
  familiesAt = 0;
  /** Workers beside families both of whom are supported, and up to when they are counted. */
  familyWorkersNow = 0;
  familyWorkersAt = 0;

  // Arrivals: one stream per group and layer, those of the baseline first.
  readonly streamsAtFirst: number;
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

  /** People who came within the horizon so far, and how many apart the followed ones are. */
  comers = 0;
  followEvery = 1;
  follow = 0;
  followed: Followed[] = [];

  constructor(program: Program) {
    const { layout } = program;
    super({
      services: layout.services.ids.length,
      roles: layout.roles.ids.length,
      remembered: layout.remembered.ids.length,
      homes: layout.localities.ids.length,
      needs: layout.needs.ids.length,
      groups: layout.groups.ids.length,
      cells: layout.localities.ids.length * layout.groups.ids.length,
      criteria: layout.criteria.ids.length,
    });
    this.program = program;
    this.terms = program.before;
    this.queue = new EventQueue({ width: 1 });
    this.record = makeReplication(program);
    this.posts = makePosts(program);
    this.mostRoom = new MostRoom(this.posts);
    const { services, cells, criteria, groups } = this.layoutSizes;
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
    this.serverCarriedTo = new Float64Array(servers);
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
    this.setUpNow = new Float64Array(services);
    this.heldNow = new Float64Array(services);
    this.shutNow = new Uint8Array(services);
    this.roleFilled = new Float64Array(layout.roles.ids.length);
    this.roleFilledAt = new Float64Array(layout.roles.ids.length);
    this.matNow = new Int32Array(cells);
    this.matAt = new Float64Array(cells);
    this.supportedNow = new Int32Array(cells);
    this.supportedAt = new Float64Array(cells);
    this.needNow = new Int32Array(criteria * cells);
    this.metNow = new Int32Array(criteria * cells);
    this.criterionAt = new Float64Array(criteria * cells);
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
    this.cMoved = new Uint8Array(contracts);
    this.cAction = new Uint8Array(contracts);
    this.cRestart = new Float64Array(contracts);
    this.cThroughUntil = new Float64Array(contracts);
    this.cAnchor = new Float64Array(contracts);
    this.cCommittedAt = new Float64Array(contracts);
    const years = (program.horizonDays + program.runOutDays) / 365.25;
    const { streams, fromTheBeginning } = arrivalStreams(program.before, program.after, years);
    this.streamsAtFirst = fromTheBeginning;
    this.streamGroup = Int32Array.from(streams, ({ group }) => group);
    this.streamLayer = Int32Array.from(streams, ({ layer }) => layer);
    this.streamRate = Float64Array.from(streams, ({ rate }) => rate);
    this.streamIndex = new Int32Array(streams.length);
    this.streamKey0 = new Int32Array(streams.length);
    this.streamKey1 = new Int32Array(streams.length);
    this.lastOfGroup = new Int32Array(groups);
    this.poolNext = new Int32Array(2 * groups);
    this.poolMembers = new Int32Array(groups);
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
}
