import { expect, it } from 'vitest';
import { binOf, makeBinEnds } from './replication.ts';

const MONTH = 365.25 / 12;

it('puts a time together into the first bin whose edge it does not pass', () => {
  const ends = makeBinEnds(12 * 365.25);
  for (let days = 0; days < 12 * 365.25; days += 0.37) {
    const bin = binOf(days, ends.length);
    expect(days <= ends[bin] && (bin === 0 || days > ends[bin - 1])).toBe(true);
  }
  expect(binOf(1e6, ends.length)).toBe(ends.length - 1);
});

it('has an edge at 3, 6, 12 and 24 months, and few bins', () => {
  const ends = [...makeBinEnds(12 * 365.25)];
  for (const months of [3, 6, 12, 24]) expect(ends).toContain(months * MONTH);
  expect(ends).toHaveLength(24 + 40);
  expect(ends[ends.length - 1]).toBeGreaterThanOrEqual(12 * 365.25 - 1e-6);
});
