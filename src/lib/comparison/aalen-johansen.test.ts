import { describe, expect, it } from 'vitest';
import { cumulativeIncidence } from './aalen-johansen.ts';

/** Six people, worked by hand: at risk 6, 5, 4, 3, 2, 1; [A, B, not seen to end] by bin. */
const six = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 1, 0);

describe('cumulative incidence with competing causes', () => {
  it('gives the fractions worked by hand', () => {
    const [a, b] = cumulativeIncidence(six, 0, 6, 2);
    const close = (values: number[]) => values.map((value) => expect.closeTo(value, 12) as number);
    expect([...a]).toEqual(close([1 / 6, 1 / 6, 1 / 6, 3 / 8, 3 / 8, 3 / 8]));
    expect([...b]).toEqual(close([0, 0, 5 / 24, 5 / 24, 5 / 24, 5 / 8]));
  });

  it('is one minus Kaplan and Meier with one cause: remissions under 6-MP', () => {
    // Freireich et al., Blood 21 (1963), weeks; the curve as textbooks print it.
    const relapsed = [6, 6, 6, 7, 10, 13, 16, 22, 23];
    const watched = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35];
    const counts = new Float64Array(70);
    for (const week of relapsed) counts[(week - 1) * 2] += 1;
    for (const week of watched) counts[(week - 1) * 2 + 1] += 1;
    const [curve] = cumulativeIncidence(counts, 0, 35, 1);
    const still = [6, 7, 10, 13, 16, 22, 23, 35].map((week) => 1 - curve[week - 1]);
    expect(still.map((share) => share.toFixed(3))).toEqual([
      '0.857',
      '0.807',
      '0.753',
      '0.690',
      '0.627',
      '0.538',
      '0.448',
      '0.448',
    ]);
  });

  it('is the plain share where everybody was watched to the end', () => {
    const [a, b] = cumulativeIncidence(Float64Array.of(3, 1, 0, 2, 4, 0), 0, 2, 2);
    expect(a[1]).toBeCloseTo(0.5, 12);
    expect(b[1]).toBeCloseTo(0.5, 12);
  });

  it('reads from an offset, and is nothing where there is nobody', () => {
    const counts = Float64Array.of(9, 9, 9, ...six, 0, 0, 0);
    expect(cumulativeIncidence(counts, 3, 6, 2)).toEqual(cumulativeIncidence(six, 0, 6, 2));
    expect(cumulativeIncidence(new Float64Array(6), 0, 2, 2)).toEqual([
      new Float64Array(2),
      new Float64Array(2),
    ]);
  });
});
