import { describe, expect, it } from 'vitest';
import type { Apart, Tried } from '../../src/lib/comparison/explanation.ts';
import { levelTogether } from '../../src/lib/comparison/held-together.ts';
import type { DifferenceOverFigures } from '../../src/lib/comparison/summary.ts';
import { standingOf, verdictOf, type Grounds } from '../../src/lib/comparison/verdict-of.ts';
import { Draws } from '../../src/lib/engine/random.ts';
import { studentTQuantile } from '../../src/lib/engine/statistics.ts';

const apart = (low: number, high: number): Apart => ({ difference: (low + high) / 2, low, high });
const nothing: Apart = { difference: null, low: null, high: null };
const measure = { id: 'wait-mean', by: null, unit: 'days', better: 'lower' } as const;
const tried: Tried = { kind: 'horizon', days: 100 };
const figures = (low: number, high: number) =>
  ({ figures: { low, high } }) as unknown as DifferenceOverFigures;
const all = { isUncertain: true, notDescribed: [] };
/** Another way of looking; `wide` is how much wider its interval is that holds with all others. */
const looked = (of: Apart, wide = 0) => ({
  ...{ ...of, tried },
  together: { ...of, low: of.low === null ? null : of.low - wide, high: of.high === null ? null : of.high + wide }, // prettier-ignore
});
const verdict = (answer: Apart, others: Apart[], over = figures(answer.low!, answer.high!)) =>
  verdictOf(measure, answer, { ...all, overFigures: over }, others.map((other) => looked(other))); // prettier-ignore

describe('how an answer stands', () => {
  it.each([
    [apart(1, 3), apart(2, 9), 'holds'],
    [apart(1, 3), apart(-1, 3), 'fades'],
    [apart(1, 3), apart(-3, -1), 'turns'],
    [apart(-1, 3), apart(-3, 1), 'holds'],
    [apart(-1, 3), apart(1, 3), 'appears'],
    [apart(1, 3), nothing, 'cannot tell'],
  ] as const)('%j beside %j %s', (answer, other, standing) => {
    expect(standingOf(answer, looked(other))).toBe(standing);
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
    const grounds = { ...all, overFigures: figures(-1, 1) };
    const others = [looked(apart(2, 3), 4), looked(apart(-1, 1)), looked(nothing)];
    expect(verdictOf(measure, apart(-1, 1), grounds, others)).toMatchObject({
      ...{ kind: 'not clear', mayBeLuck: [tried], ways: 2 },
    });
    expect(verdict(apart(0, 0), [apart(0, 0)]).kind).toBe('same');
    expect(verdictOf(measure, nothing, { ...all, overFigures: null }, []).kind).toBe('cannot tell');
  });

  it.each([
    [apart(-1, 3), apart(1, 3), 'may be luck'],
    [apart(1, 3), apart(-3, -1), 'fades'],
    [apart(1, 3), apart(1, 3), 'holds'],
  ] as const)('%j beside %j, clear by itself alone, %s', (answer, other, standing) => {
    expect(standingOf(answer, looked(other, 2))).toBe(standing);
  });

  it('finds nothing in nothing, however many ways of looking: one time in twenty at most', () => {
    const [ways, freedom] = [24, 29];
    const [t, sure] = [0.95, levelTogether(ways)].map((level) =>
      studentTQuantile(0.5 + level / 2, freedom),
    );
    const luck = new Draws(11, 0);
    let found = 0;
    for (let world = 0; world < 400; world++) {
      const others = Array.from({ length: ways }, (_, way) => {
        const value = studentTQuantile(luck.uniform(world, way), freedom);
        const around = (half: number) => ({ difference: value, low: value - half, high: value + half }); // prettier-ignore
        return { ...around(t), together: around(sure), tried };
      });
      const grounds = { ...all, overFigures: figures(-1, 1) };
      if (verdictOf(measure, apart(-1, 1), grounds, others).kind !== 'not clear') found += 1;
    }
    // 20 of 400 are promised; three standard errors more.
    expect(found).toBeLessThan(20 + 3 * Math.sqrt(19));
    expect(found).toBeGreaterThan(5);
  });

  it('is not robust where something cannot be told, or was not there to be tried', () => {
    expect(verdict(apart(1, 3), [apart(2, 4), nothing])).toMatchObject({
      ...{ kind: 'holds', untold: [tried] },
    });
    const overFigures = figures(1, 3);
    const judged = (grounds: Partial<Grounds>) =>
      verdictOf(measure, apart(1, 3), { ...all, overFigures, ...grounds }, []);
    expect(judged({}).kind).toBe('robust');
    expect(judged({ notDescribed: ['familiarity'] })).toMatchObject({
      ...{ kind: 'holds', notDescribed: ['familiarity'] },
    });
    expect(judged({ overFigures: null })).toMatchObject({ kind: 'holds', figuresUntold: true });
    expect(judged({ overFigures: null, isUncertain: false }).kind).toBe('robust');
    // What moves it is worse than what is missing.
    expect(verdict(apart(1, 3), [apart(-1, 4), nothing]).kind).toBe('depends');
  });
});
