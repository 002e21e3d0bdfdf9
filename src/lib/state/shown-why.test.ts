import { expect, test } from 'vitest';
import type { HeadlinesExplained, Told } from '../comparison/explanation.ts';
import { chosenMeasure, inputsNamed, measureInAddress, shownWhy } from './shown-why.ts';

const told = (id: string, of?: string): Told => ({
  id,
  by: of ? { kind: 'funding', id: of } : null,
  unit: 'days',
  better: 'lower',
});
const measures = [
  told('wait-mean'),
  told('cut-short-per-100'),
  told('cut-short-per-100', 'awards'),
];
const apart = { difference: 1, low: 0, high: 2 };

function whole(of: Told[]): HeadlinesExplained {
  return {
    ...{ seed: 1, replications: 5, drawn: { inputs: 1, draws: 20, each: 2 } },
    baseline: { id: 'now', title: 'Now' },
    scenario: { id: 'then', title: 'Then' },
    measures: of.map((measure) => ({
      measure,
      answer: apart,
      overFigures: null,
      inputs: [],
      leastClearCorrelation: null,
      worthOfAllFigures: null,
      mechanisms: [],
    })),
    trials: [
      {
        tried: { kind: 'input', key: 'groups.people.arrive', end: 'low' },
        differences: of.map(({ id, by }, i) => ({
          ...{ id, by, ...apart, difference: i },
          standing: 'holds' as const,
        })),
      },
    ],
    verdicts: [],
  };
}

test('an address names a measure, and what it is split by', () => {
  expect(measures.map(measureInAddress)).toEqual([
    'wait-mean',
    'cut-short-per-100',
    'cut-short-per-100:awards',
  ]);
  expect(chosenMeasure(measures, 'wait-mean')).toBe(measures[0]);
});

test('without a measure, or with an unknown one, relationships cut short are chosen', () => {
  expect(chosenMeasure(measures, null)).toBe(measures[2]);
  expect(chosenMeasure(measures.slice(0, 2), 'no-such')).toBe(measures[1]);
  expect(chosenMeasure(measures.slice(0, 1), null)).toBe(measures[0]);
  expect(chosenMeasure([], null)).toBeUndefined();
});

test('one measure is shown, with its own part of everything that was tried', () => {
  const shown = shownWhy(whole(measures), 'cut-short-per-100');
  expect(shown?.explained.measure).toBe(measures[1]);
  expect(shown?.trials).toMatchObject([{ difference: 1, standing: 'holds' }]);
  expect(shown && inputsNamed(shown)).toEqual(['groups.people.arrive']);
  expect(shownWhy(whole([]), null)).toBeNull();
});
