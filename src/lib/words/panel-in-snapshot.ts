/** What a panel said, as the text of a snapshot: votes, dissent, and what became of each point. */
import type { SnapshotText } from '../snapshot/snapshot.ts';
import type { Panel } from '../workshop/panels.ts';
import type { RecordedPoint } from '../workshop/points.ts';
import type { RecordedQuestion, WorkshopRecord } from '../workshop/record.ts';
import { dateInWords } from './dates.ts';
import { panelsRankedFirst } from './panel-words.ts';
import { heldInWords, POINT_WORDS, voteInWords } from './workshop-words.ts';

export type Written = Pick<SnapshotText, 'narrative' | 'dissent' | 'cannotShow' | 'rankedFirst'>;

/** The heading of what one panel said. */
export function panelHeading({ heldOn, title }: WorkshopRecord): string {
  return `What a panel said on ${dateInWords(heldOn)}: ${title}`;
}

/** What is worked out of a record: what the panel put first, and how often words are held back. */
export interface Told {
  panel: Panel;
  held: number;
}

/** Whether somebody wrote what a panel said into a narrative themselves, under its own heading. */
export function hasCopy(narrative: string, record: WorkshopRecord): boolean {
  return narrative.includes(headingLine(record));
}

const headingLine = (record: WorkshopRecord) => `## ${plain(panelHeading(record))}`;

/** Return a text with what a panel said added to it. */
export function withPanel(text: Written, record: WorkshopRecord, { panel, held }: Told): Written {
  const on = dateInWords(record.heldOn);
  const people = record.tookPart === 1 ? '1 person' : `${record.tookPart} people`;
  const questions = record.rounds.flatMap((round) => round.questions);
  const first = panelsRankedFirst([panel]).map(({ text: says, from }) => ({
    says,
    from,
  }));
  const rankedFirst = [...(text.rankedFirst ?? []), ...first];
  const parts = [
    text.narrative,
    headingLine(record),
    `${people} took part. Nothing is said that could tell who said what.`,
    questions.flatMap(votes).join('\n'),
    ...replies(record.points),
    heldInWords(held),
  ];
  return {
    ...(rankedFirst.length > 0 ? { rankedFirst } : {}),
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

/** What was answered to a question, and under it what may be quoted of what was written. */
function votes({ ask, shown, quotes }: RecordedQuestion): string[] {
  const found = shown ? voteInWords(shown) : 'Not shown: it could tell who said what.';
  const own = quotes.flatMap(({ words }) => (words === null ? [] : [`“${plain(words)}”`]));
  return [
    `- ${plain(ask)}${/[.?!]$/.test(ask) ? '' : ':'} ${plain(found)}`,
    ...own.map((words) => `- In somebody’s own words, on “${plain(ask)}”: ${words}`),
  ];
}

function replies(points: readonly RecordedPoint[]): string[] {
  const answered = points.flatMap(({ kind, about, words, reply }) => {
    if (!reply) return [];
    const said = words ? `“${plain(words)}”` : plain(reply.inShort) || 'not quoted here';
    const of = `${POINT_WORDS[kind]}${about ? ` (${plain(about)})` : ''}: ${said}`;
    const ledTo = reply.ledTo ? ` It led to: ${plain(reply.ledTo)}.` : '';
    return [`- ${of}. **${reply.did ? 'We did.' : 'We did not.'}** ${plain(reply.why)}${ledTo}`];
  });
  const open = points.length - answered.length;
  return [
    ...(points.length > 0 ? ['### You said, we did, we did not and why'] : []),
    answered.join('\n'),
    ...(open > 0 ? [`${open === 1 ? '1 point has' : `${open} points have`} no answer yet.`] : []),
  ];
}

/** Words as one line that means nothing but itself in Markdown. */
function plain(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}
