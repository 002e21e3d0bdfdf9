import { expect, it } from 'vitest';
import type { Difference } from '../comparison/summary.ts';
import { sharedStep, type RowCell } from './shared-step.ts';

const own = (mean: number, width: number) => ({ mean, low: mean - width, high: mean + width });

const apart = (difference: number, width: number) =>
  ({
    difference,
    low: difference - width,
    high: difference + width,
    better: 'lower',
  }) as Difference;

it('is one for all scenarios of a row, and as fine as the one that needs it most', () => {
  const now: RowCell = { own: own(10.36, 3) };
  const clear: RowCell = { own: own(9.86, 3), difference: apart(-0.5, 0.2) };
  const unclear: RowCell = { own: own(10.9, 3), difference: apart(0.54, 2) };
  expect(sharedStep('per 100', [now, clear, unclear])).toBe(0.1);
  expect(sharedStep('per 100', [now, unclear])).toBeUndefined();
  expect(sharedStep('per 100', [])).toBeUndefined();
});

it('lets every figure fit its range, whether or not scenarios differ', () => {
  const now: RowCell = { own: own(2_163_460, 53_424) };
  const unclear: RowCell = { own: own(2_160_000, 50_000), difference: apart(-3_460, 9_000) };
  expect(sharedStep('GBP', [now, unclear])).toBe(10_000);
  expect(sharedStep('GBP', [{ own: { mean: null, low: null, high: null } }])).toBeUndefined();
  expect(sharedStep('GBP', [{ own: null, difference: null }])).toBeUndefined();
});
