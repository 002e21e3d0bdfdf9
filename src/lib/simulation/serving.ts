/** Free places go to the next people who can take them, once an event is over. */
import { tidyRole } from './close-service.ts';
import { FUNDING_RUNS } from './commitment.ts';
import { advance, scheduleEpisode } from './episodes.ts';
import { leaveList } from './lists.ts';
import { takePlaces } from './places.ts';
import { beginRelationship, leadRole, loadOf, takesPeople, workerFor } from './relationships.ts';
import { IN_STAGE, type World } from './world.ts';

/** Serve every list whose places changed, until none is left to serve. */
export function serveMarked(w: World): void {
  while (w.markedCount > 0) {
    const list = w.marked[--w.markedCount];
    w.isMarked[list] = 0;
    if (list < w.placesList) {
      serveRole(w, list);
      const c = w.terms.roleContract[list];
      if (c >= 0 && w.cPhase[c] !== FUNDING_RUNS) tidyRole(w, list);
    } else servePlaces(w, list - w.placesList);
  }
}

function serveRole(w: World, role: number): void {
  // A list can be long, and nobody on it asks for less.
  if (!w.mostRoom.hasRoom(role, w.leastLoad[role])) return;
  let refused = Infinity;
  let n = w.listHead[role];
  while (n >= 0) {
    const next = w.nNext[n];
    const e = w.nEpisode[n];
    const hold = w.nFor[n];
    const load = loadOf(w, e, role);
    if (load < refused && takesPeople(w, e, role)) {
      const post = workerFor(w, e, role, load);
      if (post < 0) {
        refused = load;
        if (!w.mostRoom.hasRoom(role, w.leastLoad[role])) return;
      } else {
        leaveList(w, n);
        w.eNode[e + hold] = -1;
        beginRelationship(w, e, hold, post);
        if (leadRole(w, w.eStage[e]) === role && w.eState[e] !== IN_STAGE) advance(w, e);
        else scheduleEpisode(w, e);
      }
    }
    n = next;
  }
}

function servePlaces(w: World, i: number): void {
  let n = w.listHead[w.placesList + i];
  while (n >= 0) {
    const next = w.nNext[n];
    const e = w.nEpisode[n];
    if (!takePlaces(w, e, i)) return;
    leaveList(w, n);
    w.ePlacesNode[e] = -1;
    advance(w, e);
    n = next;
  }
}
