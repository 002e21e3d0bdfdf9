/** Whether anybody has reached this server over a network: the check that phones can. */
import { networkInterfaces } from 'node:os';

let reachedAt: string | null = null;

/** Remember that a page to join was opened from an address. Only when is kept, not from where. */
export function noteReach(address: string, at: string): void {
  if (!isThisMachine(address)) reachedAt = at;
}

/** Whether an address is one of this machine's own: a laptop that asks itself is no phone. */
function isThisMachine(address: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return own.some((one) => one.address === address.replace(/^::ffff:/, ''));
}

/** When a phone last reached this server, ISO 8601; null where none has since it was started. */
export function lastReach(): string | null {
  return reachedAt;
}
