/**
 * What can be found out about a published file: that it is what it says, that it is signed, and that
 * running it again gives its numbers.
 */
import { hasErrors } from '../diagnostics/finding.ts';
import type { Scenario } from '../portfolio/portfolio.ts';
import { readModel, type Model } from '../portfolio/read-model.ts';
import { differencesBetween, type Differing } from './differences.ts';
import type { Snapshot } from './snapshot.ts';
import { workOut, type Run } from './work-out.ts';

/** What came of running a snapshot again. */
export type Rerun =
  /** Every number is the same, to the last bit. */
  | { kind: 'same'; engine: string }
  | { kind: 'differs'; engine: string; isSameEngine: boolean; differing: Differing[] }
  /** The model in it cannot be read by this version. */
  | { kind: 'unreadable'; engine: string; isSameEngine: boolean; why: string[] };

/** Run a snapshot's own inputs again, and compare the results with those that were published. */
export async function rerun(
  snapshot: Snapshot,
  engine: string,
  run: Run,
  onProgress?: (share: number) => void,
): Promise<Rerun> {
  const isSameEngine = snapshot.engine === engine;
  const read = modelOf(snapshot);
  if ('why' in read) return { kind: 'unreadable', engine, isSameEngine, why: read.why };
  const { results, run: settings, inputs } = snapshot;
  // Which engine it was is known: it is no difference in the results.
  const work = { ...read, run: settings, engine: snapshot.engine, edits: inputs.edits };
  const again = await workOut(work, run, onProgress);
  const differing = differencesBetween(results, JSON.parse(JSON.stringify(again)));
  return differing.length === 0
    ? { kind: 'same', engine }
    : { kind: 'differs', engine, isSameEngine, differing };
}

/** Read the model that a snapshot holds, with the scenarios that were run in their order. */
export function modelOf({
  inputs,
  run,
}: Pick<Snapshot, 'inputs' | 'run'>): { model: Model; scenarios: Scenario[] } | { why: string[] } {
  const files = [
    { path: 'portfolio.yaml', text: inputs.portfolio },
    ...inputs.scenarios.map(({ id, text }) => ({ path: `scenarios/${id}.yaml`, text })),
  ];
  const { value: model, findings } = readModel(files, inputs.model);
  if (!model || hasErrors(findings)) {
    const errors = findings.filter(({ severity }) => severity === 'error');
    return { why: errors.map(({ file, line, what }) => `${file}, line ${line}: ${what}`) };
  }
  const scenarios = run.scenarios.flatMap(
    (id) => model.scenarios.find((scenario) => scenario.id === id) ?? [],
  );
  const missing = run.scenarios.filter((id) => !scenarios.some((one) => one.id === id));
  if (missing.length > 0 || scenarios.length === 0) {
    return { why: [`The scenarios ${missing.join(', ')} are not in it.`] };
  }
  return { model, scenarios };
}
