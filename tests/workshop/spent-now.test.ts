import { afterAll, expect, test } from 'vitest';
import { readModel } from '../../src/lib/portfolio/read-model.ts';
import { readModelFolder } from '../../src/lib/server/read-model-folder.ts';
import { closeResults } from '../../src/lib/server/results.ts';
import { answerOfDesign } from '../../src/lib/server/workshops/design-answers.ts';
import { LAST_LOOK, LOOKS } from '../../src/lib/workshop/design-answer.ts';
import { counted } from '../../src/lib/server/workshops/spent-now.ts';

afterAll(closeResults);

test('a budget of what is spent now lets everything be as it is, on a phone and on the screen', async () => {
  const { files } = await readModelFolder('models/one-worker-one-contract');
  const model = readModel(files, 'one-worker-one-contract').value!;
  const budget = await counted(model);
  for (const look of LOOKS) {
    const asNow = await answerOfDesign(model, { levers: [] }, {}, look);
    if (asNow.kind !== 'answer') throw new Error('It does not fit.');
    // What is said to be over it is what is over it at the low end of its range.
    expect(asNow.costRange!.low, String(look)).toBeLessThanOrEqual(Number(budget));
    if (look === LAST_LOOK) expect(asNow.cost).toBeLessThanOrEqual(Number(budget));
  }
  expect(Number(budget) % 1000).toBe(0);
}, 60_000);
