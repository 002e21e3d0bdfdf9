import { describe, expect, it, vi } from 'vitest';
import { ByteCache } from './byte-cache.ts';

const entry = (size: number) => ({ size });
const make = (size: number) => vi.fn(async () => entry(size));

describe('what was worked out and is kept', () => {
  it('is worked out once, for all who ask meanwhile too', async () => {
    const cache = new ByteCache(100);
    const once = make(10);
    const [first, second] = await Promise.all([cache.get('a', once), cache.get('a', once)]);
    expect(first).toBe(second);
    expect(await cache.get('a', once)).toBe(first);
    expect(once).toHaveBeenCalledTimes(1);
    expect(cache.bytes).toBe(10);
  });

  it('holds no more than its bytes: what was used longest ago goes first', async () => {
    const cache = new ByteCache(30);
    await cache.get('a', make(10));
    await cache.get('b', make(10));
    await cache.get('a', make(10));
    await cache.get('c', make(20));
    const [a, b] = [make(10), make(10)];
    await cache.get('a', a);
    expect(a).not.toHaveBeenCalled();
    expect(cache.bytes).toBe(30);
    await cache.get('b', b);
    expect(b).toHaveBeenCalledTimes(1);
    expect(cache.bytes).toBeLessThanOrEqual(30);
  });

  it('gives what is too large for it, and what is not there, and keeps neither', async () => {
    const cache = new ByteCache<{ size: number }>(30);
    expect(await cache.get('a', make(31))).toEqual(entry(31));
    expect(await cache.get('b', async () => null)).toBeNull();
    expect(cache.bytes).toBe(0);
    const again = make(5);
    await cache.get('b', again);
    expect(again).toHaveBeenCalledTimes(1);
  });

  it('asks again after it failed', async () => {
    const cache = new ByteCache<{ size: number }>(30);
    await expect(cache.get('a', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk');
    expect(await cache.get('a', make(3))).toEqual(entry(3));
  });

  it('forgets, also what was being worked out from what is no more', async () => {
    const cache = new ByteCache<{ size: number }>(30);
    let finish: (made: { size: number }) => void = () => undefined;
    const old = cache.get('a', () => new Promise((resolve) => (finish = resolve)));
    cache.clear();
    const fresh = make(7);
    const now = cache.get('a', fresh);
    finish(entry(5));
    expect(await old).toEqual(entry(5));
    expect(await now).toEqual(entry(7));
    expect(await cache.get('a', make(9))).toEqual(entry(7));
    expect(cache.bytes).toBe(7);
    expect(fresh).toHaveBeenCalledTimes(1);
  });
});
