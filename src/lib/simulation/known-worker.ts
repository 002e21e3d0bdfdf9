/** The worker whom a person knew, and asking for somebody else. */
import * as chance from './chance.ts';
import { FILLED } from './posts.ts';
import type { World } from './world.ts';

/** Remember who held a person, where a service takes people back to whom they know. */
export function rememberWorker(w: World, r: number): void {
  const e = w.rEpisode[r];
  const s = w.eService[e];
  if (w.terms.knownWorkerFirst[s] === 0) return;
  const p = w.ePerson[e];
  w.pKnownPost[p + s] = w.rPost[r];
  w.pKnownOccupant[p + s] = w.rOccupant[r];
  w.pKnownDays[(p >> 2) + s] = w.now - w.rFrom[r >> 2] + w.rHeadStart[r >> 2];
}

/**
 * The post of the worker whom somebody who comes back knew, if that worker is
 * still there, takes people and has room for `load`; else -1.
 */
export function knownWorker(w: World, e: number, role: number, load: number): number {
  const s = w.eService[e];
  if (w.terms.knownWorkerFirst[s] === 0 || w.eVisit[e] === 0 || w.eBegun[e] === 1) return -1;
  const { posts } = w;
  const p = w.ePerson[e];
  const post = w.pKnownPost[p + s];
  const days = w.pKnownDays[(p >> 2) + s];
  if (days <= 0 || posts.role[post] !== role || posts.state[post] !== FILLED) return -1;
  if (posts.occupant[post] !== w.pKnownOccupant[p + s]) return -1;
  if (posts.notice[post] === 1 || posts.throughOnly[post] === 1) return -1;
  if (posts.room[post] - posts.load[post] < load - 1e-6) return -1;
  // They pick up where they were.
  w.eHeadStart[e >> 2] = days;
  w.eKept[e >> 2] = 1;
  return post;
}

/** Whether a person goes back to the very worker who held them last in this service. */
export function isKnownAlready(w: World, e: number, post: number): boolean {
  const s = w.eService[e];
  if (w.terms.knownWorkerFirst[s] === 0) return false;
  const p = w.ePerson[e];
  return (
    w.pKnownDays[(p >> 2) + s] > 0 &&
    w.pKnownPost[p + s] === post &&
    w.pKnownOccupant[p + s] === w.posts.occupant[post]
  );
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
