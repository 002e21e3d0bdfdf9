import { describe, expect, it } from 'vitest';
import type { PrepareArm } from '../../src/lib/experiment/prepared-arm.ts';
import type { FromWorker } from '../../src/lib/experiment/protocol.ts';
import { WorkerCore } from '../../src/lib/experiment/worker-core.ts';
import { fakeRequest, prepareFake } from './fake-arm.ts';

/** A fake arm whose replications rest three times. */
const prepareResting: PrepareArm = (request, arm) => {
  const fake = prepareFake(request, arm);
  return {
    ...fake,
    *runWithRests(...of) {
      for (let rest = 0; rest < 3; rest++) yield;
      return fake.run(...of);
    },
  };
};

/** Run two replications; `atPause` is called at each pause, with its number. */
async function heard(
  prepare: PrepareArm,
  atPause: (pause: number, core: WorkerCore) => void,
): Promise<FromWorker[]> {
  const request = fakeRequest(['one']);
  const messages: FromWorker[] = [];
  let pauses = 0;
  await new Promise<void>((over) => {
    const core: WorkerCore = new WorkerCore(
      prepare,
      (message) => {
        messages.push(message);
        if (['stopped', 'unit-done', 'failed'].includes(message.kind)) over();
      },
      () => Promise.resolve(atPause(++pauses, core)),
    );
    core.receive({ kind: 'prepare', job: 1, request });
    core.receive({
      kind: 'run',
      job: 1,
      task: 1,
      key: 'one',
      arm: request.arms[0],
      slice: { from: 0, count: 2 },
      follow: 0,
      wantsPlan: false,
    });
  });
  return messages;
}

describe('what a worker does', () => {
  it('hears a cancel while a replication goes on', async () => {
    const messages = await heard(prepareResting, (pause, core) => {
      if (pause === 3) core.receive({ kind: 'cancel', job: 1 });
    });
    expect(messages.map(({ kind }) => kind)).toEqual(['ready', 'stopped']);
  });

  it('comes to the same with rests and without', async () => {
    const rested = await heard(prepareResting, () => undefined);
    expect(rested).toEqual(await heard(prepareFake, () => undefined));
    const kinds = ['ready', 'progress', 'progress', 'unit-done'];
    expect(rested.map(({ kind }) => kind)).toEqual(kinds);
  });
});
