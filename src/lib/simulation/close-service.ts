/** What the end of money does to the people of a service: those who wait, and those whom nobody holds. */
import { endEpisode, removeEpisode } from './episode-end.ts';
import { scheduleEpisode } from './episodes.ts';
import { inOrderOfComing } from './order-of-coming.ts';
import { settle, turnToSomebody } from './people.ts';
import { countReferral } from './records.ts';
import { leadRole } from './relationships.ts';
import { CLOSED_OUT, FUNDING_ENDED } from './replication.ts';
import type { World } from './world.ts';

/** A person outside the contract's own services lost a worker whom it paid for. */
export function lostToFunding(w: World, e: number, role: number): void {
  const t = w.eStage[e];
  if (leadRole(w, t) !== role) {
    scheduleEpisode(w, e);
    return;
  }
  const p = w.ePerson[e];
  endEpisode(w, e, FUNDING_ENDED);
  settle(w, p, false);
}

/**
 * Nobody waits any longer for a service whose money ended, and nobody is in it
 * without a worker, unless they are being seen through.
 */
export function clearService(w: World, s: number, seenThrough: boolean): void {
  for (const e of inOrderOfComing(w, s)) {
    const p = w.ePerson[e];
    if (w.eListed[e] === 1) {
      countReferral(w, e, CLOSED_OUT, 1);
      removeEpisode(w, e);
      if (w.pEpisodeCount[p] === 0) {
        w.pSpell[p]++;
        turnToSomebody(w, p);
      }
    } else if (!seenThrough && !hasWorker(w, e)) {
      endEpisode(w, e, FUNDING_ENDED);
      settle(w, p, false);
    }
  }
}

function hasWorker(w: World, e: number): boolean {
  for (let i = 0; i < w.eHolds[e]; i++) if (w.eRelationship[e + i] >= 0) return true;
  return false;
}
