import { expect, it } from 'vitest';
import { checkTargets } from '$lib/calibration/check-targets.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import type { Target } from '$lib/portfolio/target.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { readShipped } from '../models/shipped-model.ts';

const { portfolio } = readShipped('one-pathway').model;
const plan = planMeasures(compileProgram(portfolio, portfolio, 0));
const [target] = portfolio.targets;

const found = (...changed: Partial<Target>[]) =>
  checkTargets(
    changed.map((one) => ({ ...target, id: 'seen', ...one })),
    plan,
  ).map(({ code, path, what, mend }) => [code, path, `${what} ${mend}`]);

it('finds nothing in targets that measures can be compared with, or that none can', () => {
  expect(checkTargets(portfolio.targets, plan)).toEqual([]);
  expect(found({ measure: null, of: null, outsideTheModel: 'Nobody counts it' })).toEqual([]);
});

it('finds measures that there are not, and values of another kind', () => {
  const days = { ...target.value, dimension: 'time' as const, written: '74 days' };
  expect(
    found({ measure: 'stage-done' }, { measure: 'stage-complete' }, { of: null }, { value: days }),
  ).toEqual([
    [
      'target-measure-unknown',
      'targets.seen.measure',
      'There is no measure “stage-done” of the stage pathway.getting-to-know-each-other. Use one of the measures that the guide lists.',
    ],
    [
      'target-measure-unknown',
      'targets.seen.measure',
      'There is no measure “stage-complete” of the stage pathway.getting-to-know-each-other. Did you mean “stage-completed”?',
    ],
    [
      'target-measure-unknown',
      'targets.seen.measure',
      'There is no measure “stage-completed” of everything together. Change “of”: the measure is told of stage.',
    ],
    [
      'target-of-another-kind',
      'targets.seen.value',
      '“74 days” is of another kind than “stage-completed”, which counts per 100. Write what was seen in the kind of the measure, or name another measure.',
    ],
  ]);
});
