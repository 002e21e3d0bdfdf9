import { describe, expect, it } from 'vitest';
import { CumulativeHazard } from '../engine/hazard.ts';
import type { FormulaTree } from '../formula/formula-tree.ts';
import { formulaKey, SharedTables } from './shared-tables.ts';

const name = (text: string): FormulaTree => ({ op: 'name', name: text });
const product: FormulaTree = { op: 'multiply', left: name('leaving'), right: name('familiarity') };

describe('formulaKey', () => {
  it('is the same for the same formula and values, whatever else has a value', () => {
    const key = formulaKey('together', { leaving: 0.1, other: 1 }, [product]);
    expect(formulaKey('together', { leaving: 0.1, other: 2 }, [product])).toBe(key);
  });

  it('differs with a value used, with the formula and with the clock', () => {
    const keys = [
      formulaKey('together', { leaving: 0.1 }, [product]),
      formulaKey('together', { leaving: 0.1 + 2e-17 }, [product]),
      formulaKey('together', { leaving: 0.2 }, [product]),
      formulaKey('together', { leaving: 0.1 }, [name('leaving')]),
      formulaKey('in service', { leaving: 0.1 }, [product]),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('SharedTables', () => {
  it('makes a table once for each key', () => {
    const tables = new SharedTables();
    let made = 0;
    const make = () => {
      made++;
      return { alone: 0.1, table: CumulativeHazard.fromSteps([0, 10], [0.1, 0.2]) };
    };
    expect(tables.leaving('a', make)).toBe(tables.leaving('a', make));
    expect(tables.leaving('b', make)).not.toBe(tables.leaving('a', make));
    expect(made).toBe(2);
  });
});
