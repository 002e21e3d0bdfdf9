const FIRST_CAPACITY = 256;

/**
 * A queue of future events in strict order of (time, order of pushing), as one
 * 4-ary heap.
 *
 * It does what EventQueue does in the simplest way that is not slow, so that a
 * run on each can show that neither misorders events. `width` is accepted and
 * unused. Times, payloads, stamps and errors are as in EventQueue.
 */
export class HeapQueue {
  /** Time of the event popped last; the origin before the first pop. */
  time = 0;
  /** Payload of the event popped last, a 32-bit integer. */
  payload = 0;
  /** Stamp of the event popped last, a 32-bit integer. */
  stamp = 0;
  /** How many events are waiting. */
  size = 0;

  private origin = 0;
  private pushed = 0;
  private times = new Float64Array(FIRST_CAPACITY);
  private orders = new Float64Array(FIRST_CAPACITY);
  private payloads = new Int32Array(FIRST_CAPACITY);
  private stamps = new Int32Array(FIRST_CAPACITY);

  constructor(options: { width?: number; origin?: number } = {}) {
    this.origin = options.origin ?? 0;
    this.time = this.origin;
  }

  /** Empty the queue and put its clock back to `origin` (by default the one before). */
  clear(origin: number = this.origin): void {
    this.origin = origin;
    this.time = origin;
    this.payload = 0;
    this.stamp = 0;
    this.size = 0;
    this.pushed = 0;
  }

  /** Add an event; throws RangeError for a time before the event popped last, or NaN. */
  push(time: number, payload: number, stamp: number): void {
    if (!(time >= this.time)) {
      throw new RangeError(`Event at ${time} is before the present, ${this.time}.`);
    }
    let hole = this.size++;
    if (hole === this.times.length) this.grow(hole * 2);
    while (hole > 0) {
      const parent = (hole - 1) >> 2;
      if (this.times[parent] <= time) break;
      this.move(parent, hole);
      hole = parent;
    }
    this.times[hole] = time;
    this.orders[hole] = this.pushed++;
    this.payloads[hole] = payload;
    this.stamps[hole] = stamp;
  }

  /** Take the next event into `time`, `payload` and `stamp`; false when empty. */
  pop(): boolean {
    if (this.size === 0) return false;
    this.time = this.times[0];
    this.payload = this.payloads[0];
    this.stamp = this.stamps[0];
    const last = --this.size;
    let hole = 0;
    for (;;) {
      const first = 4 * hole + 1;
      if (first >= last) break;
      const end = Math.min(first + 4, last);
      let least = first;
      for (let child = first + 1; child < end; child++) {
        if (this.isEarlier(child, least)) least = child;
      }
      if (this.isEarlier(last, least)) break;
      this.move(least, hole);
      hole = least;
    }
    this.move(last, hole);
    return true;
  }

  /** Become a copy of `other`, its waiting events, clock and origin. */
  copyFrom(other: HeapQueue): void {
    if (this.times.length < other.size) this.grow(other.times.length);
    this.time = other.time;
    this.payload = other.payload;
    this.stamp = other.stamp;
    this.size = other.size;
    this.origin = other.origin;
    this.pushed = other.pushed;
    this.times.set(other.times.subarray(0, other.size));
    this.orders.set(other.orders.subarray(0, other.size));
    this.payloads.set(other.payloads.subarray(0, other.size));
    this.stamps.set(other.stamps.subarray(0, other.size));
  }

  private isEarlier(one: number, other: number): boolean {
    const a = this.times[one];
    const b = this.times[other];
    return a < b || (a === b && this.orders[one] < this.orders[other]);
  }

  private move(from: number, to: number): void {
    this.times[to] = this.times[from];
    this.orders[to] = this.orders[from];
    this.payloads[to] = this.payloads[from];
    this.stamps[to] = this.stamps[from];
  }

  private grow(capacity: number): void {
    const { times, orders, payloads, stamps } = this;
    this.times = new Float64Array(capacity);
    this.orders = new Float64Array(capacity);
    this.payloads = new Int32Array(capacity);
    this.stamps = new Int32Array(capacity);
    this.times.set(times);
    this.orders.set(orders);
    this.payloads.set(payloads);
    this.stamps.set(stamps);
  }
}
