import type { Finding } from '../diagnostics/finding.ts';
import type { Change } from './portfolio.ts';

/** Why a scenario cannot stand beside the others, and what would mend that. */
export interface Refusal {
  why: string;
  mend: string;
}

/** Keys of a model that decide which time is simulated: two times cannot be compared. */
const ofTime = new Map([
  ['start', 'begins on another day'],
  ['horizon', 'looks another time ahead'],
]);

/**
 * Return why a scenario cannot be compared with how it is now, or null where it can.
 *
 * `warnings` are what was found in the model with its changes and not without them.
 */
export function refusalOf(
  changes: readonly Change[],
  warnings: readonly Finding[],
): Refusal | null {
  for (const change of changes) {
    const path = 'set' in change ? change.set : 'add' in change ? change.add : change.remove;
    const how = ofTime.get(path.split('.')[0]);
    if (how === undefined) continue;
    return {
      why: `It ${how}, so that more or less of everything happens in it: its totals say nothing beside the others.`,
      mend: `Take out the change of “${path}”, or change it in the model, for all scenarios alike.`,
    };
  }
  const short = warnings.find(({ code }) => code === 'horizon-short');
  if (!short) return null;
  return {
    why: `${short.what} ${short.why}`,
    mend: short.mend,
  };
}
