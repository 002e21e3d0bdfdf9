import { describe, expect, test, vi } from 'vitest';
import type { RunRequest } from '../experiment/run-request.ts';
import type { PortfolioFile } from '../portfolio/portfolio-file.ts';
import { liveCalls, type LiveEvents } from './live-calls.ts';
import type { ToLive } from './live-messages.ts';
import type { Summed, Summing } from './summing-pool.ts';

const raw = { bide: 1 } as PortfolioFile;
const request = { model: { id: 'a', raw }, arms: [] } as unknown as RunRequest;
const summing = {} as Summing;
const summed = { summary: {}, warnings: {} } as Summed;

function calls() {
  const workers: { events: LiveEvents; posted: ToLive[]; end: () => void }[] = [];
  const pool = liveCalls((events) => {
    const posted: ToLive[] = [];
    const worker = { events, posted, end: vi.fn() };
    workers.push(worker);
    return { post: (message) => posted.push(message), end: worker.end };
  });
  return { pool, workers };
}

describe('runs in a worker of their own', () => {
  test('come back as they get sharper; the model is sent once', async () => {
    const { pool, workers } = calls();
    const partial = vi.fn();
    const first = pool.run(request, summing, { checkpoints: [1], onPartial: partial });
    const [{ events, posted }] = workers;
    events.message({ kind: 'partial', job: 1, summed });
    events.message({ kind: 'done', job: 1, summed });
    expect(await first).toBe(summed);
    expect(partial).toHaveBeenCalledExactlyOnceWith(summed);
    void pool.run(request, summing, {});
    void pool.run({ ...request, model: { id: 'a', raw: { ...raw } } }, summing, {});
    const models = posted.map((one) => one.kind === 'run' && one.request.model !== null);
    expect(models).toEqual([true, false, true]);
  });

  test('are cancelled at once, and say no more', async () => {
    const { pool, workers } = calls();
    const abort = new AbortController();
    const run = pool.run(request, summing, { signal: abort.signal });
    abort.abort();
    await expect(run).rejects.toBe(abort.signal.reason);
    expect(workers[0].posted.at(-1)).toEqual({ kind: 'cancel', job: 1 });
    workers[0].events.message({ kind: 'done', job: 1, summed });
    await expect(pool.run(request, summing, { signal: abort.signal })).rejects.toThrow();
  });

  test('fail with what was found, and another worker takes over where one dies', async () => {
    const { pool, workers } = calls();
    const run = pool.run(request, summing, {});
    workers[0].events.message({ kind: 'failed', job: 1, message: 'No.', findings: [] });
    await expect(run).rejects.toThrow('No.');
    const lost = pool.run(request, summing, {});
    workers[0].events.died('It stopped.');
    await expect(lost).rejects.toThrow('It stopped.');
    void pool.run(request, summing, {});
    expect(workers).toHaveLength(2);
    expect(workers[1].posted[0]).toMatchObject({ kind: 'run', request: { model: { raw } } });
  });
});
