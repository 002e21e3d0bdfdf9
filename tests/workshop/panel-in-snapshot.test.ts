import { expect, test } from 'vitest';
import { narrativeHtml } from '../../src/lib/documents/narrative.ts';
import type { Deed } from '../../src/lib/workshop/act.ts';
import { toldOf } from '../../src/lib/server/workshops/panels-of.ts';
import { recordOf } from '../../src/lib/workshop/record.ts';
import { hasCopy, withPanel } from '../../src/lib/words/panel-in-snapshot.ts';
import { agreed, answered, devices, joined, roomAfter } from './rooms.ts';

const none = { narrative: 'Before.', dissent: [], cannotShow: [] };
const point = (id: string, words: string, mayQuote: boolean): Deed => ({
  ...{ act: 'proposed', device: 'd0', point: id },
  said: { kind: 'cannot hold', words, mayQuote },
});

test('a snapshot says votes, dissent and what changed, and nothing that may not be quoted', () => {
  const reply = { did: false, why: 'No data.', ledTo: 'A limit *named*', inShort: '' };
  const record = recordOf(
    roomAfter(
      ...agreed(8, (at) => (at < 6 ? 'agree' : 'disagree')),
      { act: 'gave reasons', question: 'decide-1', words: 'Plans must change.' },
      point('p1', 'Trust\n<script>', true),
      point('p2', 'My own story', false),
      { act: 'replied', point: 'p1', reply },
      { act: 'ended' },
    ),
  );
  const text = withPanel(none, record, toldOf(record));
  expect(text.dissent).toEqual([
    {
      says: 'Plans must change.',
      from: 'Some of a panel on 9 March 2027, on “Awards should last longer.”',
    },
  ]);
  expect(text.cannotShow).toEqual([{ says: 'Trust\n<script>', from: 'A panel on 9 March 2027' }]);
  const html = narrativeHtml(text.narrative);
  expect(html).toContain('Before.');
  expect(html).toContain(
    'Awards should last longer. I agree: most; I do not agree: a few or none; Pass: a few or none.',
  );
  // A question that ends in no sign is told apart from what was found.
  const [round] = record.rounds;
  const [first] = round.questions;
  const hidden = { ...first, ask: 'More staff', shown: null };
  const other = { ...record, rounds: [{ ...round, questions: [hidden] }] };
  expect(withPanel(none, other, toldOf(record))!.narrative).toContain('- More staff: Not shown:');
  expect(text).not.toHaveProperty('rankedFirst');
  expect(html).toContain('“Trust &lt;script&gt;”. <strong>We did not.</strong> No data.');
  expect(html).toContain('It led to: A limit *named*.');
  expect(JSON.stringify(text)).not.toContain('story');
  expect(hasCopy(text.narrative, record)).toBe(true);
  expect(hasCopy('Before. What a panel said', record)).toBe(false);
});

test('what a panel ranked first stands at the head, and what was written only where it may be quoted', () => {
  const all = devices(6);
  const wrote = (device: string, words: string, mayQuote: boolean): Deed => ({
    ...{ act: 'answered', device, question: 'decide-1', words: `w-${device}` },
    answer: { kind: 'agree', says: 'agree', words, mayQuote },
  });
  const record = recordOf(
    roomAfter(
      ...joined(...all),
      { act: 'opened', round: 'matters' },
      ...all.map((one) => answered(one, 'matters', { kind: 'rank', order: ['m2', 'm1'] })),
      answered('d0', 'matters', { kind: 'rank', order: ['m1'] }),
      { act: 'closed', round: 'matters' },
      { act: 'opened', round: 'decide' },
      wrote('d0', 'Ask us *first*', true),
      wrote('d1', 'My own story', false),
      wrote('d2', 'Kim is to blame', true),
      { act: 'closed', round: 'decide' },
      { act: 'held back', point: 'w-d2', because: 'names' },
      { act: 'ended' },
    ),
  );
  const text = withPanel(
    { ...none, rankedFirst: [{ says: 'Before', from: '' }] },
    record,
    toldOf(record),
  );
  expect(text.rankedFirst).toEqual([
    { says: 'Before', from: '' },
    {
      says: 'The same worker',
      from: 'A panel on 9 March 2027: most of the 6 who took part chose it',
    },
  ]);
  const html = narrativeHtml(text.narrative);
  expect(html).toContain('on “Awards should last longer.”: “Ask us *first*”');
  expect(html).toContain('Words are held back once');
  expect(JSON.stringify(text)).not.toMatch(/story|Kim/);
});
