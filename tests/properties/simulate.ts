import { stringify } from 'yaml';
import type { Change } from '$lib/portfolio/portfolio.ts';
import { readModel, type Model } from '$lib/portfolio/read-model.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { compileProgram, type Program } from '$lib/simulation/compile.ts';
import type { Replication } from '$lib/simulation/replication.ts';
import { Simulation } from '$lib/simulation/simulation.ts';
import type { Raw } from './small-portfolio.ts';

/** A model read through the ordinary front door; throws with its findings. */
export function modelOf(raw: Raw): Model {
  const text = stringify(raw, { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' });
  const { value, findings } = readModel([{ path: 'portfolio.yaml', text }], 'small');
  if (value) return value;
  throw new Error(findings.map(({ path, what }) => `${path}: ${what}`).join('\n'));
}

/** The program of a model, or of a scenario of it; `without` switches all effects off in both. */
export function programOf(
  model: Model,
  changes: Change[] = [],
  { baseline = [], without = false }: { baseline?: Change[]; without?: boolean } = {},
): Program {
  const made = [baseline, changes].map((list) => {
    const { value, findings } = resolve(model.raw, {
      id: model.id,
      changes: list,
      withoutEffects: without,
    });
    if (value) return value;
    throw new Error(findings.map(({ path, what }) => `${path}: ${what}`).join('\n'));
  });
  return compileProgram(made[0], made[1]);
}

/** The numbers of a replication, free of the simulation that made them. */
export type Kept = Omit<Replication, 'events'> & { events: number };

const arrays = [
  'byService',
  'byCell',
  'byCriterion',
  'criterionByMonth',
  'commitment',
  'gone',
  'runningDays',
  'bought',
  'refusals',
  'endings',
  'togetherDays',
  'stays',
  'byStage',
  'open',
  'goingAtStart',
  'warmUpPresent',
  'byRole',
  'passes',
  'byOffer',
  'families',
] as const;

/** A copy that the next run does not write over. */
export function keep(record: Replication): Kept {
  const copy = { ...record, followed: structuredClone(record.followed) };
  for (const name of arrays) copy[name] = Float64Array.from(record[name]);
  return copy;
}

/** Run one replication of a program on its own. */
export function simulate(program: Program, replication = 0, follow = 0): Kept {
  return keep(new Simulation(program).run(7, replication, { follow }));
}

/** Which arrays of two replications differ in a bit, and by how much; empty: none. */
export function differences(a: Kept, b: Kept): string[] {
  return arrays.flatMap((name) => {
    const wrong = Array.from(a[name]).flatMap((x, i) => (Object.is(x, b[name][i]) ? [] : [i]));
    if (wrong.length === 0 && a[name].length === b[name].length) return [];
    const first = wrong[0];
    return [
      `${name}: ${wrong.length} of ${a[name].length}, ${a[name][first]} and ${b[name][first]}`,
    ];
  });
}
