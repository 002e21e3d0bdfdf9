import { describe, expect, it } from 'vitest';
import { readCase, type Answer } from './read-case.ts';
import {
  constant,
  erlang,
  exponential,
  fallingHazard,
  lognormal,
  moment,
  numberAt,
  soFarMean,
  watchedMean,
} from './survival.ts';

const month = 365.25 / 12;

function answer(name: string, measure: string, service?: string): Answer['value'] {
  const found = readCase(name).answers.find(
    (one) => one.measure === measure && one.of?.service === service,
  );
  if (!found) throw new Error(`${name} knows no ${measure}.`);
  return found.value;
}

describe('what theory says of stays, integrated here', () => {
  const stays = {
    exponential: exponential(12 * month),
    constant: constant(12 * month),
    lognormal: lognormal(12 * month, 1.2),
  };
  it.each(Object.entries(stays))('fills from empty as published: %s', (service, stay) => {
    for (const { day, value } of answer('mginf-filling', 'present-at-day', service) as Record<
      string,
      number
    >[]) {
      expect(numberAt(stay, 25 / month, day)).toBeCloseTo(value, 5);
    }
  });

  it.each([
    ['exponential', exponential(140)],
    ['gamma', erlang(140, 2)],
    ['lognormal', lognormal(140, 1)],
    ['constant', constant(140)],
  ] as const)('weighs lengths by lengths: %s', (service, stay) => {
    const known = answer('length-bias', 'known-worker-so-far-mean-days', service) as number;
    const far = service === 'lognormal' ? 60_000 : 5000;
    expect(soFarMean(stay, far) / known).toBeCloseTo(1, 3);
  });

  it('leaves less as people know each other', () => {
    const stay = fallingHazard(0.3 / month, 0.4, 6 * month);
    for (const { days, value } of answer(
      'familiarity-leaving',
      'relationship-over-days-share',
    ) as Record<string, number>[]) {
      expect(stay.over(days)).toBeCloseTo(value, 10);
    }
    const mean = answer('familiarity-leaving', 'relationship-mean-days') as number;
    expect(moment(stay, 10_000)).toBeCloseTo(mean, 4);
    expect(watchedMean(stay, 3652.5, 4383)).toBeLessThan(mean);
    expect(watchedMean(stay, 3652.5, 4383)).toBeGreaterThan(mean * 0.999);
  });
});
