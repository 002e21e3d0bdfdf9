/** What each contract pays of a service's spend. */
import type { Program } from '../simulation/compile.ts';
import {
  ROLE_COLUMNS,
  ROLE_FILLED_DAYS,
  ROLE_RECRUITED,
  type Replication,
} from '../simulation/replication.ts';

/**
 * Split what service `s` spent within the horizon, pounds, over `paid`, one place for each contract:
 * posts and the filling of them go to the contract that pays the role, placements to that of the
 * places, overheads and the lead's share to the contract that they are cut from; the rest to the
 * service's own.
 */
export function spendByContract(
  { layout, after, before }: Program,
  from: Replication,
  s: number,
  spend: number,
  paid: Float64Array,
): void {
  const own = (after.serviceOn[s] === 1 ? after : before).serviceContract[s];
  paid.fill(0);
  let rest = spend;
  const give = (c: number, pounds: number) => {
    if (c < 0 || c === own) return;
    paid[c] += pounds;
    rest -= pounds;
  };
  for (let r = layout.roles.first[s]; r < layout.roles.first[s + 1]; r++) {
    const at = r * ROLE_COLUMNS;
    const posts = from.byRole[at + ROLE_FILLED_DAYS] * after.postCost[r];
    give(
      after.roleContract[r],
      posts + from.byRole[at + ROLE_RECRUITED] * after.recruitmentCost[r],
    );
  }
  for (let i = layout.places.first[s]; i < layout.places.first[s + 1]; i++) {
    give(after.placesContract[i], from.bought[i]);
  }
  for (let i = after.besideFirst[s]; i < after.besideFirst[s + 1]; i++) {
    const c = after.besideContract[i];
    give(c, after.besideCost[i] * from.runningDays[c]);
  }
  paid[own] += rest;
}
