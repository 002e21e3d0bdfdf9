/** Whom an award that has ended still supports, and for whom nobody will come any more. */
import { FUNDING_RUNS, SEEING_THROUGH } from './commitment.ts';
import { FILLED } from './posts.ts';
import type { World } from './world.ts';

/** Whether an award sees a person through: they were in their service when it ended. */
export function isSeenThrough(w: World, e: number, c: number): boolean {
  return w.cPhase[c] === SEEING_THROUGH && w.eBegun[e] === 1 && w.eBegan[e >> 2] <= w.cEnds[c];
}

/**
 * Whether the money of a contract will never again do anything for somebody: no new award follows,
 * or only after the end of seeing people through, when whoever is not `held` is let go.
 */
export function isOver(w: World, c: number, held: boolean): boolean {
  if (c < 0 || w.cPhase[c] === FUNDING_RUNS) return false;
  return w.cRestart[c] === Infinity || (!held && w.cRestart[c] >= w.cThroughUntil[c]);
}

/** Whether a person in a service will never again find anybody in a role, its money being gone. */
export function isRoleOver(w: World, e: number, role: number, held: boolean): boolean {
  const c = w.terms.roleContract[role];
  return isOver(w, c, held) && !(isSeenThrough(w, e, c) && staysOn(w, role));
}

/** Whether anybody works in a role and will go on to. */
function staysOn(w: World, role: number): boolean {
  const { posts } = w;
  for (let i = posts.first[role]; i < posts.last[role]; i++) {
    if (posts.state[i] === FILLED && posts.notice[i] === 0) return true;
  }
  return false;
}

/** Whether any worker holds a person. */
export function isHeld(w: World, e: number): boolean {
  for (let i = 0; i < w.eHolds[e]; i++) if (w.eRelationship[e + i] >= 0) return true;
  return false;
}
