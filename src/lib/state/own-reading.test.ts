import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Checked } from '../diagnostics/finding.ts';
import type { ModelTexts } from '../portfolio/model-texts.ts';
import { OwnReading } from './own-reading.svelte.ts';
import type { ReadModel } from './reader-calls.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const texts = (portfolio: string): ModelTexts => ({ portfolio, scenarios: {} });

/** A reader that takes a second, and tells what it was asked to read. */
function slowReader() {
  const asked: string[] = [];
  const read = ({ portfolio }: ModelTexts) => {
    asked.push(portfolio);
    return new Promise<Checked<ReadModel>>((resolve, reject) =>
      setTimeout(
        () =>
          portfolio === 'dies'
            ? reject(new Error('cut short'))
            : resolve({ value: null, findings: [] }),
        1000,
      ),
    );
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
