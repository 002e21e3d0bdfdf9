/** Lists of people waiting: by priority, then first come, first served. */
import { touchService } from './records.ts';
import { ENTRY_WAIT, type World } from './world.ts';

/**
 * Put an episode on a list; return the place in it. `ahead` stands before
 * others of the same priority, for people who lost a worker.
 */
export function joinList(
  w: World,
  list: number,
  e: number,
  what: number,
  priority: number,
  ahead: boolean,
): number {
  const n = w.newNode();
  w.nEpisode[n] = e;
  w.nFor[n] = what;
  w.nList[n] = list;
  w.nPriority[n] = priority;
  let after = w.listTail[list];
  while (
    after >= 0 &&
    (w.nPriority[after] < priority || (ahead && w.nPriority[after] === priority))
  )
    after = w.nPrevious[after];
  const before = after < 0 ? w.listHead[list] : w.nNext[after];
  w.nPrevious[n] = after;
  w.nNext[n] = before;
  if (after < 0) w.listHead[list] = n;
  else w.nNext[after] = n;
  if (before < 0) w.listTail[list] = n;
  else w.nPrevious[before] = n;
  return n;
}

/** Take a place out of its list. */
export function leaveList(w: World, n: number): void {
  const list = w.nList[n];
  const before = w.nPrevious[n];
  const after = w.nNext[n];
  if (before < 0) w.listHead[list] = after;
  else w.nNext[before] = after;
  if (after < 0) w.listTail[list] = before;
  else w.nPrevious[after] = before;
  w.nList[n] = -1;
  w.nFree.push(n);
}

/** Count an episode among those waiting to enter its service. */
export function beginEntryWait(w: World, e: number): void {
  const s = w.eService[e];
  touchService(w, s);
  w.eState[e] = ENTRY_WAIT;
  w.listCount[s]++;
  w.eListed[e] = 1;
}

/** Count it out again, when it starts, stops waiting or is closed out. */
export function endEntryWait(w: World, e: number): void {
  if (w.eListed[e] === 0) return;
  const s = w.eService[e];
  touchService(w, s);
  w.listCount[s]--;
  w.eListed[e] = 0;
}
