import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localPool } from '$lib/experiment/local-pool.ts';
import { readModel, type Model } from '$lib/portfolio/read-model.ts';
import { freeze, type Frozen } from '$lib/snapshot/freeze.ts';
import type { Snapshot, Version } from '$lib/snapshot/snapshot.ts';
import { workOut, type Run } from '$lib/snapshot/work-out.ts';
import { wholeText } from './text.ts';

const shipped = fileURLToPath(new URL('../../models/one-worker-one-contract/', import.meta.url));

export const ENGINE = '0.0.0+test';

/** The smallest shipped model with awards, over two years, so that a run takes no time. */
export function smallModel(): Model {
  const read = (name: string) => readFileSync(join(shipped, name), 'utf8');
  const portfolio = read('portfolio.yaml')
    .replace(/^horizon: .*$/m, 'horizon: 1 years')
    .replace(/^warm-up: .*$/m, 'warm-up: 1 years');
  const files = [
    { path: 'portfolio.yaml', text: portfolio },
    ...['as-it-is', 'thirty-six-months'].map((id) => ({
      path: `scenarios/${id}.yaml`,
      text: read(`scenarios/${id}.yaml`),
    })),
  ];
  const { value, findings } = readModel(files, 'one-worker-one-contract');
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

/** Run on this thread. */
export const runHere: Run = async (request, onProgress) => {
  const pool = localPool();
  try {
    return await pool.run({ ...request, threads: 1 }, { onProgress });
  } finally {
    pool.close();
  }
};

const first: Version = { number: 1, kind: 'first', why: '', previous: null };

/** A frozen snapshot of the small model. */
export async function smallSnapshot(version = first): Promise<Frozen<Snapshot>> {
  const model = smallModel();
  const run = { seed: 1, replications: 2, draws: 2 };
  const results = await workOut(
    { model, scenarios: model.scenarios, run, engine: ENGINE, edits: [] },
    runHere,
  );
  return freeze({
    text: wholeText(),
    version,
    published: '2027-03-09',
    engine: ENGINE,
    inputs: {
      model: model.id,
      portfolio: model.files[0].text,
      scenarios: model.files.slice(1).map(({ path, text }) => ({
        id: path.replace(/^scenarios\/|\.yaml$/g, ''),
        text,
      })),
      edits: [],
    },
    run: { ...run, scenarios: model.scenarios.map(({ id }) => id) },
    results,
    assumptions: [],
  });
}
