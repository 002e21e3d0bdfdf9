/** What changed last on the screen, so that a room that missed it can see it again. */
import type { Act } from './act.ts';
import type { RoundKind } from './plan.ts';
import { applyAct, beginRoom, type Room } from './room.ts';
import { screenView, type RoomResult, type ScreenView } from './views.ts';

/** What a facilitator did that the screen showed. */
export type ScreenDeed =
  'opened' | 'closed' | 'revealed' | 'went back' | 'let show' | 'extended' | 'ended';

export interface ScreenChange {
  did: ScreenDeed;
  /** The round it was done to; null for the end of the workshop. */
  round: RoundKind | null;
  before: ScreenView;
  now: ScreenView;
  /** Where a round was shown once before: what stood there then. */
  earlier: RoomResult[] | null;
}

/**
 * Return the last thing that a facilitator did to what is on the screen; null where nothing was.
 *
 * It is worked out from the log, in which nothing is left of what somebody took back: that is not
 * shown again either. People who join and answer change a count, and are passed over.
 */
export function lastChange(acts: readonly Act[]): ScreenChange | null {
  const first = acts.find((act) => act.act === 'planned');
  if (!first) return null;
  const room = beginRoom(first.plan);
  const shown = new Map<RoundKind, RoomResult[]>();
  let last: ScreenChange | null = null;
  for (const act of acts) {
    if (!isOfScreen(act)) {
      applyAct(room, act);
      continue;
    }
    const before = screenView(room);
    applyAct(room, act);
    const now = screenView(room);
    if (whatIsShown(before) === whatIsShown(now)) continue;
    const round = act.act === 'ended' ? null : act.round;
    const earlier = (act.act === 'revealed' && shown.get(act.round)) || null;
    last = { did: act.act, round, before, now, earlier };
    if (now.phase === 'revealed' && round) shown.set(round, now.results);
  }
  if (!last) return null;
  const { before, earlier } = last;
  return {
    ...last,
    before: { ...before, results: asShown(room, before.results) },
    now: asItStands(room, last.now),
    earlier: earlier && asShown(room, earlier),
  };
}

function isOfScreen(act: Act): act is Extract<Act, { act: ScreenDeed }> {
  switch (act.act) {
    case 'opened':
    case 'closed':
    case 'revealed':
    case 'went back':
    case 'let show':
    case 'extended':
    case 'ended':
      return true;
    default:
      return false;
  }
}

/** All of a screen but its counts, and what only asks to show it again. */
function whatIsShown({ phase, round, results, designs }: ScreenView): string {
  return JSON.stringify({ phase, round: round?.id, results, designs });
}

/** Counts go on after a change. */
function asItStands(room: Room, now: ScreenView): ScreenView {
  const { answered, here } = screenView(room);
  return { ...now, answered, here, results: asShown(room, now.results) };
}

/** What stands although somebody took their answer to it back, in place of what the log has now. */
function asShown({ stands }: Room, results: RoomResult[]): RoomResult[] {
  return results.map((one) =>
    one.shown ? { ...one, shown: stands.get(one.question) ?? one.shown } : one,
  );
}
