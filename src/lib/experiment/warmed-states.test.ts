import { expect, test } from 'vitest';
import type { WarmedState } from '../simulation/warmed-state.ts';
import { WarmedStates } from './warmed-states.ts';

const state = { bytes: 1 } as WarmedState;

/** Go through replications as an arm does; return how many of them found their state. */
function run(states: WarmedStates, name: string, replications: number): number {
  states.numberOf('all agree');
  let found = 0;
  for (let replication = 0; replication < replications; replication++) {
    if (states.get(name, 1, replication)) found += 1;
    else states.keep(name, 1, replication, state);
  }
  return found;
}

test('each arm finds what there is room for, though all go through it in the same order', () => {
  const states = new WarmedStates(60);
  expect([run(states, 'a', 100), run(states, 'a', 100), run(states, 'a', 100)]).toEqual([
    0, 60, 60,
  ]);
});

test('a first look finds its states, whatever else was kept', () => {
  const states = new WarmedStates(60);
  run(states, 'a', 100);
  expect([run(states, 'b', 10), run(states, 'b', 10)]).toEqual([0, 10]);
  expect(run(states, 'a', 10)).toBe(10);
});

test('what was not used for a while makes room', () => {
  const states = new WarmedStates(60);
  run(states, 'a', 100);
  for (let arm = 0; arm < 13; arm++) run(states, 'b', 20);
  expect([run(states, 'b', 60), run(states, 'b', 60)]).toEqual([20, 60]);
});
