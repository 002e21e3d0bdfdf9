import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Checked } from '../diagnostics/finding.ts';
import type { ModelTexts } from '../portfolio/model-texts.ts';
import type { ModelInShort } from './model-in-short.ts';
import { OwnReading, type ReadTexts } from './own-reading.svelte.ts';
import type { ReadModel } from './reader-calls.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const texts = (portfolio: string): ModelTexts => ({ portfolio, scenarios: {} });

const short: ModelInShort = {
  ...{ title: 'A model', question: '', notice: '', services: 2, contracts: 1 },
  scenarios: [{ id: 'as-it-is', title: 'As it is' }],
};
const whole = {
  portfolio: { ...short, services: ['a', 'b'], contracts: ['c'] },
  scenarios: short.scenarios,
} as unknown as ReadModel;

/** A reader that takes a second, and tells what it was asked to read. */
function slowReader() {
  const asked: string[] = [];
  function answer<T>(of: string, value: T): Promise<Checked<T>> {
    asked.push(of);
    return new Promise((resolve, reject) =>
      setTimeout(
        () =>
          of.startsWith('dies') ? reject(new Error('cut short')) : resolve({ value, findings: [] }),
        1000,
      ),
    );
  }
  const read: ReadTexts = {
    check: ({ portfolio }) => answer(portfolio, short),
    read: ({ portfolio }) => answer(`${portfolio} as a whole`, whole),
  };
  return { asked, read };
}

test('texts that came and went while others were read are never read', async () => {
  const { asked, read } = slowReader();
  const reading = new OwnReading(read);
  const last = texts('d');
  reading.follow(texts('a'));
  await vi.advanceTimersByTimeAsync(10);
  for (const one of [texts('b'), texts('c'), last]) {
    reading.follow(one);
    await vi.advanceTimersByTimeAsync(300);
  }
  await vi.advanceTimersByTimeAsync(3000);
  expect(asked).toEqual(['a', 'd']);
  expect(reading.of).toBe(last);
});

test('a reading that is cut short is said, and the next one goes on', async () => {
  const { read } = slowReader();
  const reading = new OwnReading(read);
  reading.follow(texts('dies'));
  await vi.advanceTimersByTimeAsync(2000);
  expect([reading.problem, reading.of]).toEqual(['cut short', null]);
  const next = texts('lives');
  reading.follow(next);
  await vi.advanceTimersByTimeAsync(2000);
  expect([reading.problem, reading.of]).toEqual(['', next]);
});

test('a whole model is sent to pages that want it, and to no others', async () => {
  const { asked, read } = slowReader();
  const reading = new OwnReading(read);
  reading.follow(texts('a'));
  await vi.advanceTimersByTimeAsync(2000);
  expect([reading.short, reading.model, reading.isAwaited]).toEqual([short, null, true]);
  const leave = reading.want();
  await vi.advanceTimersByTimeAsync(2000);
  expect([reading.short, reading.model, reading.isAwaited]).toEqual([short, whole, false]);
  reading.follow(texts('b'));
  await vi.advanceTimersByTimeAsync(2000);
  leave();
  reading.follow(texts('c'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toEqual(['a', 'a as a whole', 'b as a whole', 'c']);
  expect(reading.model).toBe(null);
});

test('a whole model of which a worker dies is not asked for again and again', async () => {
  const { asked, read } = slowReader();
  const reading = new OwnReading(read);
  reading.want();
  reading.follow(texts('dies'));
  await vi.advanceTimersByTimeAsync(5000);
  expect([asked, reading.problem]).toEqual([['dies as a whole'], 'cut short']);
});
