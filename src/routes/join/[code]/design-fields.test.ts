import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import type { LeverSetting } from '$lib/portfolio/lever-settings.ts';
import type { PhoneRoom } from '$lib/state/phone-room.svelte.ts';
import { inEnglish } from '$lib/words/join-words-english.ts';
import DesignFields from './DesignFields.svelte';

const posts: LeverSetting = {
  ...{ kind: 'number', id: 'posts', ask: 'How many?', sets: 'services.team.roles.worker.posts' },
  ...{ from: 0, to: 8, step: 1, unit: 'posts', now: 3, nowWords: '3' },
};

function disabledButtons(lever: Partial<LeverSetting>): number {
  const question = {
    ...{ kind: 'design', id: 'q', ask: 'What would you do?', by: 'people', budget: 1000 },
    levers: [{ ...posts, ...lever }],
  };
  const room = { code: 'CODE', view: { freed: {} }, designing: {} } as unknown as PhoneRoom;
  const props = { question, before: null, room, words: inEnglish } as never;
  const { body } = render(DesignFields, { props });
  return body.match(/class="big[^>]*disabled/g)?.length ?? 0;
}

test('nothing steps from a number that is not there', () => {
  expect(disabledButtons({})).toBe(0);
  expect(disabledButtons({ now: 8, nowWords: '8' })).toBe(1);
  expect(disabledButtons({ now: null, nowWords: '3, 4' } as never)).toBe(2);
});
