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
});
