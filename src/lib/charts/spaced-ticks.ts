import { SMALL } from './chart-sizes.ts';
import { textWidth } from './text-width.ts';

/** A number on an axis. */
export interface Tick {
  x: number;
  label: string;
}

/** Leave out labels that would touch the one before or reach beyond the drawing. */
export function spacedTicks(ticks: readonly Tick[], width = Infinity): Tick[] {
  let end = -Infinity;
  return ticks.filter(({ x, label }) => {
    const half = textWidth(label, SMALL) / 2 + 4;
    if (x - half < end || x - half < -8 || x + half > width + 8) return false;
    end = x + half;
    return true;
  });
}
