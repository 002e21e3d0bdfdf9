import { describe, expect, test } from 'vitest';
import { OneAtATime } from './one-at-a-time.ts';

function held() {
  let end: (value: string) => void = () => undefined;
  const promise = new Promise<string>((resolve) => (end = resolve));
  return { promise, end: (value: string) => end(value) };
}

describe('work one at a time', () => {
  test('is done in order, and says how much is before', async () => {
    const queue = new OneAtATime();
    const order: string[] = [];
    const first = held();
    const a = queue.run('a', () => (order.push('a'), first.promise));
    const b = queue.run('b', async () => void order.push('b'));
    const c = queue.run('c', async () => void order.push('c'));
    expect([queue.waiting, queue.before('a'), queue.before('b'), queue.before('c')]).toEqual([
      2, 0, 1, 2,
    ]);
    expect(order).toEqual(['a']);
    first.end('done');
    expect(await a).toBe('done');
    await Promise.all([b, c]);
    expect(order).toEqual(['a', 'b', 'c']);
    expect(queue.waiting).toBe(0);
  });

  test('goes on after a piece that fails', async () => {
    const queue = new OneAtATime();
    const failed = queue.run('a', () => Promise.reject(new Error('no')));
    const next = queue.run('b', async () => 'yes');
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  test('refuses what waits when it is closed', async () => {
    const queue = new OneAtATime();
    const first = held();
    const a = queue.run('a', () => first.promise);
    const b = queue.run('b', async () => 'never');
    queue.close();
    await expect(b).rejects.toThrow('closed');
    first.end('done');
    expect(await a).toBe('done');
  });
});
