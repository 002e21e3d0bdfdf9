import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Simulation } from '$lib/simulation/simulation.ts';
import type { WarmedState } from '$lib/simulation/warmed-state.ts';
import { changed, programWith } from './changed.ts';
import { patience, times } from './how-often.ts';
import { keep, programOf } from './simulate.ts';

describe('a scenario that begins from the baseline’s warmed state', patience, () => {
  it('gives the bits that it gives after a warm-up of its own', () => {
    let shared = 0;
    fc.assert(
      fc.property(changed({}), ([raw, changes]) => {
        const { model, program } = programWith(raw, changes);
        const before = new Simulation(programOf(model));
        const scenario = new Simulation(program);
        if (scenario.warmedName !== before.warmedName) return;
        shared++;
        let warmed: WarmedState | undefined;
        before.run(7, 2, { keep: (state) => (warmed = state) });
        before.run(7, 3);
        const alone = keep(scenario.run(7, 2, { follow: 20 }));
        scenario.run(7, 5);
        expect(keep(scenario.run(7, 2, { follow: 20, from: warmed }))).toEqual(alone);
        // The state is not used up, nor does what ran before matter.
        expect(keep(new Simulation(program).run(7, 2, { follow: 20, from: warmed }))).toEqual(
          alone,
        );
      }),
      times(40),
    );
    // Most changes leave the numbering alone; a test of none would hold of anything.
    expect(shared).toBeGreaterThan(20);
  });
});
