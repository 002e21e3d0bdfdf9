import { FUNDING_RUNS } from './commitment.ts';
import { roomOfService } from './load-and-room.ts';
import { FILLED, HELD, SET_UP } from './posts.ts';
import { touchService } from './records.ts';
import { fundedShare } from './workers.ts';
import type { World } from './world.ts';

/** Work out a service's room, posts and running cost afresh. */
export function refreshService(w: World, s: number): void {
  const { posts, terms } = w;
  const { roles } = w.program.layout;
  touchService(w, s);
  let filled = 0;
  let funded = 0;
  let setUp = 0;
  let held = 0;
  let cost =
    terms.serviceOn[s] === 1 && w.cPhase[terms.serviceContract[s]] === FUNDING_RUNS
      ? terms.fixedCost[s]
      : 0;
  for (let i = terms.besideFirst[s]; i < terms.besideFirst[s + 1]; i++) {
    if (w.cPhase[terms.besideContract[i]] === FUNDING_RUNS) cost += terms.besideCost[i];
  }
  for (let r = roles.first[s]; r < roles.first[s + 1]; r++) {
    const c = terms.roleContract[r];
    for (let i = posts.first[r]; i < posts.last[r]; i++) {
      const runs = c >= 0 && w.cPhase[c] === FUNDING_RUNS;
      if (runs) funded += fundedShare(w, i);
      if (runs && posts.lost[i] === SET_UP) setUp += fundedShare(w, i);
      if (runs && posts.lost[i] === HELD) held += fundedShare(w, i);
      if (posts.state[i] !== FILLED) continue;
      // Staff who moved over, or see people through, are paid although the award has ended.
      if (!runs) funded += posts.share[i];
      filled += posts.share[i];
      cost += terms.postCost[r] * posts.share[i];
    }
  }
  w.roomNow[s] = roomOfService(w, s);
  w.filledNow[s] = filled;
  w.fundedNow[s] = funded;
  w.setUpNow[s] = setUp;
  w.heldNow[s] = held;
  w.shutNow[s] = takesNobodyNew(w, s) ? 1 : 0;
  w.costNow[s] = cost;
}

function takesNobodyNew(w: World, s: number): boolean {
  const c = w.terms.serviceContract[s];
  if (w.terms.serviceOn[s] === 0 || c < 0) return false;
  return w.cPhase[c] !== FUNDING_RUNS || w.cIntake[c] === 0;
}
