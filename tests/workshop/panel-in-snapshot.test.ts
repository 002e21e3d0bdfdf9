import { expect, test } from 'vitest';
import { narrativeHtml } from '../../src/lib/documents/narrative.ts';
import type { Deed } from '../../src/lib/workshop/act.ts';
import { recordOf } from '../../src/lib/workshop/record.ts';
import { withPanel } from '../../src/lib/words/panel-in-snapshot.ts';
import { agreed, roomAfter } from './rooms.ts';

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
  const text = withPanel(none, record)!;
  expect(text.dissent).toEqual([
    {
      says: 'Plans must change.',
      from: 'Some of a panel on 9 March 2027, on “Awards should last longer.”',
    },
  ]);
  expect(text.cannotShow).toEqual([{ says: 'Trust\n<script>', from: 'A panel on 9 March 2027' }]);
  const html = narrativeHtml(text.narrative);
  expect(html).toContain('Before.');
  expect(html).toContain('Awards should last longer. Agree: most.');
  expect(html).toContain('“Trust &lt;script&gt;”. <strong>We did not.</strong> No data.');
  expect(html).toContain('It led to: A limit *named*.');
  expect(JSON.stringify(text)).not.toContain('story');
  // Taken in once.
  expect(withPanel(text, record)).toBeNull();
});
