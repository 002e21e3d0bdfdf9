import { exp, log } from '../engine/elementary.ts';
import { FIGURE_KEYS, readFigure, type FigureOptions } from './read-figure.ts';
import type { Length, Quantity } from './portfolio.ts';
import type { Slot } from './slot.ts';

const LENGTH_KEYS = [
  'exactly',
  'mean',
  'median',
  'spread',
  'ninety-percent-under',
  'shape',
  'mix',
  'source',
  'why',
] as const;

/** ln 2, and the point of the standard normal law that nine in ten stay under. */
const LN_2 = 0.6931471805599453;
const NORMAL_90 = 1.2815515655446004;

/**
 * Return how long something lasts, or null with findings.
 *
 * Which law it is follows from the keys: a plain time or `exactly` is constant,
 * `mean` or `median` alone exponential, `mean` with `spread` or `median` with
 * `ninety-percent-under` lognormal, `mean` with `shape` gamma, `mix` a mixture
 * of exponentials. Ranges of the figures inside become the range of the mean.
 */
export function readLength(slot: Slot): Length | null {
  if (slot.value === 'open-ended') return { law: 'open-ended' };
  if (slot.isScalar || isFigure(slot)) return constant(slot);
  if (!slot.isMapping) return slot.wrongShape('a length of time, such as 12 weeks');
  if (!slot.mapping(LENGTH_KEYS)) return null;
  const keys = LENGTH_KEYS.filter((key) => !slot.at(key).absent);
  const law = keys.filter((key) => key !== 'source' && key !== 'why').join(' ');
  switch (law) {
    case 'exactly':
      return constant(slot.at('exactly'));
    case 'mean':
      return exponential(time(slot.at('mean')), 1, slot);
    case 'median':
      return exponential(time(slot.at('median')), 1 / LN_2, slot);
    case 'mean spread':
      return lognormalByMean(slot);
    case 'median ninety-percent-under':
      return lognormalByMedian(slot);
    case 'mean shape':
      return gamma(slot);
    case 'mix':
      return mixture(slot);
    default:
      return slot.fail('law-not-known', { keys: keys.join(', ') || 'no keys' });
  }
}

function isFigure(slot: Slot): boolean {
  return slot.isMapping && !slot.at('best').absent;
}

function constant(slot: Slot): Length | null {
  const exactly = readFigure(slot, 'time');
  return exactly && { law: 'constant', exactly };
}

function time(slot: Slot, options: FigureOptions = {}): Quantity | null {
  return readFigure(slot, 'time', { aboveZero: true, ...options });
}

function exponential(figure: Quantity | null, factor: number, slot: Slot): Length | null {
  return figure && { law: 'exponential', mean: scaled(figure, factor, slot) };
}

/** A mean that is a multiple of what the file gives, range and all. */
function scaled(figure: Quantity, factor: number, slot: Slot): Quantity {
  const mean: Quantity = { ...figure, value: figure.value * factor, path: slot.path };
  if (figure.low !== undefined) mean.low = figure.low * factor;
  if (figure.high !== undefined) mean.high = figure.high * factor;
  return mean;
}

function lognormalByMean(slot: Slot): Length | null {
  const mean = time(slot.at('mean'));
  const spread = time(slot.at('spread'), { choice: true });
  if (!mean || !spread) return null;
  const variation = spread.value / mean.value;
  const variance = log(1 + variation * variation);
  return {
    law: 'lognormal',
    mu: log(mean.value) - variance / 2,
    sigma: Math.sqrt(variance),
    mean: scaled(mean, 1, slot),
  };
}

function lognormalByMedian(slot: Slot): Length | null {
  const median = time(slot.at('median'));
  const ninety = time(slot.at('ninety-percent-under'), { choice: true });
  if (!median || !ninety) return null;
  if (ninety.value <= median.value) {
    const details = { median: median.written, ninety: ninety.written };
    return slot.at('ninety-percent-under').fail('length-out-of-order', details);
  }
  const sigma = log(ninety.value / median.value) / NORMAL_90;
  return {
    law: 'lognormal',
    mu: log(median.value),
    sigma,
    mean: scaled(median, exp((sigma * sigma) / 2), slot),
  };
}

function gamma(slot: Slot): Length | null {
  const mean = time(slot.at('mean'));
  const shape = slot.at('shape').number('a plain number, such as 3');
  if (!mean || shape === null) return null;
  if (shape <= 0 || shape > 1000) {
    return slot.at('shape').fail('shape-wrong', {
      is: `the number ${shape}`,
      expected: 'a number above 0 and at most 1000',
    });
  }
  return { law: 'gamma', shape, mean: scaled(mean, 1, slot) };
}

function mixture(slot: Slot): Length | null {
  const parts = [];
  let written = '';
  let sum = 0;
  for (const part of slot.at('mix').items('parts, each with a share and a mean', 10)) {
    if (!part.mapping(['share', 'mean', 'source', 'why'])) continue;
    const share = readFigure(part.need('share', 'The part'), 'share', { choice: true });
    const mean = time(part.need('mean', 'The part'), { choice: true });
    if (!share || !mean) continue;
    parts.push({ share: share.value, mean: mean.value });
    written += `${written ? '; ' : ''}${share.written} ${mean.written}`;
    sum += share.value;
  }
  if (parts.length === 0) return null;
  if (Math.abs(sum - 1) > 1e-9) {
    const of = 'The shares of the mix';
    return slot.at('mix').fail('shares-not-all', { sum: percent(sum), of });
  }
  const value = parts.reduce((mean, part) => mean + part.share * part.mean, 0);
  const source = slot.at('source').absent ? slot.source : slot.at('source').text();
  const known = source ? slot.context.sources.get(source) : undefined;
  return {
    law: 'mixture',
    parts,
    mean: {
      value,
      written,
      dimension: 'time',
      ...(known ? { source: known.id } : {}),
      grade: known?.grade ?? 'assumption',
      path: slot.path,
    },
  };
}

/** A share as a percentage with at most two decimals. */
export function percent(share: number): string {
  return `${Math.round(share * 10000) / 100}%`;
}

export const LENGTH_FIGURE_KEYS = [...FIGURE_KEYS, ...LENGTH_KEYS] as const;
