/** Who is there already when the warm-up begins: today's caseloads and lists. */
import * as chance from './chance.ts';
import { hazardBefore, thresholdOf } from './leaving.ts';
import { makePerson } from './people.ts';
import { placeInStage, placeOnList } from './referrals.ts';
import type { World } from './world.ts';

/** Of so many candidates one is surely still in the stage; else the next is taken as they are. */
const MOST_CANDIDATES = 1000;

/**
 * Put today's caseloads in their stages, with so much time together behind them as the file says.
 *
 * Where people differ for good, those who are in a later stage today are those
 * whom the stages before did not lose, as they would be had they come by them.
 */
export function placeToday(w: World): void {
  const { groups, stages } = w.program.layout;
  for (const { stage, group, people, together } of w.terms.today) {
    const kind = groups.keys[group] ^ stages.keys[stage] ^ chance.TODAY_STREAM;
    const behind = w.terms.differences === null ? 0 : hazardBefore(w, stage, group);
    let next = 0;
    for (let i = 0; i < people; i++) {
      for (let tried = 1; ; tried++) {
        w.draws.streamKey(kind, next++);
        const { x0, x1 } = w.draws;
        const stays = behind === 0 || thresholdOf(w, x0, x1, stages.service[stage], 0) > behind;
        if (!stays && tried < MOST_CANDIDATES) continue;
        const p = makePerson(w, group, x0, x1);
        const days = together < 0 ? 0 : togetherToday(w, p, together, stages.keys[stage]);
        placeInStage(w, p, stage, stays ? behind : 0, days);
        break;
      }
    }
  }
}

function togetherToday(w: World, p: number, length: number, key: number): number {
  const u = chance.personDraw(w, p, chance.TOGETHER_TODAY, key, 0);
  return w.terms.lengths.sample(length, u);
}

/**
 * Put today's lists in line, behind those of the caseloads who found no room: by priority, then
 * those who have waited longest first. Whom there is room for starts on this day.
 */
export function placeWaiting(w: World): void {
  const { groups, services } = w.program.layout;
  const waiting: { p: number; service: number; priority: number; waited: number }[] = [];
  for (const { service, group, people, waited: length } of w.terms.waitingToday) {
    const key = services.keys[service];
    const kind = groups.keys[group] ^ key ^ chance.LIST_STREAM;
    const priority = priorityAt(w, group, service);
    for (let i = 0; i < people; i++) {
      w.draws.streamKey(kind, i);
      const p = makePerson(w, group, w.draws.x0, w.draws.x1);
      let waited = 0;
      if (length >= 0) {
        const u = chance.personDraw(w, p, chance.WAITED_TODAY, key, 0);
        waited = w.terms.lengths.sample(length, u);
      }
      waiting.push({ p, service, priority, waited });
    }
  }
  waiting.sort(
    (a, b) =>
      a.service - b.service ||
      b.priority - a.priority ||
      b.waited - a.waited ||
      w.pKey0[a.p] - w.pKey0[b.p] ||
      w.pKey1[a.p] - w.pKey1[b.p],
  );
  for (const { p, service, priority, waited } of waiting) {
    placeOnList(w, p, service, priority, waited);
  }
}

/** The place in line that a group has at a service: that of everybody where it does not turn to it. */
function priorityAt(w: World, g: number, s: number): number {
  const { turnToFirst, turnTo, turnToPriority } = w.terms;
  for (let i = turnToFirst[g]; i < turnToFirst[g + 1]; i++) {
    if (turnTo[i] === s) return turnToPriority[i];
  }
  return 0;
}
