import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation } from '$lib/simulation/simulation.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { keep, modelOf, programOf } from './simulate.ts';

describe('a replication that rests', patience, () => {
  it('gives the bits that it gives at one go, whatever was begun before and given up', () => {
    fc.assert(
      fc.property(anyPortfolio({ warmUp: '1 year' }), (raw) => {
        const program = programOf(modelOf(raw));
        const whole = keep(new Simulation(program).run(7, 2, { follow: 20 }));
        const resting = new Simulation(program);
        resting.begin(7, 1);
        resting.advance(100);
        resting.begin(7, 2, { follow: 20 });
        let rests = 0;
        while (!resting.advance(100)) rests++;
        expect(keep(resting.end())).toEqual(whole);
        expect(rests).toBe(Math.floor(whole.events / 100));
      }),
      times(20),
    );
  });
});
