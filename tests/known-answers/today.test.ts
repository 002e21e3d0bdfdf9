import { describe, expect, it } from 'vitest';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { estimateOf, zOf } from './estimate.ts';
import { readCase } from './read-case.ts';
import { runCase } from './run-case.ts';

/** Exponential stays, begun on the start with the caseload that they settle at. */
const settled: Change[] = [
  { set: 'warm-up', to: 'none' },
  { set: 'horizon', to: '1 year' },
  { add: 'services.exponential.pathway.support.today', as: { 'people-exponential': 140 } },
];

const known: Change = {
  add: 'services.exponential.pathway.support.together-today',
  as: { mean: '140 days' },
};

/** How long people who are in support have known their worker, over a year that begins today. */
function soFar(changes: Change[]) {
  const { model } = readCase('length-bias');
  const run = runCase(model, { replications: 40, changes });
  const by = { kind: 'service', id: 'exponential' } as const;
  return {
    soFar: estimateOf(run.measure('open-so-far-days', by)),
    begun: estimateOf(run.measure('relationships-begun', by)),
  };
}

describe('today’s caseload', () => {
  it('is as a long run would leave it, where the time together is given', () => {
    const { soFar: days } = soFar([...settled, known]);
    expect(Math.abs(zOf(days, 140))).toBeLessThan(4);
    expect(days.standardError).toBeLessThan(140 * 0.01);
  });

  it('has just met its workers where it is not, and counts as none who come', () => {
    const { soFar: days, begun } = soFar(settled);
    expect(days.value).toBeLessThan(120);
    // One a day comes; the 140 who are there already do not count among those who begin.
    expect(Math.abs(zOf(begun, 365))).toBeLessThan(4);
  });
});
