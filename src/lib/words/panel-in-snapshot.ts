/** What a panel said, as the text of a snapshot: votes, dissent, and what became of each point. */
import type { SnapshotText } from '../snapshot/snapshot.ts';
import type { WorkshopRecord } from '../workshop/record.ts';
import { dateInWords } from './dates.ts';
import { findingOf, heldInWords, POINT_WORDS } from './workshop-words.ts';

type Written = Pick<SnapshotText, 'narrative' | 'dissent' | 'cannotShow'>;

/** The heading of what one panel said: it tells whether a text has it already. */
export function panelHeading({ heldOn, title }: WorkshopRecord): string {
  return `What a panel said on ${dateInWords(heldOn)}: ${title}`;
}

/** Return a text with what a panel said added to it; null where it has that already. */
export function withPanel(text: Written, record: WorkshopRecord): Written | null {
  const heading = `## ${plain(panelHeading(record))}`;
  if (text.narrative.includes(heading)) return null;
  const on = dateInWords(record.heldOn);
  const people = record.tookPart === 1 ? '1 person' : `${record.tookPart} people`;
  const questions = record.rounds.flatMap((round) => round.questions);
  const votes = questions.map(({ ask, shown }) =>
    shown
      ? `- ${plain(ask)} ${plain(findingOf(shown))}`
      : `- ${plain(ask)} Not shown: it could tell who said what.`,
  );
  const points = record.points.filter(({ reply }) => reply !== null);
  const replies = points.map(({ kind, about, words, reply }) => {
    const said = words ? `“${plain(words)}”` : plain(reply!.inShort) || 'not quoted here';
    const of = `${POINT_WORDS[kind]}${about ? ` (${plain(about)})` : ''}: ${said}`;
    const ledTo = reply!.ledTo ? ` It led to: ${plain(reply!.ledTo)}.` : '';
    return `- ${of}. **${reply!.did ? 'We did.' : 'We did not.'}** ${plain(reply!.why)}${ledTo}`;
  });
  const held = heldInWords(record.points);
  const parts = [
    text.narrative,
    heading,
    `${people} took part. Nothing is said that could tell who said what.`,
    votes.join('\n'),
    ...(replies.length > 0 ? ['### You said, we did, we did not and why', replies.join('\n')] : []),
    held,
  ];
  return {
    narrative: parts.filter((part) => part !== '').join('\n\n'),
    dissent: [
      ...text.dissent,
      ...questions.flatMap(({ ask, reasons }) =>
        reasons ? [{ says: reasons, from: `Some of a panel on ${on}, on “${ask}”` }] : [],
      ),
    ],
    cannotShow: [
      ...text.cannotShow,
      ...record.points.flatMap(({ kind, words, reply }) => {
        const says = words ?? reply?.inShort ?? '';
        return kind === 'cannot hold' && says ? [{ says, from: `A panel on ${on}` }] : [];
      }),
    ],
  };
}

/** Words as one line that means nothing but itself in Markdown. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
