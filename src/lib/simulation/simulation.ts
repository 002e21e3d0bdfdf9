/** One replication after another of a program, in one set of arrays. */
import { Draws } from '../engine/random.ts';
import { addContractOwnership } from './contract-ownership.ts';
import { touchFamilyWorkers, touchRole } from './commissioning-records.ts';
import type { Program } from './compile.ts';
import { commit } from './commitment.ts';
import { beginContracts, holdBudgets, onContract } from './contracts.ts';
import { onEpisode } from './episodes.ts';
import { beginArrivals, onArrival, onPerson } from './people.ts';
import { countSupportedAtStart, touchSupported } from './exposure.ts';
import { touchFamilies } from './families.ts';
import { countBudgetsLeft, fillBudgets } from './places.ts';
import { clearReplication, touchService } from './records.ts';
import { refreshService } from './refresh-service.ts';
import { recordStillGoing } from './relationships.ts';
import type { Replication } from './replication.ts';
import { serveMarked } from './serving.ts';
import { onServer } from './sessions.ts';
import { onTimer, touchCriterion, touchMat } from './support.ts';
import { findLeastLoads, switchTerms } from './switch-terms.ts';
import { placeToday, placeWaiting } from './today.ts';
import { ticksOf, type Ticks } from './ticks.ts';
import { WarmedState, warmedNameOf } from './warmed-state.ts';
import { fillAtOnce, onPost } from './workers.ts';
import {
  ARRIVAL,
  CONTRACT,
  EPISODE,
  KIND_BITS,
  KINDS,
  PERSON,
  POST,
  SERVER,
  TICK,
  TIMER,
  World,
} from './world.ts';

export interface RunOptions {
  follow?: number;
  until?: number;
  from?: WarmedState;
  keep?: (state: WarmedState) => void;
}

/**
 * Runs a program. `run` gives the same bits for the same program, seed and
 * replication, whatever ran before and on whatever machine. The record that it
 * returns is used again by the next run.
 */
export class Simulation {
  private readonly world: World;
  private readonly ticks: Ticks;
  private name: string | null = null;
  private keep: RunOptions['keep'];
  /** Events of this replication so far. */
  private events = 0;

  constructor(program: Program) {
    this.world = new World(program);
    this.ticks = ticksOf(program, this.world.record.monthStarts);
  }

  /**
   * Names what a warmed state must agree on with this program: simulations of one baseline whose
   * names are alike can begin from one another's.
   */
  get warmedName(): string {
    return (this.name ??= warmedNameOf(this.world));
  }

  /**
   * Run one replication. `follow` imagined people are followed by their
   * relationships; `until` stops the run on that day (for judging a warm-up).
   *
   * `from` is the state in which the same replication of a simulation with the same baseline and
   * `warmedName` stood at the model's start: the run begins there, and gives the same bits as from
   * the warm-up on. `keep` is given that state.
   */
  run(seed: number, replication: number, options: RunOptions = {}): Replication {
    this.begin(seed, replication, options);
    while (!this.advance(Infinity));
    return this.end();
  }

  /** Begin a replication, as `run` does; whatever was going on is forgotten. */
  begin(seed: number, replication: number, options: RunOptions = {}): void {
    const w = this.world;
    const { ticks } = this;
    const { follow = 0, until = Infinity, from, keep } = options;
    begin(w, new Draws(seed, replication), follow, until);
    this.keep = keep;
    this.events = from?.events ?? 0;
    if (from) {
      from.give(w);
      addContractOwnership(w);
      findLeastLoads(w);
      onTick(w, ticks, ticks.start);
      serveMarked(w);
    } else {
      this.beginWarmUp();
    }
  }

  /** Go on for at most so many events; true when the replication has come to its end. */
  advance(most: number): boolean {
    const w = this.world;
    const { ticks, keep } = this;
    const { queue } = w;
    let { events } = this;
    const last = events + most;
    while (events < last && queue.pop() && queue.time <= w.end) {
      w.now = queue.time;
      events++;
      const { payload, stamp } = queue;
      const id = payload >> KIND_BITS;
      switch (payload & (KINDS - 1)) {
        case EPISODE:
          onEpisode(w, id, stamp);
          break;
        case TIMER:
          onTimer(w, id);
          break;
        case ARRIVAL:
          onArrival(w, id);
          break;
        case POST:
          onPost(w, id, stamp);
          break;
        case CONTRACT:
          onContract(w, id, stamp);
          break;
        case SERVER:
          onServer(w, id, stamp);
          break;
        case PERSON:
          onPerson(w, id, stamp);
          break;
        case TICK:
          if (keep && id === ticks.start) keep(WarmedState.of(w, events));
          onTick(w, ticks, id);
          break;
      }
      if (w.markedCount > 0) serveMarked(w);
    }
    this.events = events;
    return events < last;
  }

  /** Close the record of a replication that has come to its end, and return it. */
  end(): Replication {
    const w = this.world;
    w.now = w.end;
    flush(w);
    recordStillGoing(w);
    w.record.followed = w.followed;
    w.record.events = this.events;
    return w.record;
  }

  /** Everything that is there on the first day of the warm-up. */
  private beginWarmUp(): void {
    const { world: w, ticks } = this;
    // First on the list, so that at a tie the month turns before anything happens in it.
    for (let i = 0; i < ticks.days.length; i++) w.schedule(ticks.days[i], i, TICK, 0);
    addContractOwnership(w);
    findLeastLoads(w);
    beginContracts(w);
    fillBudgets(w, ticks.yearLeftAtFirst);
    fillAtOnce(w);
    for (let s = 0; s < w.layoutSizes.services; s++) refreshService(w, s);
    placeToday(w);
    placeWaiting(w);
    beginArrivals(w);
    serveMarked(w);
  }
}

/**
 * How many people apart those who are followed stand: enough that they come
 * over the first three years. Decided by the baseline alone, so that they are
 * the same people in every scenario.
 */
function everyNth(w: World, follow: number): number {
  const { arrive } = w.program.before;
  let perDay = 0;
  for (let g = 0; g < arrive.length; g++) perDay += arrive[g];
  return Math.max(1, Math.floor((perDay * 3 * 365.25) / follow));
}

/** A month turns: what was going on is put down to the month before. */
function onTick(w: World, ticks: Ticks, i: number): void {
  flush(w);
  if (ticks.isNewYear[i] === 1) countBudgetsLeft(w);
  w.month = ticks.month[i];
  w.calendarMonth = ticks.calendarMonth[i];
  if (i === ticks.start) {
    countSupportedAtStart(w);
    switchTerms(w, ticks.yearLeft[i]);
  } else if (ticks.isNewYear[i] === 1) {
    fillBudgets(w, 1);
    holdBudgets(w);
  }
}

/** Bring every area up to now. */
function flush(w: World): void {
  const { services, cells, criteria } = w.layoutSizes;
  for (let s = 0; s < services; s++) touchService(w, s);
  for (let c = 0; c < w.cEnds.length; c++) commit(w, c);
  touchFamilies(w);
  touchFamilyWorkers(w);
  for (let r = 0; r < w.roleFilled.length; r++) touchRole(w, r);
  for (let cell = 0; cell < cells; cell++) {
    touchMat(w, cell);
    touchSupported(w, cell);
    for (let c = 0; c < criteria; c++) touchCriterion(w, c, cell);
  }
}

/** An empty world on the first day of the warm-up, under the baseline's terms. */
function begin(w: World, draws: Draws, follow: number, until: number): void {
  const { program } = w;
  w.draws = draws;
  w.terms = program.before;
  w.now = -program.warmUpDays;
  w.end = Math.min(until, program.horizonDays + program.runOutDays);
  w.month = -1;
  w.calendarMonth = 0;
  w.queue.clear(w.now);
  clearReplication(w.record);
  w.pCount = w.eCount = w.rCount = w.nCount = w.tCount = 0;
  for (const free of [w.pFree, w.eFree, w.rFree, w.nFree, w.tFree]) free.length = 0;
  for (const column of [
    w.listCount,
    w.present,
    w.loadNow,
    w.roomNow,
    w.filledNow,
    w.costNow,
    w.fundedNow,
    w.setUpNow,
    w.heldNow,
    w.shutNow,
    w.roleFilled,
    w.matNow,
    w.supportedNow,
    w.needNow,
    w.metNow,
    w.placesUsed,
    w.budgetLeft,
    w.serverCarry,
    w.isMarked,
  ]) {
    column.fill(0);
  }
  for (const column of [
    w.areaAt,
    w.roleFilledAt,
    w.matAt,
    w.supportedAt,
    w.criterionAt,
    w.serverCarriedTo,
  ]) {
    column.fill(w.now);
  }
  w.lastOfGroup.fill(-1);
  w.familiesNow = 0;
  w.familiesAt = w.now;
  w.familyWorkersNow = 0;
  w.familyWorkersAt = w.now;
  w.listHead.fill(-1);
  w.listTail.fill(-1);
  w.posts.people.fill(-1);
  w.posts.load.fill(0);
  w.mostRoom.allChanged();
  w.markedCount = 0;
  w.comers = 0;
  w.follow = follow;
  w.followEvery = follow > 0 ? everyNth(w, follow) : 1;
  w.followed = [];
}
