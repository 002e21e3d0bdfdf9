/** The worker whom a person knew, and asking for somebody else. */
import * as chance from './chance.ts';
import { FILLED } from './posts.ts';
import type { World } from './world.ts';

/** Remember who held a person, where a service takes people back to whom they know. */
export function rememberWorker(w: World, r: number): void {
  const e = w.rEpisode[r];
  const s = w.eService[e];
  if (w.terms.knownWorkerFirst[s] === 0) return;
  const at = w.ePerson[e] + s;
  w.pKnownPost[at] = w.rPost[r];
  w.pKnownOccupant[at] = w.rOccupant[r];
  w.pKnownDays[at] = w.now - w.rFrom[r] + w.rHeadStart[r];
}

/**
 * The post of the worker whom somebody who comes back knew, if that worker is
 * still there, takes people and has room for `load`; else -1.
 */
export function knownWorker(w: World, e: number, role: number, load: number): number {
  const s = w.eService[e];
  if (w.terms.knownWorkerFirst[s] === 0 || w.eVisit[e] === 0 || w.eBegun[e] === 1) return -1;
  const { posts } = w;
  const at = w.ePerson[e] + s;
  const post = w.pKnownPost[at];
  if (w.pKnownDays[at] <= 0 || posts.role[post] !== role || posts.state[post] !== FILLED) return -1;
  if (posts.occupant[post] !== w.pKnownOccupant[at]) return -1;
  if (posts.notice[post] === 1 || posts.throughOnly[post] === 1) return -1;
  if (posts.room[post] - posts.load[post] < load - 1e-6) return -1;
  // They pick up where they were.
  w.eHeadStart[e] = w.pKnownDays[at];
  w.eKept[e] = 1;
  return post;
}

/** Whether a person goes back to the very worker who held them last in this service. */
export function isKnownAlready(w: World, e: number, post: number): boolean {
  const s = w.eService[e];
  if (w.terms.knownWorkerFirst[s] === 0) return false;
  const at = w.ePerson[e] + s;
  return (
    w.pKnownDays[at] > 0 &&
    w.pKnownPost[at] === post &&
    w.pKnownOccupant[at] === w.posts.occupant[post]
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
