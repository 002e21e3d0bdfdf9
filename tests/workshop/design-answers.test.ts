import { afterAll, beforeAll, expect, test } from 'vitest';
import { leverSettings } from '../../src/lib/portfolio/lever-settings.ts';
import { readModel, type Model } from '../../src/lib/portfolio/read-model.ts';
import { readModelFolder } from '../../src/lib/server/read-model-folder.ts';
import { closeResults } from '../../src/lib/server/results.ts';
import type { DesignSettings } from '../../src/lib/workshop/designs.ts';
import { LOOKS } from '../../src/lib/workshop/design-answer.ts';
import { answerOfDesign } from '../../src/lib/server/workshops/design-answers.ts';

let model: Model;

beforeAll(async () => {
  const { files } = await readModelFolder('tests/samples/clean-small');
  model = readModel(files, 'small').value!;
});
afterAll(closeResults);

const levers = () => leverSettings(model.portfolio.levers, model.raw);

test('a design stands beside how it is now, and costs more with more workers', async () => {
  const designs: DesignSettings[] = [{}, { workers: 5 }];
  const [asNow, more] = await Promise.all(
    designs.map((settings) => answerOfDesign(model, { levers: levers() }, settings, LOOKS[0])),
  );
  if (asNow.kind !== 'answer' || more.kind !== 'answer') throw new Error('It does not fit.');
  expect(asNow.runs).toBe(2);
  // The same people and the same luck: what is not changed is the same to the last bit.
  for (const { now, design } of asNow.figures) expect(design).toBe(now);
  expect(more.figures.map(({ now }) => now)).toEqual(asNow.figures.map(({ now }) => now));
  expect(more.costRange!.low).toBeLessThan(more.cost!);
  expect(more.costRange!.high).toBeGreaterThan(more.cost!);
  expect(more.cost).toBeGreaterThan(asNow.cost! + 52_000);
  expect(asNow.figures.map(({ id }) => id).slice(0, 3)).toEqual([
    ...['cut-short-per-100', 'kept-a-worker-a-year', 'wait-mean'],
  ]);
  const promises = asNow.figures.filter(({ by }) => by?.kind === 'criterion');
  expect(promises.map(({ title }) => title)).toEqual(
    model.portfolio.standards.map(({ promise }) => promise),
  );
});

test('a design that makes no portfolio is said to, and spoils no other that is asked for with it', async () => {
  const broken = [{ ...levers()[1], id: 'broken', sets: 'services.outreach.roles.worker.cost' }];
  const [wrong, right] = await Promise.all([
    answerOfDesign(model, { levers: broken }, { broken: 5 }, LOOKS[0]),
    answerOfDesign(model, { levers: levers() }, { workers: 2 }, LOOKS[0]),
  ]);
  expect(wrong.kind).toBe('does not fit');
  expect(wrong.kind === 'does not fit' && wrong.why.join()).toMatch(/GBP|unit|number/i);
  expect(right.kind).toBe('answer');
});
