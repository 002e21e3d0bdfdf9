/** What the host's pages and the screen say of a workshop. */
import type { Refusal } from '../workshop/may-act.ts';
import type { HeldFor, PointKind } from '../workshop/point.ts';
import type { DesignBy, RoundKind } from '../workshop/plan.ts';
import type { Shown } from '../workshop/results.ts';
import type { RoundState } from '../workshop/room.ts';
import type { Share, Withheld } from '../workshop/small-numbers.ts';
import type { NoDesigns, Phase, TablesNow } from '../workshop/views.ts';
import { inEnglish } from './join-words-english.ts';
import type { JoinWords } from './join-words.ts';

export const ROUND_WORDS: Record<RoundKind, { name: string; does: string }> = {
  matters: {
    name: 'What matters',
    does: 'Everybody chooses three things that matter most to them, or spends tokens on them.',
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

export const REFUSAL_WORDS: Record<Refusal | 'incomplete' | 'not here' | 'no hall', string> = {
  'not here': 'Only the owner can do that, at the laptop that serves this page.',
  'no hall':
    'Phones could not be let in: the network is gone, or something else uses its address. Look at the network and try again.',
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

/** On the screen of the round that looks at designs: not which of two reasons, which would tell. */
export const NO_DESIGNS_WORDS: Record<DesignBy, string> = {
  persons:
    'No design is shown: fewer than five were made, or all are alike, and it could tell who made which. Talk at your tables about what you would change.',
  tables: 'No table has a design that may be shown. Talk about what you would change.',
};

/** For the facilitator: why there is nothing to look at, and what to do. */
export function noDesignsInWords({ by, why }: NoDesigns): string {
  if (why === 'all alike') {
    return 'Everybody made the same design, so it is not shown by itself. Ask the room; then show it under “Design”, before you open this.';
  }
  return by === 'tables'
    ? 'No table has sent a design that may be shown, so there is nothing to look at here. Go back to “Design”, or leave this round out.'
    : 'Fewer than five designs were made, so none is shown, and there is nothing to look at here. Leave this round out, and talk at tables about what people would change. For a small room, plan that tables design: each says whether its own may be shown.';
}

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

/** How often words were held back; empty for never. */
export function heldInWords(count: number): string {
  return count === 0 ? '' : inEnglish.replies.heldBack(count);
}

/** "9 of 24", or "about half". */
export function shareInWords(share: Share, { results }: JoinWords): string {
  return share.kind === 'count' ? results.count(share.count, share.of) : results.share[share.words];
}

/** "3 people have answered, of 12 who are here". */
export function countInWords(answered: number, here: number): string {
  const have = answered === 1 ? '1 person has answered' : `${answered} people have answered`;
  return `${have}, of ${here} who ${here === 1 ? 'is' : 'are'} here`;
}

/** "3 devices have joined and said nothing yet." */
export function silentInWords(count: number): string {
  return `${count === 1 ? '1 device has' : `${count} devices have`} joined and said nothing yet.`;
}

/** "2 of 5 tables have answered". */
export function tablesInWords({ answered, of }: { answered: number; of: number }): string {
  return `${answered} of ${of} ${of === 1 ? 'table has' : 'tables have'} answered`;
}

/** Which tables have answered, and which have not: "Answered: tables 1, 3. Not yet: 2." */
export function whichTables({ answered, of, freed }: TablesNow): string {
  const all = Array.from({ length: of }, (_, at) => at + 1);
  const missing = all.filter((table) => !answered.includes(table));
  const list = (tables: readonly number[]) => (tables.length === 0 ? 'none' : tables.join(', '));
  const tables = `Tables that have answered: ${list(answered)}. Not yet: ${list(missing)}.`;
  if (freed === 0) return tables;
  const waits = freed === 1 ? 'A design waits' : `${freed} designs wait`;
  return `${tables} ${waits} to be sent again: the table was freed.`;
}

/** The rows of a result: what could be said, and how many said it. */
export function rowsOf(
  shown: Shown,
  words: JoinWords,
): { id: string; text: string; share: Share }[] {
  switch (shown.kind) {
    case 'rank':
    case 'tokens':
      return shown.order;
    case 'rate':
      return shown.parts.map(({ ratings, share }) => ({
        id: ratings.join(),
        text: ratings.map((rating) => words.ratings[rating]).reduce(words.results.or),
        share,
      }));
    case 'agree':
      return shown.parts.map(({ says, share }) => ({
        ...{ id: says, text: words.says[says], share },
      }));
    case 'designs':
      return [];
  }
}

/** What a result says first, in a sentence. */
export function findingOf(shown: Shown, words: JoinWords): string {
  const { results } = words;
  switch (shown.kind) {
    case 'rank': {
      const first = firstOf(shown.order);
      return first.length > 1 ? results.firstEqual(first.join('; ')) : results.first(first[0]);
    }
    case 'tokens': {
      const first = firstOf(shown.order);
      return first.length > 1 ? results.tokensEqual(first.join('; ')) : results.tokens(first[0]);
    }
    case 'rate':
      return shown.kept ? results.kept(shareInWords(shown.kept, words)) : results.fewKnow;
    case 'agree':
      return results.agree(shareInWords(shown.parts[0].share, words));
    case 'designs':
      return results.designs(shown.designs.length);
  }
}

/** What the numbers or words of a result are of, where that is not plain; empty elsewhere. */
export function shareNote(shown: Shown, { results }: JoinWords): string {
  if (shown.kind !== 'tokens') return '';
  return shown.order[0]?.share.kind === 'count' ? results.ofTokens : results.ofPeople;
}

const firstOf = (order: readonly { place: number; text: string }[]) =>
  order.filter(({ place }) => place === 1).map(({ text }) => text);

/** What everybody answered, in a sentence or two: what it says first, and the rest of it. */
export function voteInWords(shown: Shown): string {
  const finding = findingOf(shown, inEnglish);
  if (shown.kind === 'designs') return finding;
  const parts = rowsOf(shown, inEnglish).map(
    ({ text, share }) => `${text}: ${shareInWords(share, inEnglish)}`,
  );
  const all = `${parts.join('; ')}.`;
  const note = shareNote(shown, inEnglish);
  return [shown.kind === 'agree' ? '' : finding, all, note].filter(Boolean).join(' ');
}
