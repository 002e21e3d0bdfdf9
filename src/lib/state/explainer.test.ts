import { expect, test, vi } from 'vitest';
import { Explainer, type ExplainerEvents } from './explainer.svelte.ts';
import type { FromExplainer, ToExplainer } from './why-messages.ts';

type Explained = Extract<FromExplainer, { kind: 'explained' }>;

function started() {
  let events: ExplainerEvents | null = null;
  const post = vi.fn();
  const end = vi.fn();
  const run = new Explainer<Explained>((given) => {
    events = given;
    return { post, end };
  });
  return {
    run,
    post,
    end,
    tell: (message: FromExplainer) => events!.message(message),
    die: (why: string) => events!.died(why),
  };
}

const asked = { kind: 'explain' } as unknown as ToExplainer;
const answer = (isLast: boolean) => ({ kind: 'explained', isLast }) as unknown as Explained;
const progress = { kind: 'progress', done: 3, total: 10, step: 0, steps: 2 } as const;

test('tells progress, shows a first look, and ends the worker with the last answer', async () => {
  const { run, post, end, tell } = started();
  await run.begin(async () => asked);
  expect(post).toHaveBeenCalledWith(asked);
  expect(run.state).toBe('starting');
  tell(progress);
  expect([run.state, run.progress.done, run.isRunning]).toEqual(['working', 3, true]);
  tell(answer(false));
  expect([run.state, run.answer?.isLast]).toEqual(['working', false]);
  expect(end).not.toHaveBeenCalled();
  tell(answer(true));
  expect([run.state, run.answer?.isLast, run.isRunning]).toEqual(['done', true, false]);
  expect(end).toHaveBeenCalledTimes(1);
});

test('stops at once, keeps what is known, and hears no more of it', async () => {
  const { run, end, tell } = started();
  await run.begin(async () => asked);
  tell(answer(false));
  run.stop();
  expect(end).toHaveBeenCalledTimes(1);
  tell(answer(true));
  expect([run.state, run.answer?.isLast]).toEqual(['stopped', false]);
});

test('says what failed: the model, a lost network, a worker that died', async () => {
  const { run, tell, die } = started();
  await run.begin(async () => asked);
  tell({ kind: 'failed', message: 'It cannot be run.', findings: [] });
  expect([run.state, run.problem]).toEqual(['failed', 'It cannot be run.']);
  await run.begin(() => Promise.reject(new Error('No network.')));
  expect([run.state, run.problem]).toEqual(['failed', 'No network.']);
  await run.begin(async () => asked);
  expect(run.problem).toBe('');
  die('It stopped.');
  expect([run.state, run.problem]).toEqual(['failed', 'It stopped.']);
});

test('posts nothing once something else was begun or it was cleared', async () => {
  const { run, post } = started();
  let fetched: (message: ToExplainer) => void = () => undefined;
  const first = run.begin(() => new Promise((resolve) => (fetched = resolve)));
  run.clear();
  fetched(asked);
  await first;
  expect(post).not.toHaveBeenCalled();
  expect(run.state).toBe('idle');
});
