import { expect, it } from 'vitest';
import { estimateOf } from '../known-answers/estimate.ts';
import { runCase } from '../known-answers/run-case.ts';
import { patience } from '../properties/how-often.ts';
import { modelOf } from '../properties/simulate.ts';
import { oneTeam } from './one-team.ts';

const turnover = { leave: '60% per year', replaced: { exactly: '0 days' } };
const handovers = (keeps: string) =>
  Object.fromEntries(
    ['accompanied', 'warm', 'supported', 'cold'].map((kind) => [kind, { arrives: '100%', keeps }]),
  );

/** Workers met and stories told again, for each person who started. */
function met(raw: ReturnType<typeof oneTeam>) {
  const run = runCase(modelOf(raw), { replications: 10 });
  const value = (id: string) => estimateOf(run.measure(id)).value;
  return { workers: value('workers-per-person'), stories: value('stories-told-again') };
}

it('tells a story again to each worker after the first', patience, () => {
  const { workers, stories } = met(oneTeam({ role: turnover }));
  expect(workers).toBeGreaterThan(1.5);
  expect(stories).toBeCloseTo(workers - 1, 9);
});

it('spares what an introduction keeps of it', patience, () => {
  const role = { ...turnover, 'handover-warm': '100%' };
  const { workers, stories } = met(oneTeam({ role, more: { handovers: handovers('40%') } }));
  expect(workers).toBeGreaterThan(1.5);
  expect(stories).toBeCloseTo(0.6 * (workers - 1), 9);
});

it(
  'counts somebody who goes back to whom they knew once, with nothing to tell again',
  patience,
  () => {
    const back = { group: { 'comes-back': { share: '100%', after: { mean: '20 days' } } } };
    const stage = { leave: '30% per month' };
    const known = met(oneTeam({ ...back, stage, service: { 'known-worker-first': true } }));
    expect(known).toEqual({ workers: 1, stories: 0 });
    // Without, whoever has most room takes them.
    expect(met(oneTeam({ ...back, stage })).workers).toBeGreaterThan(2);
  },
);

it('takes people back to the worker of each role whom they knew', patience, () => {
  const roles = {
    worker: { posts: 40, caseload: 500, cost: '0 GBP per year' },
    beside: { posts: 40, caseload: 500, cost: '0 GBP per year' },
    peer: { posts: 40, caseload: 500, cost: '0 GBP per year' },
  };
  const back = { 'comes-back': { share: '100%', after: { mean: '20 days' } } };
  const pathway = [
    { stage: 'first', with: ['worker', 'beside'], lasts: { exactly: '20 days' } },
    { stage: 'second', with: 'worker', lasts: { exactly: '20 years' }, leave: '30% per month' },
  ];
  const service = { roles, pathway, accompany: ['peer'], 'known-worker-first': true };
  // The first visit brings three workers, and their story goes to two of them again.
  expect(met(oneTeam({ group: back, service }))).toEqual({ workers: 3, stories: 2 });
});

it('knows again the only worker there is, whoever is taken back to whom', patience, () => {
  const group = { 'comes-back': { share: '80%', after: '2 months' } };
  const parts = { group, role: { posts: 1 }, stage: { leave: '20% per month' } };
  expect(met(oneTeam(parts))).toEqual({ workers: 1, stories: 0 });
  const service = { 'known-worker-first': true };
  expect(met(oneTeam({ ...parts, service }))).toEqual({ workers: 1, stories: 0 });
});

it('counts a worker once who is met again in a later stage', patience, () => {
  const role = { posts: 1, caseload: 5000, cost: '0 GBP per year' };
  const pathway = [
    { stage: 'first', with: 'worker', lasts: { exactly: '20 days' } },
    { stage: 'second', with: 'other', lasts: { exactly: '20 days' } },
    { stage: 'third', with: 'worker', lasts: { exactly: '20 years' } },
  ];
  const service = { roles: { worker: role, other: role }, pathway };
  const { workers, stories } = met(oneTeam({ service, more: { handovers: handovers('40%') } }));
  expect(workers).toBe(2);
  expect(stories).toBeCloseTo(0.6, 9);
});
