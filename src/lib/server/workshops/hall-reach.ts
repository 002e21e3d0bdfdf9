/** Whether anybody has reached this server over a network: the check that phones can. */

/** This machine's own addresses for itself, as Node writes them. */
const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

let reachedAt: string | null = null;

/** Remember that a page to join was opened from an address. Only when is kept, not from where. */
export function noteReach(address: string, at: string): void {
  if (!LOOPBACK.includes(address)) reachedAt = at;
}

/** When a phone last reached this server, ISO 8601; null where none has since it was started. */
export function lastReach(): string | null {
  return reachedAt;
}
