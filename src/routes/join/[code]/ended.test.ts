import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { PhoneRoom } from '$lib/state/phone-room.svelte.ts';
import { inEnglish } from '$lib/words/join-words-english.ts';
import Ended from './Ended.svelte';
import SaySomething from './SaySomething.svelte';
import WayOut from './WayOut.svelte';

const room = (view: object) =>
  ({
    ...{ code: 'CODE', who: 'w', about: '', points: [], outbox: { waiting: [] } },
    view: { replies: [], heldBack: 0, hasAnswered: true, hasWithdrawn: false, ...view },
  }) as unknown as PhoneRoom;

function ended(view: object, canWithdraw = true): string {
  const about = { withdrawUntil: '2026-12-08', purgeOn: '2026-12-31' };
  const props = { room: room(view), about, canWithdraw, words: inEnglish };
  return render(Ended, { props }).body;
}

test('after the end a phone says until when all can be taken back, and where', () => {
  const body = ended({});
  expect(body).toContain('You can take back all you said until 8 December 2026.');
  expect(body).toMatch(/href="[^"]*\/join\/CODE\?stop">Take back all I said/);
  expect(body).toContain('We remove all answers on 31 December 2026.');
});

test('it offers that only while it can be done, and to those who said something', () => {
  for (const body of [ended({}, false), ended({ hasAnswered: false })]) {
    expect(body).not.toMatch(/take back/i);
  }
  const done = ended({ hasAnswered: false, hasWithdrawn: true });
  expect(done).toContain(inEnglish.takenBack);
  expect(done).not.toContain('Take back all I said');
});

test('a field that has to be filled does not say that it may be left', () => {
  const props = { room: room({}), problem: '', written: '', formKey: 'k', words: inEnglish };
  const { body } = render(SaySomething, { props });
  expect(body).toContain('id="said-hint">Please name nobody.</p>');
  expect(body).not.toContain('You do not have to');
});

test('a device is handed on while somebody can start, and not after the end', () => {
  const wayOut = (phase: string) => {
    const props = {
      room: Object.assign(room({ phase }), { wish: 'stop' }),
      ...{ about: {} as ComponentProps<typeof WayOut>['about'], problem: '' },
      ...{ canWithdraw: true, words: inEnglish },
    };
    return render(WayOut, { props }).body;
  };
  expect(wayOut('open')).toContain(inEnglish.slip.another);
  expect(wayOut('ended')).not.toContain(inEnglish.slip.another);
  expect(wayOut('ended')).toContain(inEnglish.takeBack);
});
