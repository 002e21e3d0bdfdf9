import type { ArmResult } from '../experiment/merge.ts';
import { estimate } from './estimate.ts';

/** Left waiting of 100 referred: from here on it is said. */
const FEW = 5;

/** What can have come of a referral by the end of a run. */
const COME_OF: readonly string[] = [
  'started',
  'stopped-waiting',
  'turned-away',
  'closed-out',
  'not-reached',
  'gone-while-waiting',
];

/**
 * Return a note when a service leaves more than 5 in 100 of those referred to it waiting to the end
 * of the runs; else none. A mean wait is of those who started, and these would have waited longest.
 */
export function waitingNotes(arm: ArmResult): string[] {
  const referred = new Map<string, number>();
  const cameOf = new Map<string, number>();
  for (const measure of arm.plan.measures) {
    const { by, id } = measure;
    if (by?.kind !== 'service' || by.within) continue;
    const into = id === 'referred' ? referred : COME_OF.includes(id) ? cameOf : null;
    into?.set(by.id, (into.get(by.id) ?? 0) + (estimate(arm, measure).mean ?? 0));
  }
  let most = 0;
  for (const [service, all] of referred) {
    if (all > 0) most = Math.max(most, (100 * (all - (cameOf.get(service) ?? 0))) / all);
  }
  if (most <= FEW) return [];
  return [
    `In the service that leaves most people waiting, ${Math.round(most)} in 100 of those referred ` +
      `were still waiting when the runs ended. The mean wait is of those who started: with the ` +
      `others it would be longer.`,
  ];
}
