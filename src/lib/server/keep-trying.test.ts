import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTrying } from './keep-trying.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what fails is tried again with a growing pause until it works, and each reason is said once', async () => {
  const reasons = ['away', 'away', 'away', 'starting up'];
  const tried: number[] = [];
  const said: string[] = [];
  const begun = Date.now();
  keepTrying(
    async () => {
      tried.push((Date.now() - begun) / 1000);
      const reason = reasons.shift();
      if (reason) throw new Error(reason);
    },
    (reason) => said.push(reason),
  );
  await vi.advanceTimersByTimeAsync(600_000);
  expect(tried).toEqual([0, 1, 3, 7, 15]);
  expect(said).toEqual(['away', 'starting up']);
});

test('no pause is longer than half a minute, and it can be given up', async () => {
  let tries = 0;
  const stop = keepTrying(
    async () => {
      tries += 1;
      throw new Error('away');
    },
    () => undefined,
  );
  await vi.advanceTimersByTimeAsync(31_000);
  expect(tries).toBe(6);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tries).toBe(8);
  stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(tries).toBe(8);
});
