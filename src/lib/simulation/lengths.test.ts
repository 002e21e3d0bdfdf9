import { describe, expect, it } from 'vitest';
import type { Length } from '../portfolio/portfolio.ts';
import { LengthTable } from './lengths.ts';

const value = (days: number) => ({ value: days }) as never;

describe('LengthTable', () => {
  it('tells the lengths that take no chance, with the value they are always sampled at', () => {
    const table = new LengthTable();
    const constant = table.add({ law: 'constant', exactly: value(42) } as Length);
    const openEnded = table.add({ law: 'open-ended' } as Length);
    for (const index of [constant, openEnded]) {
      for (const u of [1e-9, 0.5, 0.999]) {
        expect(table.sample(index, u)).toBe(table.fixed(index));
      }
    }
    expect(table.fixed(constant)).toBe(42);
    expect(table.fixed(openEnded)).toBe(Infinity);
  });

  it('asks for a draw where chance decides', () => {
    const table = new LengthTable();
    const index = table.add({ law: 'exponential', mean: value(30) } as Length);
    expect(table.fixed(index)).toBeLessThan(0);
    expect(table.sample(index, 0.2)).toBeLessThan(table.sample(index, 0.8));
  });

  const laws: [string, Length][] = [
    ['exponential', { law: 'exponential', mean: value(30) }],
    ['lognormal', { law: 'lognormal', mean: value(0), mu: 3, sigma: 0.8 }],
    ['gamma', { law: 'gamma', mean: value(30), shape: 0.7 }],
    ['gamma, peaked', { law: 'gamma', mean: value(30), shape: 9 }],
  ] as never;

  it.each(laws)(
    '%s: beyond some days are the quantiles of those that are longer',
    (_law, length) => {
      const table = new LengthTable();
      const index = table.add(length);
      for (const below of [1e-6, 0.3, 0.5, 0.97]) {
        const beyond = table.sample(index, below);
        for (const u of [0.01, 0.5, 0.99]) {
          const expected = table.sample(index, below + (1 - below) * u);
          expect(table.sampleBeyond(index, beyond, u) / expected).toBeCloseTo(1, 9);
        }
      }
    },
  );

  it.each(laws)('%s: goes on soundly where hardly any is that long', (_law, length) => {
    const table = new LengthTable();
    const days = table.sampleBeyond(table.add(length), 1e9, 0.5);
    expect(days).toBeGreaterThanOrEqual(1e9);
    expect(days).toBeLessThan(1.05e9);
  });

  it('a mixture has the more of its long part the further out', () => {
    const table = new LengthTable();
    const parts = [
      { share: 0.9, mean: 10 },
      { share: 0.1, mean: 100 },
    ];
    const index = table.add({ law: 'mixture', mean: value(19), parts } as never);
    for (const beyond of [5, 40, 100_000]) {
      const left = parts.map(({ share, mean }) => share * Math.exp(beyond / 100 - beyond / mean));
      const mean = (left[0] * 10 + left[1] * 100) / (left[0] + left[1]);
      let sum = 0;
      for (let i = 0; i < 20_000; i++) {
        sum += table.sampleBeyond(index, beyond, (i + 0.5) / 20_000) - beyond;
      }
      expect(sum / 20_000 / mean).toBeCloseTo(1, 2);
    }
  });

  it('a constant beyond its days is over at once', () => {
    const table = new LengthTable();
    const index = table.add({ law: 'constant', exactly: value(42) } as Length);
    expect([table.sampleBeyond(index, 7, 0.5), table.sampleBeyond(index, 50, 0.5)]).toEqual([
      42, 50,
    ]);
  });
});
