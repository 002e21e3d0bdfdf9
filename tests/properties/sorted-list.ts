/**
 * A list of future events kept in order by looking through it: what EventQueue
 * does, in a way that leaves nothing to get wrong. It counts the ties it broke.
 */
export class SortedList {
  time = 0;
  payload = 0;
  stamp = 0;
  /** Events popped at the very time of the one before. */
  ties = 0;
  private waiting: { time: number; payload: number; stamp: number }[] = [];

  get size(): number {
    return this.waiting.length;
  }

  clear(origin: number): void {
    this.time = origin;
    this.payload = 0;
    this.stamp = 0;
    this.waiting = [];
  }

  /** Put an event behind every event of its time or an earlier one. */
  push(time: number, payload: number, stamp: number): void {
    let at = this.waiting.length;
    while (at > 0 && this.waiting[at - 1].time > time) at--;
    this.waiting.splice(at, 0, { time, payload, stamp });
  }

  pop(): boolean {
    const first = this.waiting.shift();
    if (!first) return false;
    if (first.time === this.time) this.ties++;
    ({ time: this.time, payload: this.payload, stamp: this.stamp } = first);
    return true;
  }

  copyFrom(other: SortedList): void {
    this.time = other.time;
    this.payload = other.payload;
    this.stamp = other.stamp;
    this.waiting = other.waiting.slice();
  }
}
