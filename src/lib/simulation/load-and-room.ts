/**
 * Load and room of a service, added up from its posts and beds. What is only added to and taken from
 * keeps a rest of rounding: where nobody is held, or no post is filled, each must be exactly nothing.
 */
import { FILLED } from './posts.ts';
import type { World } from './world.ts';

/** Whether a role has a caseload that can be full: who has no limit is neither load nor room. */
export function isCapped(w: World, role: number): boolean {
  return w.terms.caseload[role] !== Infinity;
}

/** People in beds, and the load that those with a worker are on their caseloads. */
export function loadOfService(w: World, s: number): number {
  const { posts, placesUsed } = w;
  const { roles, places } = w.program.layout;
  let load = 0;
  for (let i = places.first[s]; i < places.first[s + 1]; i++) load += placesUsed[i];
  for (let r = roles.first[s]; r < roles.first[s + 1]; r++) {
    if (!isCapped(w, r)) continue;
    for (let i = posts.first[r]; i < posts.last[r]; i++) load += posts.load[i] / 1000;
  }
  return load;
}

/** Beds, and room on the caseloads of filled posts. */
export function roomOfService(w: World, s: number): number {
  const { posts, terms } = w;
  const { roles, places } = w.program.layout;
  let room = 0;
  for (let r = roles.first[s]; r < roles.first[s + 1]; r++) {
    for (let i = posts.first[r]; i < posts.last[r]; i++) {
      if (posts.state[i] === FILLED && posts.room[i] !== Infinity) room += posts.room[i] / 1000;
    }
  }
  for (let i = places.first[s]; i < places.first[s + 1]; i++) {
    if (terms.budget[i] < 0) room += terms.beds[i];
  }
  return room;
}
