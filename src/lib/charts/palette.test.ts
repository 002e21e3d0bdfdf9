import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  BASELINE,
  DASHES,
  fillClass,
  PAPER,
  SERIES,
  seriesColour,
  strokeClass,
} from './palette.ts';

/** Relative luminance and contrast as WCAG 2 defines them. */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

it('keeps every colour 3 to 1 from paper and from its neighbours', () => {
  for (const colour of [...SERIES, BASELINE]) {
    expect(contrast(colour, PAPER), colour).toBeGreaterThanOrEqual(3);
  }
  SERIES.slice(1).forEach((colour, index) => {
    expect(contrast(colour, SERIES[index]), colour).toBeGreaterThanOrEqual(3);
  });
});

describe('the dark theme', () => {
  const sheet = readFileSync(new URL('../ui/styles/dark.css', import.meta.url), 'utf8');
  const colour = (name: string) => {
    const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(sheet);
    if (!found) throw new Error(`The dark theme does not say --${name}.`);
    return found[1];
  };

  it('keeps every colour of a chart 3 to 1 from its paper, and text 4.5 to 1', () => {
    const paper = colour('paper');
    const series = SERIES.map((_, index) => colour(`series-${index + 1}`));
    for (const one of [...series, BASELINE]) {
      expect(contrast(one, paper), one).toBeGreaterThanOrEqual(3);
    }
    for (const one of [colour('ink'), colour('ink-soft')]) {
      expect(contrast(one, paper), one).toBeGreaterThanOrEqual(4.5);
    }
    // All of them are light: dashes, patterns and names tell them apart.
    expect(new Set(series).size).toBe(SERIES.length);
  });
});

it('has a class in the style sheet for every colour, the same one', () => {
  const sheet = readFileSync(new URL('./charts.css', import.meta.url), 'utf8');
  SERIES.forEach((colour, series) => {
    expect(sheet).toContain(`--chart-${series + 1}: var(--series-${series + 1}, ${colour})`);
    expect(sheet).toContain(`.${fillClass(series)} {`);
    expect(sheet).toContain(`.${strokeClass(series)} {`);
  });
});

it('comes round after four, each with a line of its own', () => {
  expect(seriesColour(4)).toBe(seriesColour(0));
  expect(fillClass(5)).toBe(fillClass(1));
  expect(new Set(DASHES).size).toBe(SERIES.length);
});
