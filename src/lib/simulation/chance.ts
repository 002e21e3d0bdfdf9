/**
 * Draws by who, what for, and which occurrence. A purpose and the hash of what
 * it concerns make the first counter, the occurrence the second.
 */
import type { World } from './world.ts';

export const HOME = 1;
export const NEED = 2;
export const EXIT = 3;
export const TURN_TO = 4;
export const UPTAKE = 5;
export const PATIENCE = 6;
export const LEAVE_THRESHOLD = 7;
export const STAGE_LENGTH = 8;
export const ENDS_EARLY = 9;
export const EARLY_AT = 10;
export const THEN = 11;
export const ACCEPTS = 12;
export const REFERRED_ON = 13;
export const ARRIVES = 14;
export const COMES_BACK = 15;
export const BACK_AFTER = 16;
export const VISIT_DAY = 17;
export const GAP = 18;
export const MARK = 19;
export const CONTACT = 20;
export const WARM_HANDOVER = 21;
export const TENURE = 22;
export const VACANCY = 23;
export const TRANSFER = 24;
export const SHOCK = 25;
export const OUTCOME = 26;
export const RETENDER_GAP = 27;
export const DECISION = 28;
export const LOST_DAY = 29;
export const PATIENCE_AGAIN = 30;
export const ASKS_FOR_ANOTHER = 31;
export const LASTING_DIFFERENCE = 32;
export const TOGETHER_TODAY = 33;
export const USUAL_POINT = 34;
export const WAITED_TODAY = 35;

/** Kinds of stream beside people's own. */
export const POST_STREAM = 0x5057;
export const CONTRACT_STREAM = 0x4354;
export const SERVICE_STREAM = 0x5356;
export const TODAY_STREAM = 0x746f64;
export const LIST_STREAM = 0x6c697374;
export const POOL_STREAM = 0x706f6f6c;

/** First counter of a draw: one word from a purpose and a hash. */
export function counter(purpose: number, key: number): number {
  return Math.imul(key ^ Math.imul(purpose, 0x9e3779b1), 0x85ebca6b) | 0;
}

/** Uniform draw of person `p`, in (0, 1). */
export function personDraw(
  w: World,
  p: number,
  purpose: number,
  key: number,
  occurrence: number,
): number {
  w.draws.key(w.pKey0[p], w.pKey1[p]);
  return w.draws.uniform(counter(purpose, key), occurrence);
}

/** Whether something of probability `share` happens to person `p`; drawn only where that is open. */
export function happens(
  w: World,
  p: number,
  purpose: number,
  key: number,
  occurrence: number,
  share: number,
): boolean {
  if (share >= 1) return true;
  return share > 0 && personDraw(w, p, purpose, key, occurrence) < share;
}

/** Unit exponential draw of person `p`. */
export function personExponential(
  w: World,
  p: number,
  purpose: number,
  key: number,
  occurrence: number,
): number {
  w.draws.key(w.pKey0[p], w.pKey1[p]);
  return w.draws.exponential(counter(purpose, key), occurrence);
}

/** Select the stream of a post, a contract or a service, named by the hash of its id. */
export function selectStream(w: World, kind: number, key: number, index: number): void {
  w.draws.streamKey(key ^ Math.imul(kind, 0x9e3779b1), index);
  w.draws.key(w.draws.x0, w.draws.x1);
}
