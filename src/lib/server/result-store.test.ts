import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ResultStore } from './result-store.ts';

const key = (letter: string) => letter.repeat(64);
const patient = 5000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bide-results-'));
});
afterEach(() => rm(folder, { recursive: true }));

function storeIn(path: string, inMemory = 10) {
  const onNotKept = vi.fn();
  const store = new ResultStore<string>({ folder: path, inMemory, onNotKept });
  return { store, onNotKept };
}

/** Something to work out whose first and full result come when told. */
function work() {
  let first: (result: string) => void = () => undefined;
  let full: (result: string) => void = () => undefined;
  let fail: (reason: Error) => void = () => undefined;
  const workOut = vi.fn((onFirst: (result: string) => void) => {
    first = onFirst;
    return new Promise<string>((resolve, reject) => {
      full = resolve;
      fail = reject;
    });
  });
  return {
    workOut,
    begun: () => vi.waitFor(() => expect(workOut).toHaveBeenCalled(), { timeout: 30_000 }),
    first: (result: string) => first(result),
    full: (result: string) => full(result),
    fail: (reason: Error) => fail(reason),
  };
}

describe('the store of results', () => {
  test('gives a first result, then the full one, worked out once for all who ask', async () => {
    const { store } = storeIn(folder);
    const { workOut, begun, first, full } = work();
    const asked = [store.get(key('a'), workOut, patient), store.get(key('a'), workOut, patient)];
    await begun();
    first('about 8');
    expect(await Promise.all(asked)).toEqual(Array(2).fill({ result: 'about 8', isFull: false }));
    full('7.9');
    await vi.waitFor(
      async () =>
        expect(await store.get(key('a'), workOut, patient)).toEqual({
          result: '7.9',
          isFull: true,
        }),
      { timeout: 30_000 },
    );
    expect(workOut).toHaveBeenCalledTimes(1);
  });

  test('keeps full results for the next start of the server', async () => {
    const { store } = storeIn(folder);
    await store.get(key('a'), async () => 'kept', patient);
    const never = vi.fn();
    const again = storeIn(folder).store;
    expect(await again.get(key('a'), never, patient)).toEqual({ result: 'kept', isFull: true });
    expect(never).not.toHaveBeenCalled();
    expect(await readdir(folder)).toEqual([`${key('a')}.json`]);
  });

  test('works out again what the disk holds only half of', async () => {
    await writeFile(join(folder, `${key('a')}.json`), '"cut sho');
    const { store } = storeIn(folder);
    expect(await store.get(key('a'), async () => 'whole', patient)).toEqual({
      result: 'whole',
      isFull: true,
    });
    expect(await readFile(join(folder, `${key('a')}.json`), 'utf8')).toBe('"whole"');
  });

  test('answers without a result when it takes too long, and goes on', async () => {
    const { store } = storeIn(folder);
    const { workOut, begun, full } = work();
    expect(await store.get(key('a'), workOut, 5)).toBeNull();
    await begun();
    full('late');
    await vi.waitFor(
      async () =>
        expect(await store.get(key('a'), workOut, patient)).toEqual({
          result: 'late',
          isFull: true,
        }),
      { timeout: 30_000 },
    );
    expect(workOut).toHaveBeenCalledTimes(1);
  });

  test('tells everybody who asks that it failed, and does not try again and again', async () => {
    const { store } = storeIn(folder);
    const { workOut, begun, fail } = work();
    const asked = store.get(key('a'), workOut, patient);
    await begun();
    fail(new Error('the model is at fault'));
    await expect(asked).rejects.toThrow('at fault');
    await expect(store.get(key('a'), workOut, patient)).rejects.toThrow('at fault');
    expect(workOut).toHaveBeenCalledTimes(1);
  });

  test('serves what it cannot write, and says so', async () => {
    await writeFile(join(folder, 'a-file'), '');
    const { store, onNotKept } = storeIn(join(folder, 'a-file', 'results'));
    expect(await store.get(key('a'), async () => 'not written', patient)).toEqual({
      result: 'not written',
      isFull: true,
    });
    expect(onNotKept).toHaveBeenCalledTimes(1);
  });

  test('forgets the oldest results first, and finds them on disk again', async () => {
    const { store } = storeIn(folder, 2);
    for (const letter of ['a', 'b', 'c']) await store.get(key(letter), async () => letter, patient);
    const never = vi.fn();
    expect((await store.get(key('a'), never, patient))?.result).toBe('a');
    expect(never).not.toHaveBeenCalled();
  });

  test('takes no key that could be a path', async () => {
    const { store } = storeIn(folder);
    await expect(store.get('../secret', async () => '', patient)).rejects.toThrow(RangeError);
  });
});
