import { expect, it } from 'vitest';
import { OFFER_ACCEPTED, OFFER_MADE, OFFER_RECEIVED } from '$lib/simulation/replication.ts';
import { runCase } from '../known-answers/run-case.ts';
import { modelOf, programOf, simulate } from '../properties/simulate.ts';
import type { Raw } from '../properties/small-portfolio.ts';
import { oneTeam } from './one-team.ts';

/** Everybody needs housing, and half say yes to help with it. */
const offering = (offer: Raw) =>
  oneTeam({
    group: { needs: { housing: '100%' } },
    stage: {
      lasts: { exactly: '12 months' },
      meets: { housing: { by: 'worker', for: '50%', how: 'leaflet', ...offer } },
    },
    more: { needs: { housing: 'A safe home' } },
  });

/** Offers made, accepted and received, of those of the four years. */
function offersOf(offer: Raw): number[] {
  const { byOffer } = simulate(programOf(modelOf(offering(offer))));
  return [OFFER_MADE, OFFER_ACCEPTED, OFFER_RECEIVED].map((column) => byOffer[column]);
}

it('tells those who said no from those who said yes and got nothing', () => {
  const [made, accepted, received] = offersOf({ after: '6 months' });
  // 20 come a month for 48 months.
  expect(Math.abs(made - 960)).toBeLessThan(4 * Math.sqrt(960));
  expect(Math.abs(accepted - made / 2)).toBeLessThan(4 * Math.sqrt(made / 4));
  // Who said yes within the four years is helped, even when they are over.
  expect(received).toBe(accepted);
  // The stage is over before any help begins.
  expect(offersOf({ after: '13 months' })).toEqual([made, accepted, 0]);
});

it('are told of 100 offers made', () => {
  const run = runCase(modelOf(offering({ after: '6 months' })), { replications: 1 });
  const how = { kind: 'how', id: 'leaflet', within: { kind: 'need', id: 'housing' } } as const;
  const accepted = run.measure('offers-accepted', how);
  expect(run.measure('offers-received', how)).toEqual(accepted);
  expect(accepted.over[0] / accepted.under![0]).toBeCloseTo(50, -1);
});
