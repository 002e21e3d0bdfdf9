/** The model's start: people in stages, or waiting for them, find themselves in the scenario's pathways. */
import { endEpisode, removeEpisode } from './episode-end.ts';
import { advance, pause } from './episodes.ts';
import { leaveList } from './lists.ts';
import { inOrderOfComing } from './order-of-coming.ts';
import type { Parameters } from './parameters.ts';
import { settle } from './people.ts';
import { releasePlaces } from './places.ts';
import { countReferral } from './records.ts';
import { dropHolds, holdOf, leadRole } from './relationships.ts';
import { CLOSED_OUT, FUNDING_ENDED } from './replication.ts';
import { IN_STAGE, PATHWAY_WAIT, type World } from './world.ts';

/** An episode whose stage may lack something; its generation tells whether it is still the same. */
interface Moved {
  e: number;
  generation: number;
}

/**
 * Move everybody whose stage the scenario has changed: nobody stays in, or waits for, a stage that
 * is no more, and nobody waits for a role or place that their stage no longer names. Returns those
 * who may lack a worker or a place now; `goOnInPathways` gives it to them once posts have changed.
 */
export function changePathways(w: World): Moved[] {
  const has = stagesOf(w.program.after, w.layoutSizes.services);
  const moved: Moved[] = [];
  for (const e of inOrderOfComing(w)) {
    const t = w.eStage[e];
    // They wait for a session, or had a contact that led to no stage.
    if (t < 0) continue;
    const next = w.eBegun[e] === 1 ? stageLeft(w, t, has) : w.terms.firstStage[w.eService[e]];
    if (next < 0) leave(w, e);
    else if (next !== t || isLacking(w, e)) {
      move(w, e, next);
      moved.push({ e, generation: w.eGeneration[e] });
    }
  }
  return moved;
}

/** Give those who were moved what their stage needs, or a place in the list for it. */
export function goOnInPathways(w: World, moved: readonly Moved[]): void {
  for (const { e, generation } of moved) {
    if (w.eGeneration[e] === generation && w.eState[e] !== IN_STAGE) advance(w, e);
  }
}

/** 1 for every stage that a portfolio has. */
function stagesOf(terms: Parameters, services: number): Uint8Array {
  const has = new Uint8Array(terms.stageNext.length);
  for (let s = 0; s < services; s++) {
    for (let t = terms.firstStage[s]; t >= 0; t = terms.stageNext[t]) has[t] = 1;
  }
  return has;
}

/**
 * Stage in which somebody in stage `t` of the baseline goes on: the same or the next one that is
 * left, else the first that is new; -1: none.
 */
function stageLeft(w: World, t: number, has: Uint8Array): number {
  const { before, after, layout } = w.program;
  for (let left = t; left >= 0; left = before.stageNext[left]) if (has[left] === 1) return left;
  const s = layout.stages.service[t];
  const had = stagesOf(before, w.layoutSizes.services);
  let next = after.firstStage[s];
  while (next >= 0 && had[next] === 1) next = after.stageNext[next];
  return next;
}

/** Whether somebody who is in a stage has no place with the role that leads it now, or waits for another. */
function isLacking(w: World, e: number): boolean {
  if (w.eState[e] !== IN_STAGE) return true;
  const lead = leadRole(w, w.eStage[e]);
  return lead >= 0 && holdOf(w, e, lead) < 0;
}

function move(w: World, e: number, next: number): void {
  if (next === w.eStage[e]) {
    if (w.eState[e] === IN_STAGE) {
      pause(w, e);
      // As when a worker leaves whose people are shared out: they wait until there is somebody.
      w.eWaitUntil[e >> 2] = Infinity;
    }
  } else {
    w.eStage[e] = next;
    w.eEndsEarly[e] = 0;
    if (w.eBegun[e] === 1) w.eState[e] = PATHWAY_WAIT;
  }
  dropHolds(w, e, next);
  const places = w.terms.stagePlaces[next];
  if (w.ePlaces[e] >= 0 && places !== w.ePlaces[e]) releasePlaces(w, e, 0);
  const node = w.ePlacesNode[e];
  if (node < 0 || w.nList[node] === w.placesList + places) return;
  leaveList(w, node);
  w.ePlacesNode[e] = -1;
}

/** The scenario has no stage for somebody: their support ends, or their wait is over. */
function leave(w: World, e: number): void {
  const p = w.ePerson[e];
  if (w.eBegun[e] === 1) {
    endEpisode(w, e, FUNDING_ENDED);
  } else {
    countReferral(w, e, CLOSED_OUT, 1);
    removeEpisode(w, e);
  }
  settle(w, p, false);
}
