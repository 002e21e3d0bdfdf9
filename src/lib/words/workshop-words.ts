/** What the host's pages and the screen say of a workshop. */
import type { Refusal } from '../workshop/may-act.ts';
import type { HeldFor, PointKind } from '../workshop/point.ts';
import type { NoRating, Rating, RoundKind } from '../workshop/plan.ts';
import type { Ranked, Shown } from '../workshop/results.ts';
import type { RoundState } from '../workshop/room.ts';
import type { Share, Withheld } from '../workshop/small-numbers.ts';
import type { Phase } from '../workshop/views.ts';
import { inEnglish } from './join-words.ts';

export const ROUND_WORDS: Record<RoundKind, { name: string; does: string }> = {
  matters: {
    name: 'What matters',
    does: 'Everybody chooses three things that matter most to them.',
  },
  now: {
    name: 'How it is now',
    does: 'Everybody says how far each promise of MAT Standards 6, 8 and 9 is kept.',
  },
  design: {
    name: 'Design',
    does: 'Each person, or each table, changes the services within a budget, and sees a first answer.',
  },
  see: {
    name: 'See',
    does: 'The designs stand side by side with what the model says of each. Everybody says whether they believe it.',
  },
  decide: {
    name: 'What we think',
    does: 'Everybody agrees, disagrees or passes on a few statements, with words if they want.',
  },
};

export const STATE_WORDS: Record<RoundState, string> = {
  'to come': 'To come',
  open: 'Open',
  closed: 'Closed',
  revealed: 'Shown',
};

export const PHASE_WORDS: Record<Phase | 'removed', string> = {
  waiting: 'Not begun',
  open: 'A round is open',
  closed: 'A round is closed',
  revealed: 'A round is shown',
  ended: 'Ended',
  removed: 'Ended; answers removed',
};

export const REFUSAL_WORDS: Record<Refusal | 'incomplete', string> = {
  ended: 'The workshop has ended, so nothing was done.',
  'another is open': 'Another round is open. Close it first.',
  'no such round': 'There is no such round.',
  incomplete: 'Say whether you did it or not, and why. Nothing was kept.',
  'no such point': 'That is not there any more: whoever said it took it back.',
  'not now': 'That was done already, perhaps by somebody else. This is how it stands now.',
};

export const WITHHELD_WORDS: Record<Withheld, string> = {
  'too few': 'Fewer than five answered, so it is not split up.',
  'all alike':
    'Everybody answered alike, so showing it tells what each one said. Ask the room before you show it.',
};

export const POINT_WORDS: Record<PointKind, string> = {
  lever: 'A lever that is missing',
  'cannot hold': 'What the model cannot hold',
  'not believed': 'A figure that is not believed',
};

export const HELD_WORDS: Record<HeldFor, string> = {
  names: 'It names somebody',
  threats: 'It threatens somebody',
  hate: 'It is hateful',
};

/** How many words were held back; empty for none. */
export function heldInWords(points: readonly { heldFor: HeldFor | null }[]): string {
  const count = points.filter(({ heldFor }) => heldFor !== null).length;
  if (count === 0) return '';
  const words = count === 1 ? 'The words of 1 point' : `The words of ${count} points`;
  return `${words} are held back, because they name, threaten or hate somebody.`;
}

/** "9 of 24", or "about half". */
export function shareInWords(share: Share): string {
  return share.kind === 'count' ? `${share.count} of ${share.of}` : share.words;
}

/** "3 people have answered, of 12 who are here". */
export function countInWords(answered: number, here: number): string {
  const have = answered === 1 ? '1 person has answered' : `${answered} people have answered`;
  return `${have}, of ${here} who ${here === 1 ? 'is' : 'are'} here`;
}

/** The rows of a result: what could be said, and how many said it. */
export function rowsOf(shown: Shown): { id: string; text: string; share: Share }[] {
  switch (shown.kind) {
    case 'rank':
      return shown.order;
    case 'rate':
      return shown.parts.map(({ ratings, share }) => ({
        ...{ id: ratings.join(), text: ratings.map(ratingInWords).join(' or '), share },
      }));
    case 'agree':
      return shown.parts.map(({ says, share }) => ({
        ...{ id: says, text: inEnglish.says[says], share },
      }));
    case 'designs':
      return [];
  }
}

/** “Always”, and “mostly” after it: the first alone has a capital. */
function ratingInWords(rating: Rating | NoRating, at: number): string {
  const words = inEnglish.ratings[rating];
  return at === 0 || words.startsWith('I ') ? words : words[0].toLowerCase() + words.slice(1);
}

/** What a result says first, in a sentence. */
export function findingOf(shown: Shown): string {
  switch (shown.kind) {
    case 'rank':
      return firstInWords(shown.order);
    case 'rate':
      return `Always or mostly: ${shareInWords(shown.kept)} of those who could say.`;
    case 'agree':
      return `Agree: ${shareInWords(shown.parts[0].share)}.`;
    case 'designs':
      return shown.designs.length === 1
        ? 'One design.'
        : `${shown.designs.length} designs. They have no rank, and none of them wins.`;
  }
}

function firstInWords(order: readonly Ranked[]): string {
  const first = order.filter(({ place }) => place === 1).map(({ text }) => text);
  return `First${first.length > 1 ? ', equal' : ''}: ${first.join('; ')}.`;
}
