import { describe, expect, it } from 'vitest';
import type { ContractRow } from '../../charts/contract-awards.ts';
import { endsInShort, firstEnd } from './contract-ends.ts';

const start = '2027-04-01';
const tenYears = 3653;

function row(id: string, ends: readonly number[], recurrent = false): ContractRow {
  const awards = ends.map((to) => ({ from: to - 100, to, decided: to - 61 }));
  return { id, name: `Award ${id}`, recurrent, awards };
}

describe('ends of contracts in short', () => {
  it('counts those that come within the time looked ahead, and names the first', () => {
    const rows = [row('late', [549]), row('early', [183, 549]), row('core', [], true)];
    expect(endsInShort(rows, tenYears)).toBe(
      'Over 10 years 2 of 3 contracts come to an end, 3 times in all.',
    );
    expect(firstEnd(rows, start, tenYears)).toBe('First to end: Award early, on 30 September 2027');
  });

  it('leaves out an end that comes as the time looked ahead is over, as the run does', () => {
    const rows = [row('a', [tenYears])];
    expect(endsInShort(rows, tenYears)).toBe('No contract comes to an end within 10 years.');
    expect(firstEnd(rows, start, tenYears)).toBe('');
    expect(endsInShort(rows, tenYears + 0.5)).toBe(
      'Over 10 years the contract comes to an end, 1 time in all.',
    );
  });
});
