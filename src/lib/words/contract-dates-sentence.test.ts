import { describe, expect, it } from 'vitest';
import type { Difference } from '../comparison/summary.ts';
import { contractDatesSentence, isEitherPartClear } from './contract-dates-sentence.ts';

/** Of a scenario that changes nothing but contract dates. */
function difference(change: Partial<Difference> = {}): Difference {
  return {
    ...{ id: 'cut-short-per-100', by: null, unit: 'per 100', headline: true, better: 'lower' },
    ...{ difference: -8.2, low: -10, high: -6, shareBetter: 0.96 },
    changesDatesAlone: true,
    contractDatesAlone: { difference: -6.1, low: -7, high: -5 },
    assumedEffects: { difference: -2.1, low: -3, high: -1 },
    ...change,
  };
}

describe('contract dates and assumed effects', () => {
  const part = (value: number, low: number, high: number) => ({ difference: value, low, high });
  const said = (dates: Difference['contractDatesAlone'], effects: Difference['assumedEffects']) =>
    contractDatesSentence(difference({ contractDatesAlone: dates, assumedEffects: effects }));

  it('gives each part its own range', () => {
    expect(said(part(-0.4, -0.6, -0.2), part(-0.3, -0.5, -0.1))).toBe(
      'Contract dates alone: 0.4 fewer (0.2 to 0.6). Assumed effects add 0.3 fewer (0.1 to 0.5).',
    );
    expect(said(part(-16.1, -18.2, -14), part(-12.1, -13, -11.2))).toBe(
      'Contract dates alone: 16 fewer (14 to 18). Assumed effects add 12 fewer (11 to 13).',
    );
  });

  it('judges each part by its own range, and by nothing else', () => {
    expect(said(part(-0.1, -0.3, 0.1), part(-0.6, -0.8, -0.4))).toBe(
      'Contract dates alone make no clear difference (0.3 fewer to 0.1 more). ' +
        'Assumed effects add 0.6 fewer (0.4 to 0.8).',
    );
    expect(said(part(-0.6, -0.8, -0.4), part(0.02, -0.02, 0.06))).toBe(
      'Contract dates alone: 0.6 fewer (0.4 to 0.8). ' +
        'Assumed effects add no clear difference (0.02 fewer to 0.06 more).',
    );
  });

  it.each([
    [-8.2, -0.001],
    [-0.001, -8.2],
    [-8.2, 0.001],
  ])('never rounds %d and %d to all or none', (dates, effects) => {
    const sentence = said(
      part(dates, dates * 1.1, dates * 0.9),
      part(effects, Math.min(effects * 2, 0.0001), Math.max(effects * 2, -0.0001)),
    );
    expect(sentence).not.toMatch(/\b(all|none|nothing)\b|almost| 0 /i);
  });

  it('says nothing only of what is nothing in every run', () => {
    expect(said(part(-8.2, -10, -6), part(0, 0, 0))).toBe(
      'Contract dates alone: 8.2 fewer (6 to 10). Assumed effects add nothing.',
    );
    expect(said(part(0, 0, 0), part(-8.2, -10, -6))).toBe(
      'Contract dates alone change nothing. Assumed effects add 8.2 fewer (6 to 10).',
    );
  });

  it('says when the two pull against each other', () => {
    expect(said(part(3, 2, 4), part(-11.2, -13, -9))).toBe(
      'Contract dates alone: 3 more (2 to 4). ' +
        'Assumed effects pull the other way: 11.2 fewer (9 to 13).',
    );
  });

  it('speaks of each measure in its own words', () => {
    const wait = difference({
      id: 'wait-mean',
      unit: 'days',
      contractDatesAlone: part(-0.24, -0.41, -0.06),
      assumedEffects: part(0.02, -0.1, 0.14),
    });
    expect(contractDatesSentence(wait)).toBe(
      'Contract dates alone: 0.2 days shorter (0.1 to 0.4). ' +
        'Assumed effects add no clear difference (0.1 shorter to 0.1 days longer).',
    );
  });

  it('adds nothing shorter or higher, but says it', () => {
    const filled = difference({
      id: 'posts-filled',
      unit: 'per cent',
      contractDatesAlone: part(0.5, 0.1, 0.8),
      assumedEffects: part(0.4, 0.2, 0.5),
    });
    expect(contractDatesSentence(filled)).toBe(
      'Contract dates alone: 0.5 percentage points higher (0.1 to 0.8). ' +
        'Assumed effects: 0.4 percentage points higher (0.2 to 0.5).',
    );
  });

  it('cannot tell without the runs that tell', () => {
    expect(said(null, null)).toBe('Cannot tell how much of this comes from contract dates alone.');
    expect(said(part(-6.1, -7, -5), null)).toBe('Contract dates alone: 6.1 fewer (5 to 7).');
  });

  it('credits contract dates with nothing where a scenario changes more, or none can tell', () => {
    const { changesDatesAlone, ...stored } = difference({
      assumedEffects: part(-0.3, -0.5, -0.1),
    });
    expect(changesDatesAlone).toBe(true);
    const neutral = (dates: Difference['contractDatesAlone']) =>
      contractDatesSentence({ ...stored, contractDatesAlone: dates });
    const effects = 'Assumed effects add 0.3 fewer (0.1 to 0.5).';
    expect(neutral(part(-1.4, -1.42, -1.3))).toBe(
      `With every assumed effect switched off: 1.4 fewer (1.3 to 1.4). ${effects}`,
    );
    expect(neutral(part(-0.1, -0.3, 0.1))).toBe(
      `With every assumed effect switched off, there is no clear difference (0.3 fewer to 0.1 more). ${effects}`,
    );
    expect(neutral(part(0, 0, 0))).toBe(
      `With every assumed effect switched off, nothing changes. ${effects}`,
    );
    expect(neutral(null)).toBe(
      `Cannot tell what is left with every assumed effect switched off. ${effects}`,
    );
  });

  it('knows when a part is clear though the whole is not', () => {
    const apart = { contractDatesAlone: part(2, 1, 3), assumedEffects: part(-2, -3, -1) };
    expect(isEitherPartClear(difference({ low: -1, high: 1, ...apart }))).toBe(true);
    const unclear = { contractDatesAlone: part(2, -1, 3), assumedEffects: null };
    expect(isEitherPartClear(difference(unclear))).toBe(false);
  });
});
