import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './text-width.ts';

describe('text without a browser', () => {
  it('is wider for more and for wider letters', () => {
    expect(textWidth('')).toBe(0);
    expect(textWidth('WWW')).toBeGreaterThan(textWidth('iii'));
    expect(textWidth('abc', 28)).toBeCloseTo(2 * textWidth('abc', 14));
  });

  it('breaks between words and never exceeds its width', () => {
    const text = 'Three-year awards with decisions a year before the end';
    for (const width of [60, 90, 120, 200, 500]) {
      for (const line of wrapText(text, width, 3))
        expect(textWidth(line)).toBeLessThanOrEqual(width);
    }
    expect(wrapText(text, 500)).toEqual([text]);
  });

  it('cuts what is left over with an ellipsis', () => {
    expect(wrapText('one two three four five six', 60, 2).at(-1)).toMatch(/…$/);
    expect(wrapText('Incomprehensibilities', 50, 1)[0]).toMatch(/…$/);
  });

  it('has no lines for no text', () => {
    expect(wrapText('', 100)).toEqual([]);
    expect(wrapText('   ', 100)).toEqual([]);
  });
});
