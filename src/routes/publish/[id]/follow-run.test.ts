import { expect, it } from 'vitest';
import { followRun, type RunShown, type Silence } from './follow-run.ts';

const run = (state: RunShown['state'], share: number): RunShown => ({
  ...{ id: 'r', state, share, problem: null },
});

it('asks one question at a time however slow the answers are, and is done when the run is', async () => {
  const answers = [
    run('running', 0.2),
    'out of reach' as const,
    new Error('no network'),
    run('done', 1),
  ];
  let asking = 0;
  let most = 0;
  const told: (RunShown | Silence)[] = [];
  const isOver = await followRun({
    ask: async () => {
      most = Math.max(most, ++asking);
      for (let turns = 0; turns < 20; turns++) await Promise.resolve();
      asking--;
      const answer = answers.shift();
      if (answer instanceof Error) throw answer;
      return answer ?? 'out of reach';
    },
    onAnswer: (one) => told.push(one),
    pause: () => Promise.resolve(),
    signal: new AbortController().signal,
  });
  expect(isOver).toBe(true);
  expect(most).toBe(1);
  const heard = told.map((one) => (typeof one === 'string' ? one : one.state));
  expect(heard).toEqual(['running', 'out of reach', 'out of reach', 'done']);
});

it('stops when the page goes', async () => {
  const stopped = new AbortController();
  let asked = 0;
  const isOver = await followRun({
    ask: async () => {
      asked++;
      stopped.abort();
      return run('done', 1);
    },
    onAnswer: () => expect.unreachable(),
    pause: () => Promise.resolve(),
    signal: stopped.signal,
  });
  expect([isOver, asked]).toEqual([false, 1]);
});

it('asks no more once nobody is signed in, and tells it', async () => {
  const told: (RunShown | Silence)[] = [];
  const isOver = await followRun({
    ask: () => Promise.resolve(told.length === 0 ? run('running', 0.5) : 'signed out'),
    onAnswer: (one) => told.push(one),
    pause: () => (told.length > 2 ? expect.unreachable() : Promise.resolve()),
    signal: new AbortController().signal,
  });
  expect([isOver, told.at(-1)]).toEqual([false, 'signed out']);
});
