import { expect, test, vi } from 'vitest';
import { ModelReader, type ReaderEvents } from './model-reader.svelte.ts';
import type { ToReader } from './reader-calls.ts';

vi.mock('./read-model.worker.ts?worker', () => ({ default: class {} }));

/** Workers that answer, or die, when they are told to. */
function workers() {
  const started: { events: ReaderEvents; heard: ToReader[]; isEnded: boolean }[] = [];
  const reader = new ModelReader((events) => {
    const worker = { events, heard: [] as ToReader[], isEnded: false };
    started.push(worker);
    return { post: (asked) => worker.heard.push(asked), end: () => (worker.isEnded = true) };
  });
  return { reader, started };
}

test('what a dead worker was asked is asked again of another, in its order', async () => {
  const { reader, started } = workers();
  const [a, b] = [reader.call('plain', 'a: 1'), reader.call('plain', 'b: 2')];
  started[0].events.died();
  expect(started[0].isEnded).toBe(true);
  expect(started[1].heard.map(({ args }) => args)).toEqual([['a: 1'], ['b: 2']]);
  expect(reader.restarts).toBe(1);
  for (const { job } of started[1].heard) {
    started[1].events.message({ job, kind: 'answer', value: { job } });
  }
  expect(await Promise.all([a, b])).toEqual([{ job: 1 }, { job: 2 }]);
});

test('a question that kills every worker is given up; the next one is answered', async () => {
  const { reader, started } = workers();
  const deadly = reader.call('plain', 'deadly');
  const next = reader.call('plain', 'next');
  for (let i = 0; i < 3; i++) started[i].events.died();
  await expect(deadly).rejects.toThrow('stopped 3 times');
  expect(started[3].heard.map(({ args }) => args)).toEqual([['next']]);
  started[3].events.message({ job: 2, kind: 'answer', value: null });
  expect(await next).toBeNull();
});

test('a worker that dies with nothing to do is started again only when it is needed', async () => {
  const { reader, started } = workers();
  void reader.call('plain', 'a');
  started[0].events.message({ job: 1, kind: 'answer', value: null });
  started[0].events.died();
  expect(started).toHaveLength(1);
  const failed = reader.call('plain', 'b');
  started[1].events.message({ job: 2, kind: 'failed', message: 'our fault' });
  await expect(failed).rejects.toThrow('our fault');
});
