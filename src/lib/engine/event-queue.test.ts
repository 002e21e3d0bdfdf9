import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './event-queue.ts';
import { HeapQueue } from './heap-queue.ts';

/** The reference: every event in one list, the least looked for each time. */
class SortedList {
  time = 0;
  payload = 0;
  stamp = 0;
  private events: { time: number; order: number; payload: number; stamp: number }[] = [];
  private pushed = 0;

  constructor(origin: number) {
    this.time = origin;
  }

  get size(): number {
    return this.events.length;
  }

  push(time: number, payload: number, stamp: number): void {
    this.events.push({ time, order: this.pushed++, payload, stamp });
    this.events.sort((a, b) => (a.time === b.time ? a.order - b.order : a.time < b.time ? -1 : 1));
  }

  pop(): boolean {
    const event = this.events.shift();
    if (!event) return false;
    this.time = event.time;
    this.payload = event.payload;
    this.stamp = event.stamp;
    return true;
  }
}

/** A step pushes at a gap after the present, or pops for `null`. */
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 3, arbitrary: fc.double({ min: 0, max: 40, noNaN: true }) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1e5, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(1e9, 1e15, 1e17, 2 ** 60, 1e300, Infinity, 5e-324) },
);
const steps = fc.array(fc.option(gap, { freq: 2 }), { maxLength: 300 });
const widths = fc.constantFrom(1e-9, 1e-3, 0.1, 1 / 3, 1, 7, 1e3, 1e12);
const origins = fc.constantFrom(0, -3650, 0.1, 1e6, 2 ** 53, -1e17);

type Queue = Pick<EventQueue, 'push' | 'pop' | 'time' | 'payload' | 'stamp' | 'size'>;

/** Play the steps, then empty the queue; each popped event is a row. */
function play(queue: Queue, gaps: (number | null)[]): number[][] {
  const popped: number[][] = [];
  let payload = 0;
  const take = () => {
    const found = queue.pop();
    if (found) popped.push([queue.time, queue.payload, queue.stamp, queue.size]);
    return found;
  };
  for (const ahead of gaps) {
    if (ahead === null) take();
    else queue.push(queue.time + ahead, payload++, -payload);
  }
  while (take());
  expect(queue.size).toBe(0);
  return popped;
}

describe('EventQueue and HeapQueue', () => {
  it('pop in the order of a sorted list, whatever the gaps, ties, widths and origins', () => {
    fc.assert(
      fc.property(steps, widths, origins, (gaps, width, origin) => {
        const expected = play(new SortedList(origin), gaps);
        expect(play(new EventQueue({ width, origin }), gaps)).toEqual(expected);
        expect(play(new HeapQueue({ width, origin }), gaps)).toEqual(expected);
      }),
      { numRuns: 600 },
    );
  });

  it('agree over a long run in which the bucketed queue grows and its ring turns', () => {
    for (const width of [0.002, 0.05, 30]) {
      const bucketed = new EventQueue({ width });
      const heap = new HeapQueue();
      let state = 1;
      const random = () => (state = Math.imul(state, 1664525) + 1013904223) >>> 0;
      for (let i = 0; i < 5000; i++) {
        const time = random() % 1000;
        bucketed.push(time, i, 0);
        heap.push(time, i, 0);
      }
      for (let i = 0; i < 60000; i++) {
        bucketed.pop();
        heap.pop();
        if (bucketed.time !== heap.time || bucketed.payload !== heap.payload) {
          throw new Error(`They part at event ${i} with width ${width}.`);
        }
        const ahead = random() % 4 === 0 ? random() % 3 : random() / 2 ** 22;
        bucketed.push(bucketed.time + ahead, bucketed.payload, i);
        heap.push(heap.time + ahead, heap.payload, i);
      }
      expect(bucketed.size).toBe(5000);
    }
  });

  it('give ties in the order pushed, also when pushed while their time is at hand', () => {
    for (const queue of [new EventQueue({ width: 1 }), new HeapQueue()]) {
      queue.push(5, 1, 0);
      queue.push(5, 2, 0);
      queue.push(2, 3, 0);
      const seen: number[] = [];
      queue.pop();
      seen.push(queue.payload);
      queue.push(5, 4, 0);
      queue.push(2, 5, 0);
      while (queue.pop()) {
        seen.push(queue.payload);
        if (queue.payload === 1) queue.push(5, 6, 0);
      }
      expect(seen).toEqual([3, 5, 1, 2, 4, 6]);
    }
  });

  it('take a time in a bucket that has been passed over', () => {
    const queue = new EventQueue({ width: 1 });
    queue.push(0.5, 1, 0);
    queue.push(900.5, 2, 0);
    queue.pop();
    queue.push(900.2, 3, 0);
    queue.pop();
    expect(queue.payload).toBe(3);
    queue.push(900.3, 4, 0);
    queue.pop();
    expect(queue.payload).toBe(4);
    queue.pop();
    expect([queue.payload, queue.pop()]).toEqual([2, false]);
  });

  it('return stamps and payloads over the whole range of 32 bits', () => {
    for (const queue of [new EventQueue({ width: 1 }), new HeapQueue()]) {
      queue.push(1, -2147483648, 2147483647);
      queue.pop();
      expect([queue.payload, queue.stamp]).toEqual([-2147483648, 2147483647]);
    }
  });

  it('refuse times before the present, and widths and origins that are not numbers', () => {
    for (const queue of [new EventQueue({ width: 1, origin: 3 }), new HeapQueue({ origin: 3 })]) {
      expect(() => queue.push(2.9, 0, 0)).toThrow(RangeError);
      expect(() => queue.push(NaN, 0, 0)).toThrow(RangeError);
      queue.push(4, 0, 0);
      queue.pop();
      expect(() => queue.push(3.5, 0, 0)).toThrow(RangeError);
    }
    for (const width of [0, -1, NaN, Infinity, 1e-310]) {
      expect(() => new EventQueue({ width })).toThrow(RangeError);
    }
    expect(() => new EventQueue({ width: 1, origin: Infinity })).toThrow(RangeError);
  });

  it('clear back to an origin and behave like new', () => {
    const queue = new EventQueue({ width: 0.5 });
    for (let i = 0; i < 3000; i++) queue.push(i * 0.7, i, 0);
    for (let i = 0; i < 100; i++) queue.pop();
    queue.clear(-10);
    expect([queue.size, queue.time, queue.pop()]).toEqual([0, -10, false]);
    const gaps = [3, 0, 0.2, 5000, null, 0, null, 1, null];
    expect(play(queue, gaps)).toEqual(play(new HeapQueue({ origin: -10 }), gaps));
  });

  it('copy, and then run apart from the original', () => {
    fc.assert(
      fc.property(steps, steps, widths, (before, after, width) => {
        const original = new EventQueue({ width });
        const heap = new HeapQueue();
        for (const ahead of before) {
          if (ahead === null) {
            original.pop();
            heap.pop();
          } else {
            original.push(original.time + ahead, 1, 2);
            heap.push(heap.time + ahead, 1, 2);
          }
        }
        const copy = new EventQueue({ width: 2 });
        for (let i = 0; i < 700; i++) copy.push(i, 9, 9);
        copy.copyFrom(original);
        const heapCopy = new HeapQueue();
        heapCopy.copyFrom(heap);
        const fromOriginal = play(original, after);
        expect(play(copy, after)).toEqual(fromOriginal);
        expect(play(heap, after)).toEqual(fromOriginal);
        expect(play(heapCopy, after)).toEqual(fromOriginal);
      }),
      { numRuns: 200 },
    );
  });
});
