import type { PrepareArm } from '../../src/lib/experiment/prepared-arm.ts';
import type { Arm, RunRequest } from '../../src/lib/experiment/run-request.ts';
import type { MeasurePlan } from '../../src/lib/measures/measure.ts';

/** Two totals, a series of three months, one stratum of two bins and two reasons. */
export const plan: MeasurePlan = {
  measures: [],
  gaps: [],
  totals: 2,
  series: [],
  months: 3,
  warmUpDays: 0,
  seriesSize: 3,
  bands: [],
  endings: { strata: [null], binEnds: [30, 60], reasons: ['left-early', 'still-going'] },
};

/** Thirds, sevenths and the like: sums of them show in which order they were added. */
function figure(arm: string, seed: number, replication: number, place: number): number {
  return (arm.length * 7 + seed + 1) / (3 * replication + 7 * place + 1.1);
}

/** Prepare an arm whose numbers depend on arm, seed and replication, and on nothing else. */
export const prepareFake: PrepareArm = (_request, arm) => ({
  plan,
  run(seed, replication, follow, totals, totalsOffset, series, endings) {
    for (let i = 0; i < 2; i++) totals[totalsOffset + i] = figure(arm.id, seed, replication, i);
    for (let i = 0; i < 3; i++) series[i] += figure(arm.id, seed, replication, 10 + i);
    for (let i = 0; i < 4; i++) endings[i] += figure(arm.id, seed, replication, 20 + i);
    const followed = Array.from({ length: follow }, (_, i) => ({
      person: i + 1,
      group: 'anyone',
      locality: 'anywhere',
      arrives: replication,
      relationships: [],
    }));
    const notes = replication % 2 === 1 ? ['An odd replication was run.'] : [];
    return {
      followed,
      notes,
      warmUp: { yearBefore: replication, halfBefore: replication + 1, lastHalf: replication + 2 },
    };
  },
});

/** A request for arms of these ids; each differs from the others in its changes. */
export function fakeRequest(ids: string[], more: Partial<RunRequest> = {}): RunRequest {
  const arms: Arm[] = ids.map((id) => ({ id, changes: [{ set: 'title', to: id }] }));
  const raw = { title: 'A model' } as unknown as RunRequest['model']['raw'];
  const model = { id: 'model', raw };
  return { model, baseline: [], arms, seed: 1, replications: 25, threads: 8, ...more };
}
