import { describe, expect, it } from 'vitest';
import { waitingNotes } from '../../src/lib/comparison/waiting-notes.ts';
import type { By, Measure } from '../../src/lib/measures/measure.ts';
import { armOfRows, waits } from './arm-of-rows.ts';

const measure = (id: string, by: By | null, numerator: number): Measure => ({
  ...waits,
  ...{ id, by, numerator, unit: 'people', headline: false },
});

/** An arm in which 100 are referred to a service, and so many start or stop waiting. */
function armWith(started: number, stopped: number) {
  const team: By = { kind: 'service', id: 'team' };
  const quick: By = { kind: 'service', id: 'quick' };
  const measures = [
    measure('referred', team, 0),
    measure('started', team, 1),
    measure('stopped-waiting', team, 2),
    measure('referred', quick, 0),
    measure('started', quick, 0),
    measure('referred', null, 0),
    measure('started', null, 2),
  ];
  return armOfRows(Array(4).fill([100, started, stopped]), { measures });
}

describe('people who still wait when the runs end', () => {
  it('are noted where the mean wait leaves many of them out', () => {
    expect(waitingNotes(armWith(60, 10))).toEqual([
      'In the service that leaves most people waiting, 30 in 100 of those referred were still ' +
        'waiting when the runs ended. The mean wait is of those who started: with the others it ' +
        'would be longer.',
    ]);
  });

  it('are noted from more than 5 in 100 on, and not at 5', () => {
    expect(waitingNotes(armWith(94, 0))[0]).toContain('6 in 100');
    expect(waitingNotes(armWith(95, 0))).toEqual([]);
  });

  it('are not where they are few', () => {
    expect(waitingNotes(armWith(80, 16))).toEqual([]);
  });
});
