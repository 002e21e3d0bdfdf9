import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation } from '$lib/simulation/simulation.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { keep, modelOf, programOf } from './simulate.ts';
import { spoil } from './spoil.ts';

describe('what earlier runs left behind', patience, () => {
  it('changes no bit of the next', () => {
    fc.assert(
      fc.property(fc.oneof(anyPortfolio(), anyPortfolio({ warmUp: '1 year' })), (raw) => {
        const program = programOf(modelOf(raw));
        const fresh = keep(new Simulation(program).run(7, 2, { follow: 20 }));
        const spoilt = new Simulation(program);
        spoil(spoilt);
        expect(keep(spoilt.run(7, 2, { follow: 20 }))).toEqual(fresh);
      }),
      times(40),
    );
  });
});
