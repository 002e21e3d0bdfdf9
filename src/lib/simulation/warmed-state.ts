/** The state in which a replication stands at the model's start, before the scenario's terms hold. */
import { EventQueue } from '../engine/event-queue.ts';
import type { Posts } from './posts.ts';
import { isColumnOfPool, type PoolName } from './pools.ts';
import type { World } from './world.ts';

type Column = Int32Array | Float64Array | Uint8Array | Uint16Array;

/** Columns of arrival streams: only those of the baseline have begun. */
const OF_STREAMS = ['streamIndex', 'streamKey0', 'streamKey1'];

/** What a world has of its program or of its run, not of what has happened in it. */
const NOT_STATE = new Set([
  'twoDraws',
  'streamGroup',
  'streamLayer',
  'streamRate',
  'streamsAtFirst',
  'end',
  'follow',
  'followEvery',
  'placesList',
  'serverList',
  'serviceColumns',
]);
const POOLS: PoolName[] = ['p', 'e', 'r', 'n', 't'];

/**
 * A copy of everything that changes in a world, made as the model's start comes. Every scenario of
 * one baseline begins there: the copy spares it the warm-up, and changes no bit.
 */
export class WarmedState {
  /** Roughly what it takes of memory. */
  readonly bytes: number;
  private readonly columns: [name: string, values: Column][] = [];
  private readonly rows: [pool: PoolName, integers: Int32Array, numbers: Float64Array][] = [];
  private readonly free: [name: string, numbers: number[]][] = [];
  private readonly numbers: [name: string, value: number][] = [];
  private readonly posts: [name: keyof Posts, values: Column][] = [];
  private readonly queue: EventQueue;
  private readonly warmUpPresent: Float64Array;

  /** Copy the state of `w`; `events` is how many it took to come there. */
  static of(w: World, events: number): WarmedState {
    return new WarmedState(w, events);
  }

  private constructor(
    w: World,
    readonly events: number,
  ) {
    for (const [name, value] of Object.entries(w) as [string, unknown][]) {
      if (NOT_STATE.has(name) || isColumnOfPool(name)) continue;
      if (isColumn(value)) this.columns.push([name, value.slice(0, usedOf(w, name, value))]);
      else if (typeof value === 'number') this.numbers.push([name, value]);
      else if (name.endsWith('Free')) this.free.push([name, (value as number[]).slice()]);
    }
    for (const [name, values] of Object.entries(w.posts) as [keyof Posts, Column][]) {
      if (!isNumbering(name)) this.posts.push([name, values.slice()]);
    }
    for (const pool of POOLS) {
      const { integers, numbers } = w.rows[pool];
      const end = w[`${pool}Count`];
      this.rows.push([pool, integers.slice(0, end), numbers.slice(0, end >> 2)]);
    }
    this.queue = new EventQueue({ width: 1 });
    this.queue.copyFrom(w.queue);
    this.warmUpPresent = w.record.warmUpPresent.slice();
    this.bytes = this.size();
  }

  /** Put the state into a world that has just begun, of a simulation with the same `warmedName`. */
  give(w: World): void {
    const world = w as unknown as Record<string, unknown>;
    for (const [pool, integers, numbers] of this.rows) {
      w.reserve(pool, integers.length);
      w.rows[pool].integers.set(integers);
      w.rows[pool].numbers.set(numbers);
    }
    for (const [name, value] of this.numbers) world[name] = value;
    for (const [name, values] of this.columns) (world[name] as Column).set(values as never);
    for (const [name, numbers] of this.free) {
      const list = world[name] as number[];
      for (let i = 0; i < numbers.length; i++) list[i] = numbers[i];
      list.length = numbers.length;
    }
    for (const [name, values] of this.posts) w.posts[name].set(values as never);
    w.queue.copyFrom(this.queue);
    w.record.warmUpPresent.set(this.warmUpPresent);
  }

  private size(): number {
    let bytes = 0;
    for (const [, { byteLength }] of this.columns) bytes += byteLength;
    for (const [, integers, numbers] of this.rows)
      bytes += integers.byteLength + numbers.byteLength;
    for (const [, { length }] of this.free) bytes += length * 8;
    // An event takes 40 bytes, with its place in the heap or the ring.
    return bytes + this.queue.size * 40;
  }
}

/**
 * Return what two worlds must agree on for one to begin from the other's warmed state: their
 * numbering, their dates, how wide their columns are.
 */
export function warmedNameOf(w: World): string {
  const { layout, warmUpDays, horizonDays, runOutDays, startDay } = w.program;
  const ids = Object.values(layout).map((names: { ids: string[] }) => names.ids);
  const owners = [layout.roles, layout.stages, layout.places, layout.points, layout.partners];
  return JSON.stringify([
    [warmUpDays, horizonDays, runOutDays, startDay, w.streamsAtFirst],
    ids,
    owners.map(({ first }) => [...first]),
    [layout.offers, layout.refers].map(({ first }) => [...first]),
    [...w.posts.first],
  ]);
}

function isNumbering(name: keyof Posts): boolean {
  return name === 'first' || name === 'last' || name === 'role';
}

/** How much of a column means anything. */
function usedOf(w: World, name: string, column: Column): number {
  if (OF_STREAMS.includes(name)) return w.streamsAtFirst;
  return column.length;
}

function isColumn(value: unknown): value is Column {
  return ArrayBuffer.isView(value);
}
