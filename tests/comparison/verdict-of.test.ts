import { describe, expect, it } from 'vitest';
import type { Apart, Tried } from '../../src/lib/comparison/explanation.ts';
import type { DifferenceOverFigures } from '../../src/lib/comparison/summary.ts';
import { standingOf, verdictOf } from '../../src/lib/comparison/verdict-of.ts';

const apart = (low: number, high: number): Apart => ({ difference: (low + high) / 2, low, high });
const nothing: Apart = { difference: null, low: null, high: null };
const measure = { id: 'wait-mean', by: null, unit: 'days', better: 'lower' } as const;
const tried: Tried = { kind: 'horizon', days: 100 };
const figures = (low: number, high: number) =>
  ({ figures: { low, high } }) as unknown as DifferenceOverFigures;
const verdict = (answer: Apart, others: Apart[], over = figures(answer.low!, answer.high!)) =>
  verdictOf(measure, answer, over, others.map((other) => ({ tried, ...other }))); // prettier-ignore

describe('how an answer stands', () => {
  it.each([
    [apart(1, 3), apart(2, 9), 'holds'],
    [apart(1, 3), apart(-1, 3), 'fades'],
    [apart(1, 3), apart(-3, -1), 'turns'],
    [apart(-1, 3), apart(-3, 1), 'holds'],
    [apart(-1, 3), apart(1, 3), 'appears'],
    [apart(1, 3), nothing, 'cannot tell'],
  ] as const)('%j beside %j %s', (answer, other, standing) => {
    expect(standingOf(answer, other)).toBe(standing);
  });

  it('is robust only where nothing moves it and the figures go one way', () => {
    expect(verdict(apart(1, 3), [apart(2, 4)]).kind).toBe('robust');
    expect(verdict(apart(1, 3), [apart(2, 4), apart(-1, 4)])).toMatchObject({
      kind: 'depends',
      fades: [tried],
    });
    expect(verdict(apart(1, 3), [], figures(-0.5, 4))).toMatchObject({
      kind: 'depends',
      figuresDisagree: true,
    });
    expect(verdict(apart(-3, -1), [], figures(-4, 0.5)).figuresDisagree).toBe(true);
    expect(verdict(apart(-3, -1), [], figures(-4, -0.5)).kind).toBe('robust');
  });

  it('is not clear, or the same, or not to be told', () => {
    expect(verdict(apart(-1, 1), [apart(-2, 1)]).kind).toBe('not clear');
    expect(verdict(apart(-1, 1), [apart(2, 3)]).kind).toBe('depends');
    expect(verdict(apart(0, 0), [apart(0, 0)]).kind).toBe('same');
    expect(verdictOf(measure, nothing, null, []).kind).toBe('cannot tell');
  });
});
