import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '$lib/engine/calendar.ts';
import { monthStartsFrom } from '$lib/simulation/months.ts';
import { fillingErlangA, patienceQueue } from './queues.ts';
import { readCase } from './read-case.ts';
import { constant, exponential, lognormal } from './survival.ts';
import { month } from './stays.ts';

function answers(name: string): Record<string, unknown> {
  return Object.fromEntries(readCase(name).answers.map(({ measure, value }) => [measure, value]));
}

describe('what theory says of one list, integrated here', () => {
  it.each([
    ['erlanga-8-overload', exponential(2)],
    ['mmn-constant-patience', constant(2)],
    ['mmn-lognormal-patience', lognormal(2, Math.sqrt(Math.log(1 + 1.3 ** 2)))],
  ])('is what %s expects', (name, patience) => {
    const known = answers(name);
    const found = patienceQueue(9.6, 8, 1, patience);
    expect(found.stoppedWaiting).toBeCloseTo(known['stopped-waiting-share'] as number, 9);
    expect(found.waited).toBeCloseTo(known['waited-share'] as number, 9);
    expect(found.waitOfEveryone).toBeCloseTo(known['wait-of-everyone-mean-days'] as number, 9);
    expect(found.waitOfStarted).toBeCloseTo(known['wait-mean-days'] as number, 9);
  });

  it('fills a team month by month', () => {
    const known = answers('erlanga-filling');
    const starts = Array.from(monthStartsFrom(parseIsoDate('2027-04-01') as number, 1096, 1096));
    const means = fillingErlangA(9.6 / month, 48, 1 / (6 * month), 1 / (4 * month), starts);
    for (const one of known['present-over-month'] as Record<string, number>[]) {
      expect(means[one.month - 1].inService).toBeCloseTo(one.value, 9);
    }
    for (const one of known['waiting-over-month'] as Record<string, number>[]) {
      expect(means[one.month - 1].waiting).toBeCloseTo(one.value, 9);
    }
  });
});
