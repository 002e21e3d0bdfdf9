import { lastReach } from '$lib/server/workshops/hall-reach.ts';

/** Addresses that lead back to the machine they are typed on. */
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Return where phones join. `bide hall` says its own address on the hall's network; otherwise it is
 * the one that the facilitator's page was reached by, which phones may not reach.
 */
export function joinAddress(code: string, url: URL) {
  const base = process.env.BIDE_HALL_ADDRESS ?? url.origin;
  const { hostname } = new URL(base);
  return {
    code,
    join: `${base}/join`,
    link: `${base}/join/${code}`,
    isOnlyHere: LOOPBACK.includes(hostname),
    /** When a phone last opened a page to join; null where none has since the server was started. */
    reachedAt: lastReach(),
  };
}
