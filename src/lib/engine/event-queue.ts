/** How many buckets the ring starts with; a power of two, doubled as needed. */
const FIRST_RING = 1024;
const LARGEST_RING = 1048576;
const FIRST_CAPACITY = 256;

/**
 * A queue of future events in strict order of (time, order of pushing).
 *
 * Time is cut into buckets of `width`. The events of the bucket at hand stand
 * in a small heap; those of the buckets ahead wait in unsorted linked lists,
 * one to each slot of a ring, and those beyond the ring in one list more. An
 * event is ordered only when its bucket comes up, so a push or pop takes the
 * same time for a hundred events as for a hundred thousand: a plain cousin of
 * the ladder queue (Tang, Goh & Thng, ACM TOMACS 15, 2005). The order of
 * events does not depend on the width, only the speed does; best is a width
 * in which two to four events fall.
 *
 * A bucket's number is floor((time - origin) / width), rounded the same way
 * for every event, so a later event never has a lower number and equal times
 * share one. All comparisons are of these numbers, never of bucket edges.
 *
 * Every field starts as a number and times reach private methods through the
 * arrays, not as arguments: otherwise V8 would box them, one object a push.
 */
export class EventQueue {
  /** Time of the event popped last; the origin before the first pop. */
  time = 0;
  /** Payload of the event popped last, a 32-bit integer. */
  payload = 0;
  /** Stamp of the event popped last, a 32-bit integer. */
  stamp = 0;
  /** How many events are waiting. */
  size = 0;

  private origin = 0;
  private perWidth = 1;

  private times = new Float64Array(FIRST_CAPACITY);
  private orders = new Float64Array(FIRST_CAPACITY);
  private payloads = new Int32Array(FIRST_CAPACITY);
  private stamps = new Int32Array(FIRST_CAPACITY);
  private next = new Int32Array(FIRST_CAPACITY);
  private used = 0;
  private free = -1;
  private pushed = 0;

  private heapTimes = new Float64Array(FIRST_CAPACITY);
  private heapNodes = new Int32Array(FIRST_CAPACITY);
  private heapSize = 0;

  /** First node of each bucket's list, -1 for none. */
  private ring = new Int32Array(FIRST_RING).fill(-1);
  private ringSize = 0;
  private present = 0;
  private ringEnd = FIRST_RING;

  private far = -1;
  private farSize = 0;
  private farLeast = Infinity;

  /**
   * `width` is the bucket width and `origin` the earliest time that may be
   * pushed, both in the clock's unit (days). Throws RangeError unless the
   * width is above 0 and both are finite.
   */
  constructor(options: { width: number; origin?: number }) {
    const { width, origin = 0 } = options;
    if (!(width > 0 && 1 / width > 0 && 1 / width < Infinity)) {
      throw new RangeError(`Bucket width ${width} is not a finite number above 0.`);
    }
    this.perWidth = 1 / width;
    this.origin = origin;
    this.time = origin;
    this.clear(origin);
  }

  /** Empty the queue and put its clock back to `origin` (by default the one before). */
  clear(origin: number = this.origin): void {
    if (!Number.isFinite(origin)) throw new RangeError(`Origin ${origin} is not finite.`);
    this.origin = origin;
    this.time = origin;
    this.payload = 0;
    this.stamp = 0;
    this.size = 0;
    this.used = 0;
    this.free = -1;
    this.pushed = 0;
    this.heapSize = 0;
    if (this.ringSize > 0) this.ring.fill(-1);
    this.ringSize = 0;
    this.present = 0;
    this.ringEnd = this.ring.length;
    this.far = -1;
    this.farSize = 0;
    this.farLeast = Infinity;
  }

  /**
   * Add an event at `time`, after every event already there at that time.
   *
   * `payload` and `stamp` are 32-bit integers that come back as they are; a
   * caller cancels by changing the stamp it expects. Throws RangeError for a
   * time before the event popped last, or NaN.
   */
  push(time: number, payload: number, stamp: number): void {
    if (!(time >= this.time)) {
      throw new RangeError(`Event at ${time} is before the present, ${this.time}.`);
    }
    let node = this.free;
    if (node >= 0) {
      this.free = this.next[node];
    } else {
      node = this.used++;
      if (node === this.times.length) this.growNodes(node * 2);
    }
    this.times[node] = time;
    this.orders[node] = this.pushed++;
    this.payloads[node] = payload;
    this.stamps[node] = stamp;
    this.size++;
    this.place(node);
  }

  /**
   * Take the next event into `time`, `payload` and `stamp`; false when empty.
   */
  pop(): boolean {
    if (this.heapSize === 0) {
      if (this.size === 0) return false;
      this.advance();
    }
    const node = this.heapNodes[0];
    this.time = this.heapTimes[0];
    this.payload = this.payloads[node];
    this.stamp = this.stamps[node];
    this.next[node] = this.free;
    this.free = node;
    this.size--;
    const last = --this.heapSize;
    if (last > 0) this.siftDown(last);
    return true;
  }

  /** Become a copy of `other`, its waiting events, clock and settings. */
  copyFrom(other: EventQueue): void {
    if (this.times.length < other.used) this.growNodes(other.times.length);
    if (this.heapTimes.length < other.heapSize) this.growHeap(other.heapTimes.length);
    if (this.ring.length !== other.ring.length) this.ring = new Int32Array(other.ring.length);
    this.time = other.time;
    this.payload = other.payload;
    this.stamp = other.stamp;
    this.size = other.size;
    this.origin = other.origin;
    this.perWidth = other.perWidth;
    this.times.set(other.times.subarray(0, other.used));
    this.orders.set(other.orders.subarray(0, other.used));
    this.payloads.set(other.payloads.subarray(0, other.used));
    this.stamps.set(other.stamps.subarray(0, other.used));
    this.next.set(other.next.subarray(0, other.used));
    this.used = other.used;
    this.free = other.free;
    this.pushed = other.pushed;
    this.heapTimes.set(other.heapTimes.subarray(0, other.heapSize));
    this.heapNodes.set(other.heapNodes.subarray(0, other.heapSize));
    this.heapSize = other.heapSize;
    this.ring.set(other.ring);
    this.ringSize = other.ringSize;
    this.present = other.present;
    this.ringEnd = other.ringEnd;
    this.far = other.far;
    this.farSize = other.farSize;
    this.farLeast = other.farLeast;
  }

  /** Put a new event where its bucket belongs. */
  private place(node: number): void {
    const bucket = Math.floor((this.times[node] - this.origin) * this.perWidth);
    if (bucket <= this.present) {
      this.pushHeap(node);
    } else if (bucket < this.ringEnd) {
      const slot = bucket & (this.ring.length - 1);
      this.next[node] = this.ring[slot];
      this.ring[slot] = node;
      this.ringSize++;
    } else {
      this.next[node] = this.far;
      this.far = node;
      this.farSize++;
      if (bucket < this.farLeast) this.farLeast = bucket;
    }
  }

  /** Bring the next bucket that holds events into the heap; there must be one. */
  private advance(): void {
    const mask = this.ring.length - 1;
    let bucket = Infinity;
    if (this.ringSize > 0) {
      let ahead = 1;
      const slot = this.present & mask;
      while (this.ring[(slot + ahead) & mask] < 0) ahead++;
      bucket = this.present + ahead;
    }
    if (this.farLeast <= bucket) {
      this.present = this.farLeast;
      this.drawNear();
    } else {
      this.present = bucket;
      this.ringEnd = bucket + this.ring.length;
    }
    const slot = this.present & (this.ring.length - 1);
    let node = this.ring[slot];
    this.ring[slot] = -1;
    while (node >= 0) {
      const following = this.next[node];
      this.pushHeap(node);
      this.ringSize--;
      node = following;
    }
  }

  /**
   * Move far events into the ring that now starts at `present`, or into the
   * heap. The ring first grows to four times the number of far events, so few
   * events are far, and looking through them once a turn costs next to nothing.
   */
  private drawNear(): void {
    let length = this.ring.length;
    while (length < 4 * this.farSize && length < LARGEST_RING) length *= 2;
    if (length > this.ring.length) this.growRing(length);
    this.ringEnd = this.present + length;
    let node = this.far;
    this.far = -1;
    this.farLeast = Infinity;
    while (node >= 0) {
      const following = this.next[node];
      const time = this.times[node];
      const bucket = Math.floor((time - this.origin) * this.perWidth);
      if (bucket <= this.present) {
        this.pushHeap(node);
        this.farSize--;
      } else if (bucket < this.ringEnd) {
        const slot = bucket & (length - 1);
        this.next[node] = this.ring[slot];
        this.ring[slot] = node;
        this.ringSize++;
        this.farSize--;
      } else {
        this.next[node] = this.far;
        this.far = node;
        if (bucket < this.farLeast) this.farLeast = bucket;
      }
      node = following;
    }
  }

  private growRing(length: number): void {
    const old = this.ring;
    this.ring = new Int32Array(length).fill(-1);
    for (let slot = 0; slot < old.length; slot++) {
      const node = old[slot];
      if (node < 0) continue;
      const bucket = Math.floor((this.times[node] - this.origin) * this.perWidth);
      this.ring[bucket & (length - 1)] = node;
    }
  }

  private pushHeap(node: number): void {
    const time = this.times[node];
    let hole = this.heapSize++;
    if (hole === this.heapTimes.length) this.growHeap(hole * 2);
    const order = this.orders[node];
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      const above = this.heapTimes[parent];
      if (above < time || (above === time && this.orders[this.heapNodes[parent]] < order)) break;
      this.heapTimes[hole] = above;
      this.heapNodes[hole] = this.heapNodes[parent];
      hole = parent;
    }
    this.heapTimes[hole] = time;
    this.heapNodes[hole] = node;
  }

  /** Fill the root of the heap with the event that stood at `length`, just past its end. */
  private siftDown(length: number): void {
    const time = this.heapTimes[length];
    const node = this.heapNodes[length];
    const order = this.orders[node];
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= length) break;
      let below = this.heapTimes[child];
      if (child + 1 < length) {
        const sibling = this.heapTimes[child + 1];
        if (sibling < below || (sibling === below && this.isEarlier(child + 1, child))) {
          below = sibling;
          child++;
        }
      }
      if (time < below || (time === below && order < this.orders[this.heapNodes[child]])) break;
      this.heapTimes[hole] = below;
      this.heapNodes[hole] = this.heapNodes[child];
      hole = child;
    }
    this.heapTimes[hole] = time;
    this.heapNodes[hole] = node;
  }

  private isEarlier(one: number, other: number): boolean {
    return this.orders[this.heapNodes[one]] < this.orders[this.heapNodes[other]];
  }

  private growNodes(capacity: number): void {
    this.times = grownFloats(this.times, capacity);
    this.orders = grownFloats(this.orders, capacity);
    this.payloads = grownIntegers(this.payloads, capacity);
    this.stamps = grownIntegers(this.stamps, capacity);
    this.next = grownIntegers(this.next, capacity);
  }

  private growHeap(capacity: number): void {
    this.heapTimes = grownFloats(this.heapTimes, capacity);
    this.heapNodes = grownIntegers(this.heapNodes, capacity);
  }
}

function grownFloats(old: Float64Array, capacity: number): Float64Array<ArrayBuffer> {
  const grown = new Float64Array(capacity);
  grown.set(old);
  return grown;
}

function grownIntegers(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(capacity);
  grown.set(old);
  return grown;
}
