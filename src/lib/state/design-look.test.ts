import { expect, test } from 'vitest';
import { LOOKS, type DesignAnswer } from '../workshop/design-answer.ts';
import type { DesignSettings } from '../workshop/designs.ts';
import { DesignLook } from './design-look.svelte.ts';

const answer = (cost: number): DesignAnswer => ({
  ...{ kind: 'answer', runs: 2, cost, costRange: null, figures: [] },
});

test('while one look goes on the newest design waits, and those between are let go', async () => {
  const asked: DesignSettings[] = [];
  const answers: ((answer: DesignAnswer) => void)[] = [];
  const look = new DesignLook((settings, runs) => {
    if (runs > LOOKS[0]) return new Promise(() => undefined);
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

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('longer looks at the same design follow the first, until it is as sure as it gets', async () => {
  const asked: number[] = [];
  const look = new DesignLook((_, runs) => {
    asked.push(runs);
    return Promise.resolve(answer(runs));
  }, 0);
  await look.look({ posts: 1 });
  expect([look.answer, look.isGoingOn]).toEqual([answer(2), true]);
  await settled();
  expect(asked).toEqual([2, 10, 40]);
  expect([look.answer, look.isGoingOn]).toEqual([answer(40), false]);
});

test('a longer look at what is not designed any more is shown nowhere', async () => {
  const longer: ((answer: DesignAnswer) => void)[] = [];
  const look = new DesignLook(({ posts }, runs) => {
    if (runs === LOOKS[0]) return Promise.resolve(answer(Number(posts)));
    return new Promise((resolve) => longer.push(resolve));
  }, 0);
  await look.look({ posts: 1 });
  await settled();
  await look.look({ posts: 2 });
  longer[0](answer(99));
  await settled();
  expect(look.answer).toEqual(answer(2));
  // The next one begins when the one before it is over: a phone has one at a time.
  expect(longer).toHaveLength(2);
  look.stop();
  longer[1](answer(40));
  await settled();
  expect([look.answer, look.isGoingOn]).toEqual([answer(2), false]);
});

test('where more cannot be worked out, what is known stays', async () => {
  const look = new DesignLook(
    (_, runs) => (runs === 2 ? Promise.resolve(answer(2)) : Promise.reject(new Error('busy'))),
    0,
  );
  await look.look({});
  await settled();
  expect([look.state, look.answer, look.isGoingOn]).toEqual(['done', answer(2), false]);
});
