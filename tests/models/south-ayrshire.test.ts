import { beforeAll, describe, expect, it } from 'vitest';
import { runCase, type KnownRun } from '../known-answers/run-case.ts';
import { estimateOf } from '../known-answers/estimate.ts';
import { ofPeople } from '../known-answers/followed-readings.ts';
import type { Thread } from '../known-answers/packed-threads.ts';
import { readShipped } from './shipped-model.ts';

const { model } = readShipped('south-ayrshire');
const replications = process.env.BIDE_LONG ? 60 : 12;

/** Groups whose people are referred to treatment, as the national figure counts them. */
const referredGroups = ['opioid', 'alcohol', 'other-drugs', 'let-down', 'leaving-prison'];

/**
 * Does the sketch of South Ayrshire give back what is published? Each bound
 * lies round the published figure; a miss is to be mended or said, not widened.
 * All but the money were fitted, so agreeing says nothing in the model's favour:
 * it says that nothing has come loose since.
 */
describe('South Ayrshire as it is', { timeout: 600_000 }, () => {
  let run: KnownRun;
  beforeAll(() => {
    run = runCase(model, { replications, follow: 3000 });
  }, 600_000);
  const value = (id: string, service?: string) =>
    estimateOf(run.measure(id, service ? { kind: 'service', id: service } : undefined)).value;

  it('has about 610 people on MAT (2.05% of 29,817)', () => {
    expect(value('mat-people')).toBeGreaterThan(560);
    expect(value('mat-people')).toBeLessThan(660);
  });

  it('starts core treatment within three weeks for about 97 of 100', () => {
    expect(Math.abs(value('waited-under-21-days', 'core-treatment') - 97)).toBeLessThan(2);
    expect(Math.abs(value('waited-under-21-days', 'community-treatment') - 97)).toBeLessThan(2);
  });

  it.each([
    ['57 of 100 after twelve months', 365, 0.57],
    ['38 of 100 after three years', 1095, 0.384],
  ])('keeps %s of those who start MAT', (_title, days, published) => {
    const { value: kept } = estimateOf(
      ofPeople(run, ({ threads }) => {
        const [begins, ends] = firstStay(
          threads.filter(({ service }) => service === 'core-treatment'),
        );
        if (!(begins + days <= run.endDay)) return [0, 0];
        return [ends - begins > days ? 1 : 0, 1];
      }),
    );
    expect(Math.abs(kept - published)).toBeLessThan(0.04);
  });

  it('is funded by about £2.44m a year', () => {
    const paid = model.portfolio.contracts.reduce((sum, { pays }) => sum + pays.value * 365.25, 0);
    expect(Math.abs(paid - 2_437_602)).toBeLessThan(1000);
    // What is committed over ten years is less, for some awards end and are never given again.
    expect(value('commitment')).toBeLessThan(paid);
    expect(value('commitment')).toBeGreaterThan(0.9 * paid);
    expect(value('spend')).toBeLessThan(value('commitment'));
  });
});

describe('South Ayrshire, where nobody is passed on', { timeout: 600_000 }, () => {
  it('has about 226 referrals a quarter, new people and those who come back', () => {
    const others = model.portfolio.groups.filter(({ id }) => !referredGroups.includes(id));
    const run = runCase(model, {
      replications,
      changes: [
        ...['cold', 'supported', 'warm', 'accompanied'].map((kind) => ({
          set: `handovers.${kind}.arrives`,
          to: '0%',
        })),
        ...others.map(({ id }) => ({ remove: `groups.${id}` })),
      ],
    });
    const { value: referred } = estimateOf(run.measure('referred'));
    expect(Math.abs(referred / 4 - 226)).toBeLessThan(0.05 * 226);
  });
});

/** First and last day of the first stay: one worker after the other, while each one left. */
function firstStay(threads: Thread[]): [begins: number, ends: number] {
  if (threads.length === 0) return [Infinity, Infinity];
  let last = 0;
  while (last + 1 < threads.length && threads[last].reason === 'worker-left') last++;
  return [threads[0].from, threads[last].to];
}
