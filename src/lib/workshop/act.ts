import type { Answer } from './answer.ts';
import type { HeldFor, Point, Reply } from './point.ts';
import type { Shown } from './results.ts';
import type { RoundKind, WorkshopPlan } from './plan.ts';

/** What somebody did, without when and who. Another kind of act is added here and in `room.ts`. */
export type Deed =
  | { act: 'planned'; plan: WorkshopPlan }
  | { act: 'opened'; round: RoundKind }
  | { act: 'closed'; round: RoundKind }
  | { act: 'revealed'; round: RoundKind }
  /** To a round that was closed or shown: it is open again. */
  | { act: 'went back'; round: RoundKind }
  | { act: 'extended'; round: RoundKind; minutes: number }
  /** What everybody answered alike may be shown all the same. */
  | { act: 'let show'; round: RoundKind; question: string }
  /** The number of a table that was chosen wrongly: whoever has it chooses again. */
  | { act: 'freed'; round: RoundKind; table: number }
  | { act: 'joined'; device: string; isPaper: boolean }
  /** `words` is a name for what was written with it, which leads to nobody; absent for none. */
  | { act: 'answered'; device: string; question: string; answer: Answer; words?: string }
  /** Said something of their own accord; `point` is a name for it that leads to nobody. */
  | { act: 'proposed'; device: string; point: string; said: Point }
  | { act: 'replied'; point: string; reply: Reply }
  /** A point, or words that were written with an answer. */
  | { act: 'held back'; point: string; because: HeldFor }
  /** What was held back is not any more. */
  | { act: 'let stand'; point: string }
  /** Why the fewer answered as they did, in wording that was agreed with them. */
  | { act: 'gave reasons'; question: string; words: string }
  /**
   * Took back everything. `stands`: what had been shown by then of each question that they had
   * answered, in words, by its id. It goes on to be shown: a word that changes would tell what they had
   * said. Absent in the log of an earlier version.
   */
  | { act: 'withdrew'; device: string; stands?: Record<string, Shown> }
  /** What stays in the log of an act that was taken back. */
  | { act: 'taken back' }
  /** Devices that said nothing by now are not counted, as nobody may hold them, until they do. */
  | { act: 'set aside' }
  /** The last change of the screen is to be seen on it once more. */
  | { act: 'shown again' }
  | { act: 'ended' };

/** An act of the log. */
export type Act = Deed & {
  /** From 1, without gaps: the order in which acts were stored, whatever a clock says. */
  seq: number;
  /** ISO 8601, by the clock of the server. */
  at: string;
};

/** Acts of a facilitator, who has no device. */
export type HostDeed = Exclude<Deed, { device: string } | { act: 'planned' | 'taken back' }>;
