import { EventQueue } from '../../src/lib/engine/event-queue.ts';
import { GAP, PATIENCE, SERVICE, type Luck } from './luck.ts';
import type { QueueCase } from './queue-case.ts';

const ARRIVAL = 0;
const LEAVE = 1;
const GIVE_UP = 2;
const KIND_BITS = 2;

/** What became of so many customers. */
export interface Outcome {
  served: number;
  gaveUp: number;
  waitOfServed: number;
  events: number;
}

/** People in columns with a free list, as the simulation keeps them. */
class Line {
  arrived = new Float64Array(1024);
  customer = new Int32Array(1024);
  stamp = new Int32Array(1024);
  after = new Int32Array(1024);
  before = new Int32Array(1024);
  head = -1;
  tail = -1;
  private free = -1;
  private used = 0;

  take(): number {
    if (this.free >= 0) {
      const slot = this.free;
      this.free = this.after[slot];
      return slot;
    }
    if (this.used === this.arrived.length) this.grow();
    return this.used++;
  }

  give(slot: number): void {
    this.stamp[slot]++;
    this.after[slot] = this.free;
    this.free = slot;
  }

  join(slot: number): void {
    this.before[slot] = this.tail;
    this.after[slot] = -1;
    if (this.tail < 0) this.head = slot;
    else this.after[this.tail] = slot;
    this.tail = slot;
  }

  leave(slot: number): void {
    const { before, after } = this;
    if (before[slot] < 0) this.head = after[slot];
    else after[before[slot]] = after[slot];
    if (after[slot] < 0) this.tail = before[slot];
    else before[after[slot]] = before[slot];
  }

  private grow(): void {
    const length = this.arrived.length * 2;
    const arrived = new Float64Array(length);
    arrived.set(this.arrived);
    this.arrived = arrived;
    const grown = (old: Int32Array<ArrayBuffer>) => {
      const column = new Int32Array(length);
      column.set(old);
      return column;
    };
    this.customer = grown(this.customer);
    this.stamp = grown(this.stamp);
    this.after = grown(this.after);
    this.before = grown(this.before);
  }
}

/** Run a queue on the engine alone: the event queue, draws and columns, no rule of the simulation. */
export function runBare(one: QueueCase, customers: number, luck: Luck): Outcome {
  const queue = new EventQueue({ width: 2 / one.arrive });
  const line = new Line();
  const outcome = { served: 0, gaveUp: 0, waitOfServed: 0, events: 0 };
  let free = one.servers;
  let came = 0;
  queue.push(luck.exponential(GAP, 0) / one.arrive, ARRIVAL, 0);
  const serve = (slot: number, now: number) => {
    outcome.served++;
    outcome.waitOfServed += now - line.arrived[slot];
    // Whatever else was to come for this person does not count any more.
    line.stamp[slot]++;
    const days = luck.exponential(SERVICE, line.customer[slot]);
    queue.push(now + days, (slot << KIND_BITS) | LEAVE, line.stamp[slot]);
  };
  while (queue.pop()) {
    const now = queue.time;
    const slot = queue.payload >> KIND_BITS;
    outcome.events++;
    switch (queue.payload & 3) {
      case ARRIVAL: {
        const who = came++;
        const next = line.take();
        line.arrived[next] = now;
        line.customer[next] = who;
        if (came < customers)
          queue.push(now + luck.exponential(GAP, came) / one.arrive, ARRIVAL, 0);
        if (free > 0) {
          free--;
          serve(next, now);
          break;
        }
        line.join(next);
        if (one.patience !== Infinity) {
          const until = now + luck.exponential(PATIENCE, who) * one.patience;
          queue.push(until, (next << KIND_BITS) | GIVE_UP, line.stamp[next]);
        }
        break;
      }
      case LEAVE: {
        line.give(slot);
        const first = line.head;
        if (first < 0) {
          free++;
          break;
        }
        line.leave(first);
        serve(first, now);
        break;
      }
      case GIVE_UP:
        if (queue.stamp !== line.stamp[slot]) break;
        line.leave(slot);
        line.give(slot);
        outcome.gaveUp++;
        break;
    }
  }
  return outcome;
}
