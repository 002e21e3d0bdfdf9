import { describe, expect, it } from 'vitest';
import { aimOf } from '$lib/calibration/problem.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import { STRUCTURES } from '$lib/portfolio/leaving-rule.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { estimateOf } from '../known-answers/estimate.ts';
import { runCase } from '../known-answers/run-case.ts';
import { readShipped } from './shipped-model.ts';

const replications = process.env.BIDE_LONG ? 40 : 10;
const { model } = readShipped('south-ayrshire');

describe.each(['south-ayrshire', 'one-pathway'])('the targets of %s', (id) => {
  it('are of measures that there are, in their units', () => {
    const { portfolio } = readShipped(id).model;
    const plan = planMeasures(compileProgram(portfolio, portfolio, 0));
    const said = portfolio.targets.filter(({ measure }) => measure !== null);
    expect(said.length).toBeGreaterThan(2);
    for (const target of said) expect(aimOf(plan, target).measure.id).toBe(target.measure);
    expect(said.some(({ heldOut }) => heldOut)).toBe(true);
  });
});

/**
 * Each structure is fitted to the same retention, with values of its own that
 * stand in the file. A few runs agree when they lie within four of their own
 * standard errors of what was seen.
 */
describe('South Ayrshire', { timeout: 600_000 }, () => {
  it.each(STRUCTURES)('gives back what it was fitted to if leaving falls with %s', (structure) => {
    const changes: Change[] = [{ set: 'rules.leaving.falls-with', to: structure }];
    const { value: portfolio } = resolve(model.raw, { id: model.id, changes });
    if (!portfolio) throw new Error('The model cannot be read.');
    const run = runCase(model, { replications, changes });
    const plan = planMeasures(compileProgram(portfolio, portfolio, 0));
    const fitted = portfolio.targets.filter(({ fittedWith }) => fittedWith.length > 0);
    expect(fitted.map(({ id }) => id)).toEqual([
      'mat-12-months',
      'mat-36-months',
      'first-month',
      'through-the-gate',
    ]);
    const missed = fitted.flatMap((target) => {
      const { value } = aimOf(plan, target);
      const reading = run.measure(target.measure ?? '', target.of ?? undefined);
      const { value: result, standardError } = estimateOf(reading);
      const isMet = Math.abs(result - value) < 4 * standardError;
      return isMet ? [] : [`${target.id}: ${result} ± ${standardError}, seen ${value}`];
    });
    expect(missed).toEqual([]);
  });

  it('does not give it back with values that were not fitted, so that this test could fail', () => {
    const changes: Change[] = [
      { set: 'assumptions.mat-leaving-at-first.best', to: '10% per month' },
    ];
    const run = runCase(model, { replications, changes });
    const { value, standardError } = estimateOf(
      run.measure('in-support-12-months', { kind: 'service', id: 'core-treatment' }),
    );
    expect(Math.abs(value - 57)).toBeGreaterThan(4 * standardError);
  });
});
