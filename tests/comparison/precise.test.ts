import { describe, expect, it } from 'vitest';
import { isPrecise, LOOKS, mayStopAt } from '../../src/lib/comparison/precise.ts';
import { armsWithRenewal } from '../../src/lib/comparison/renewal-arms.ts';
import type { PortfolioFile } from '../../src/lib/portfolio/portfolio-file.ts';
import { armOfRows, waits } from './arm-of-rows.ts';

/** Waits with this deviation about ten days, known to half a day after 20 futures or so. */
const armOf = (id: string, deviation: number, n = 30) => ({
  ...armOfRows(
    Array.from({ length: n }, (_, r) => [10 + (r % 2 === 0 ? 1 : -1) * deviation, 1, 4]),
  ),
  id,
});
const resultOf = (...arms: ReturnType<typeof armOf>[]) => ({ seed: 1, replications: 30, arms });

describe('precision', () => {
  it('needs every headline of every scenario, and every difference, to be narrow', () => {
    // Half-width is t(29) × deviation / √29: 1 day at a deviation of 2.63.
    expect(isPrecise(resultOf(armOf('a', 2.6)), ['a'], null)).toBe(true);
    expect(isPrecise(resultOf(armOf('a', 2.7)), ['a'], null)).toBe(false);
    const [a, b] = [armOf('a', 2), armOf('b', -2)];
    expect(isPrecise(resultOf(a, b), ['a', 'b'], null)).toBe(true);
    // Differences of opposite luck vary twice as much.
    expect(isPrecise(resultOf(a, b), ['a', 'b'], 'a')).toBe(false);
    expect(isPrecise(resultOf(a, armOf('b', 2)), ['a', 'b'], 'a')).toBe(true);
  });

  it('does not wait for what is no headline or cannot be told', () => {
    const arm = armOf('a', 9);
    const quiet = { ...arm.plan, measures: [{ ...waits, headline: false }] };
    expect(isPrecise(resultOf({ ...arm, plan: quiet }), ['a'], null)).toBe(true);
  });

  it('stops at the second of two precise looks in a row, never at a first touch', () => {
    expect(mayStopAt([false, true])).toBe(-1);
    expect(mayStopAt([false, true, false, true, true, true])).toBe(4);
    expect(mayStopAt([true, true])).toBe(1);
    expect(mayStopAt([])).toBe(-1);
  });

  it('looks at whole slices of work, further and further apart', () => {
    expect(LOOKS.every((look) => look % 10 === 0)).toBe(true);
    expect(LOOKS.every((look, i) => i === 0 || look > LOOKS[i - 1])).toBe(true);
  });
});

describe('the other reading of renewal', () => {
  const arms = [{ id: 'a', changes: [] }];

  it('is set where the file has rules, and added where it has none', () => {
    const withRules = armsWithRenewal(arms, { rules: {} } as PortfolioFile, 'per decision');
    expect(withRules[0].changes).toEqual([{ set: 'rules.renewal', to: 'per decision' }]);
    const without = armsWithRenewal(arms, {} as PortfolioFile, 'per decision');
    expect(without[0].changes).toEqual([{ add: 'rules', as: { renewal: 'per decision' } }]);
    const added = [{ id: 'a', changes: [{ add: 'rules', as: {} }] }];
    expect(armsWithRenewal(added, {} as PortfolioFile, 'per year')[0].changes[1]).toEqual({
      set: 'rules.renewal',
      to: 'per year',
    });
  });
});
