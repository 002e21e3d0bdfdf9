import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Compiler } from '$lib/simulation/compile.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { changed, programWith } from './changed.ts';
import { patience, times } from './how-often.ts';
import { keep, programOf } from './simulate.ts';

describe('a scenario compiled after others of its baseline', patience, () => {
  it('gives the bits that it gives when it is compiled alone', () => {
    let shared = 0;
    fc.assert(
      fc.property(changed({}), ([raw, changes]) => {
        const { model, program } = programWith(raw, changes);
        const { baseline } = programOf(model);
        const compiler = new Compiler(baseline);
        const first = compiler.compile(baseline);
        const next = compiler.compile(program.scenario);
        // What they share was compiled once.
        if (next.before === first.before) shared++;
        const alone = keep(new Simulation(program).run(7, 2));
        expect(keep(new Simulation(next).run(7, 2))).toEqual(alone);
        const again = compiler.compile(baseline);
        expect(keep(new Simulation(again).run(7, 2))).toEqual(
          keep(new Simulation(programOf(model)).run(7, 2)),
        );
      }),
      times(20),
    );
    // Most changes leave the numbering alone.
    expect(shared).toBeGreaterThan(10);
  });
});
