/** The worker whom a person knew, and asking for somebody else. */
import * as chance from './chance.ts';
import { FILLED } from './posts.ts';
import type { World } from './world.ts';

/**
 * Remember who held a person in a role; and for how long, where the baseline or the scenario takes
 * people back to whom they know.
 */
export function rememberWorker(w: World, r: number): void {
  const e = w.rEpisode[r];
  const p = w.ePerson[e];
  const post = w.rPost[r];
  const role = w.posts.role[post];
  w.pKnownPost[p + role] = post;
  w.pKnownOccupant[p + role] = w.rOccupant[r];
  const k = w.program.layout.remembered.ofRole[role];
  if (k < 0) return;
  w.pKnownVisit[p + k] = w.eVisit[e];
  w.pKnownDays[(p >> 2) + k] = w.now - w.rFrom[r >> 2] + w.rHeadStart[r >> 2];
}

/**
 * The post of the worker whom somebody who comes back knew in a role, if that
 * worker is still there, takes people and has room for `load`; else -1.
 */
export function knownWorker(w: World, e: number, role: number, load: number): number {
  if (w.terms.knownWorkerFirst[w.eService[e]] === 0 || w.eVisit[e] === 0) return -1;
  const { posts } = w;
  const p = w.ePerson[e];
  const k = w.program.layout.remembered.ofRole[role];
  const days = w.pKnownDays[(p >> 2) + k];
  // Whom they had in this visit they have lost in it, or left.
  if (days <= 0 || w.pKnownVisit[p + k] === w.eVisit[e]) return -1;
  const post = w.pKnownPost[p + role];
  if (posts.state[post] !== FILLED || posts.occupant[post] !== w.pKnownOccupant[p + role])
    return -1;
  if (posts.notice[post] === 1) return -1;
  if (posts.room[post] - posts.load[post] < load - 1e-6) return -1;
  // They pick up where they were.
  w.eHeadStart[e >> 2] = days;
  return post;
}

/** Whether a person goes back to the very worker who held them last in this role. */
export function isKnownAlready(w: World, e: number, post: number): boolean {
  const at = w.ePerson[e] + w.posts.role[post];
  return w.pKnownPost[at] === post && w.pKnownOccupant[at] === w.posts.occupant[post];
}

/** Day on which a person will ask for somebody else, drawn as the relationship begins. */
export function asksOn(w: World, e: number, role: number): number {
  const rate = w.terms.asksForAnother[role];
  if (rate <= 0) return Infinity;
  const key = w.program.layout.roles.keys[role];
  const occurrence = w.eVisit[e] * 256 + w.eRelations[e]++;
  const p = w.ePerson[e];
  return w.now + chance.personExponential(w, p, chance.ASKS_FOR_ANOTHER, key, occurrence) / rate;
}
