import { describe, expect, it } from 'vitest';
import { NARROW, SMALL, WIDE } from './chart-sizes.ts';
import { textWidth } from './text-width.ts';
import { layoutTornado, type TornadoInput } from './tornado-layout.ts';

const row = (id: string, low: number | null, high: number | null) => ({
  id,
  label: `The figure called ${id}`,
  low: { words: '40% within a year', difference: low },
  high: { words: '95% within a year', difference: high },
});

const input: TornadoInput = {
  rows: [row('a', -11, -0.1), row('b', -3, -6), row('c', -7, -8), row('d', null, -5)],
  answer: -5,
  unit: 'per 100',
  direction: { less: 'fewer', more: 'more' },
};

describe('a tornado', () => {
  it.each([NARROW, WIDE])('begins every bar at the best-figures difference, at %d', (width) => {
    const { rows, answerX } = layoutTornado(input, width);
    const [a, b, c, d] = rows;
    expect(a.low!.x + a.low!.width).toBeCloseTo(answerX, 1);
    expect(a.high!.x).toBeCloseTo(answerX, 1);
    expect(b.low!.x).toBeCloseTo(answerX, 1);
    // Both ends go one way: each has its own line, so neither hides the other.
    expect(c.low!.width).toBeLessThan(c.high!.width);
    expect(c.high!.y).toBeGreaterThan(c.low!.y);
    expect(d.low).toBeNull();
    expect(d.high!.width).toBeGreaterThan(0);
  });

  it.each([NARROW, WIDE])('keeps the words at the ends inside, at %d', (width) => {
    const { rows } = layoutTornado(input, width);
    for (const { words, x, anchor } of rows.flatMap(({ low, high }) =>
      [low, high].flatMap((bar) => bar?.text ?? []),
    )) {
      const size = textWidth(words, SMALL);
      const [from, to] = anchor === 'start' ? [x, x + size] : [x - size, x];
      expect(from).toBeGreaterThanOrEqual(-1);
      expect(to).toBeLessThanOrEqual(width + 1);
    }
  });

  it('shows no difference where it is near, and leaves it out where it is far', () => {
    expect(layoutTornado(input, WIDE).zero).not.toBeNull();
    const far = { ...input, rows: [row('a', -101, -100)], answer: -100.5 };
    expect(layoutTornado(far, WIDE).zero).toBeNull();
  });

  it.each([NARROW, WIDE])(
    'strikes no words through with the line of no difference, at %d',
    (width) => {
      const near = { ...input, rows: [row('a', -8, -1), row('b', -5, -5), row('c', -9, -1)] };
      const { rows, zero, plotTop, plotBottom } = layoutTornado(near, width);
      expect(zero!.parts[0].from).toBe(plotTop);
      expect(zero!.parts.at(-1)!.to).toBe(plotBottom);
      const struck = rows
        .flatMap(({ low, high }) => [low!, high!])
        .filter(({ text: { words, x, anchor } }) => {
          const size = textWidth(words, SMALL);
          const left = anchor === 'start' ? x : x - size;
          return left < zero!.x && zero!.x < left + size;
        });
      expect(struck.length).toBeGreaterThan(0);
      for (const { y } of struck) {
        expect(zero!.parts.some(({ from, to }) => from < y + 12 && to > y)).toBe(false);
      }
    },
  );

  it('holds where nothing moves', () => {
    const still = layoutTornado({ ...input, rows: [row('a', 0, 0)], answer: 0 }, NARROW);
    expect(Number.isFinite(still.answerX)).toBe(true);
    expect(still.rows[0].low!.width).toBe(1);
  });
});
