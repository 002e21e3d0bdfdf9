import { expect, test } from 'vitest';
import type { DesignAnswer } from '../workshop/design-answer.ts';
import type { DesignSettings } from '../workshop/designs.ts';
import { DesignLook } from './design-look.svelte.ts';

const answer = (cost: number): DesignAnswer => ({ kind: 'answer', runs: 2, cost, figures: [] });

test('while one look goes on the newest design waits, and those between are let go', async () => {
  const asked: DesignSettings[] = [];
  const answers: ((answer: DesignAnswer) => void)[] = [];
  const look = new DesignLook((settings) => {
    asked.push(settings);
    return new Promise((resolve) => answers.push(resolve));
  });
  const first = look.look({ posts: 1 });
  void look.look({ posts: 2 });
  void look.look({ posts: 3 });
  expect(asked).toEqual([{ posts: 1 }]);
  expect(look.state).toBe('looking');
  answers[0](answer(1));
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toEqual([{ posts: 1 }, { posts: 3 }]);
  answers[1](answer(3));
  await first;
  expect(look.answer).toEqual(answer(3));
  expect(look.state).toBe('done');
});

test('what cannot be worked out is said, and the next look is a new one', async () => {
  let isDown = true;
  const look = new DesignLook(() =>
    isDown ? Promise.reject(new Error('no network')) : Promise.resolve(answer(7)),
  );
  await look.look({});
  expect([look.state, look.answer]).toEqual(['failed', null]);
  isDown = false;
  await look.look({});
  expect([look.state, look.answer]).toEqual(['done', answer(7)]);
});
