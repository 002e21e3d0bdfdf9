import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { WorkshopRecord } from '$lib/workshop/record.ts';
import type { Shown } from '$lib/workshop/results.ts';
import Record from './Record.svelte';
import Thanks from './thanks/+page.svelte';

const agreed: Shown = {
  kind: 'agree',
  parts: [{ says: 'agree', share: { kind: 'words', words: 'most' } }],
};
const designs: Shown = { kind: 'designs', by: 'persons', levers: [], designs: [] };

function recordWith(shown: Shown | null): WorkshopRecord {
  return {
    ...{ title: 'A panel', isRehearsal: false, portfolio: 'p', portfolioTitle: 'Services' },
    ...{ heldOn: '2026-12-01', tookPart: 6, onPaper: 0, withdrew: 2, points: [] },
    rounds: [{ id: 'decide', questions: [{ id: 'q', ask: 'Longer?', shown, quotes: [] }] }],
  };
}

function textOf(shown: Shown | null): string {
  const props = { id: 'w', record: recordWith(shown), removedOn: '2026-12-31', key: 'k' };
  return render(Record, { props }).body.replace(/\s+/g, ' ');
}

test('words that were shown are said to stand only where some do', () => {
  expect(textOf(agreed)).toContain(
    '2 took back what they had said; where a result is still shown,',
  );
  for (const shown of [null, designs]) {
    expect(textOf(shown)).toContain('2 took back what they had said.');
    expect(textOf(shown)).not.toContain('stand as they were');
  }
});

test('the paper for those who took part says where all can be taken back', () => {
  const answers = { withdrawUntil: '2026-12-08', purgeOn: '2026-12-31', page: 'http://h/join/ABC' };
  const data = { id: 'w', record: recordWith(agreed), isEnded: true, answers };
  const body = render(Thanks, { props: { data } as never }).body.replace(/\s+/g, ' ');
  expect(body).toContain(
    'until 8 December 2026: open http://h/join/ABC on the phone that you used',
  );
  expect(body).toContain('press “Take back all I said”');
});
