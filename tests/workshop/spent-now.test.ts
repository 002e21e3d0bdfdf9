import { afterAll, expect, test } from 'vitest';
import { readModel } from '../../src/lib/portfolio/read-model.ts';
import { readModelFolder } from '../../src/lib/server/read-model-folder.ts';
import { closeResults } from '../../src/lib/server/results.ts';
import { answerOfDesign } from '../../src/lib/server/workshops/design-answers.ts';
import { counted } from '../../src/lib/server/workshops/spent-now.ts';

afterAll(closeResults);

test('a budget of what is spent now lets everything be as it is, on a phone and on the screen', async () => {
  const { files } = await readModelFolder('models/one-worker-one-contract');
  const model = readModel(files, 'one-worker-one-contract').value!;
  const budget = await counted(model);
  for (const watcher of ['phone', 'screen'] as const) {
    const asNow = await answerOfDesign(model, { levers: [] }, {}, watcher);
    if (asNow.kind !== 'answer') throw new Error('It does not fit.');
    expect(asNow.cost, watcher).toBeLessThanOrEqual(Number(budget));
  }
  expect(Number(budget) % 1000).toBe(0);
}, 60_000);
