import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from '$lib/engine/event-queue.ts';
import { HeapQueue } from '$lib/engine/heap-queue.ts';
import { compileProgram, type Program } from '$lib/simulation/compile.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import { readShipped } from '../models/shipped-model.ts';
import { anyPortfolio } from './frills.ts';
import { patience, times } from './how-often.ts';
import { differences, keep, modelOf, programOf, type Kept } from './simulate.ts';
import { SortedList } from './sorted-list.ts';

/** Run a replication with another list of events in the place of the program's own. */
function runOn(program: Program, list: SortedList | HeapQueue, replication = 0): Kept {
  const simulation = new Simulation(program);
  const { world } = simulation as unknown as { world: { queue: object } };
  expect(world.queue.constructor.name).toBe(EventQueue.name);
  world.queue = list;
  return keep(simulation.run(7, replication, { follow: 50 }));
}

function expectSameRun(a: Kept, b: Kept): void {
  expect(differences(a, b)).toEqual([]);
  expect(a.events).toBe(b.events);
  expect(a.followed).toEqual(b.followed);
}

const either = fc.oneof(anyPortfolio(), anyPortfolio({ warmUp: '1 year' }));

describe('the event queue, a heap and a plain sorted list', patience, () => {
  it('run any portfolio to the same bits, ties and all', () => {
    let ties = 0;
    fc.assert(
      fc.property(either, (raw) => {
        const program = programOf(modelOf(raw));
        const own = keep(new Simulation(program).run(7, 0, { follow: 50 }));
        const list = new SortedList();
        expectSameRun(runOn(program, list), own);
        expectSameRun(runOn(program, new HeapQueue()), own);
        ties += list.ties;
      }),
      times(25),
    );
    expect(ties).toBeGreaterThan(1000);
  });

  it('run South Ayrshire to the same bits', () => {
    const { portfolio } = readShipped('south-ayrshire').model;
    const program = compileProgram(portfolio, portfolio, 365.25);
    const own = keep(new Simulation(program).run(7, 1, { follow: 50 }));
    const list = new SortedList();
    expectSameRun(runOn(program, list, 1), own);
    expectSameRun(runOn(program, new HeapQueue(), 1), own);
    expect(list.ties).toBeGreaterThan(100);
  });
});
