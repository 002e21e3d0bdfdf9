/** How much one device sends within a while: each act of it is kept until the day of removal. */
export interface Sent {
  /** ISO 8601: when the window began in which it is counted. */
  since: string;
  count: number;
}

const WINDOW_MS = 600_000;

/** What a phone sends at once that had no network all day, and as much again. */
export const MOST_SENT = 240;

/** Count what was sent at `at`; a window that is over, or of a clock that was wrong, begins again. */
export function countSent(sent: Sent, at: string): Sent {
  return isOver(sent, at) ? { since: at, count: 1 } : { ...sent, count: sent.count + 1 };
}

/** Whether a device has to wait before it sends more; what it sent already counts. */
export function isTooOften(sent: Sent, at: string): boolean {
  return sent.count >= MOST_SENT && !isOver(sent, at);
}

function isOver({ since }: Sent, at: string): boolean {
  return Math.abs(Date.parse(at) - Date.parse(since)) >= WINDOW_MS;
}
