import { describe, expect, test, vi } from 'vitest';
import { Batches, type WorkTogether } from './batches.ts';

const quiet = () => undefined;

function echo() {
  return vi.fn<WorkTogether<string>>(async (ids, onFirst) => {
    onFirst(new Map(ids.map((id) => [id, `about ${id}`])));
    return new Map(ids.map((id) => [id, `exactly ${id}`]));
  });
}

describe('batches', () => {
  test('work out together what is asked for within a moment', async () => {
    const batches = new Batches<string>({ gatherMs: 5, atOnce: 1 });
    const work = echo();
    const firsts: string[] = [];
    const onFirst = (first: string) => firsts.push(first);
    const results = await Promise.all([
      batches.ask('model', { id: 'a', onFirst }, work),
      batches.ask('model', { id: 'b', onFirst }, work),
    ]);
    expect(results).toEqual(['exactly a', 'exactly b']);
    expect(firsts).toEqual(['about a', 'about b']);
    expect(work).toHaveBeenCalledTimes(1);
    expect(work.mock.calls[0][0]).toEqual(['a', 'b']);
  });

  test('keep apart what belongs to different models', async () => {
    const batches = new Batches<string>({ gatherMs: 5, atOnce: 2 });
    const [one, other] = [echo(), echo()];
    await Promise.all([
      batches.ask('one', { id: 'a', onFirst: quiet }, one),
      batches.ask('other', { id: 'a', onFirst: quiet }, other),
    ]);
    expect(one).toHaveBeenCalledTimes(1);
    expect(other).toHaveBeenCalledTimes(1);
  });

  test('wait their turn, and take along whoever asks meanwhile', async () => {
    const batches = new Batches<string>({ gatherMs: 1, atOnce: 1 });
    let end: () => void = quiet;
    const slow: WorkTogether<string> = (ids) =>
      new Promise((resolve) => {
        end = () => resolve(new Map(ids.map((id) => [id, 'slow'])));
      });
    const first = batches.ask('slow', { id: 'a', onFirst: quiet }, slow);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const work = echo();
    const second = batches.ask('next', { id: 'b', onFirst: quiet }, work);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(work).not.toHaveBeenCalled();
    const third = batches.ask('next', { id: 'c', onFirst: quiet }, work);
    end();
    expect(await Promise.all([first, second, third])).toEqual(['slow', 'exactly b', 'exactly c']);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test('tell everybody in the batch when it fails, and go on with the next', async () => {
    const batches = new Batches<string>({ gatherMs: 1, atOnce: 1 });
    const fail = () => Promise.reject(new Error('no'));
    const asked = [
      batches.ask('model', { id: 'a', onFirst: quiet }, fail),
      batches.ask('model', { id: 'b', onFirst: quiet }, fail),
    ];
    for (const one of asked) await expect(one).rejects.toThrow('no');
    expect(await batches.ask('model', { id: 'a', onFirst: quiet }, echo())).toBe('exactly a');
  });
});
