import { hasErrors } from '$lib/diagnostics/finding.ts';
import { findingsText } from './findings-text.ts';
import { judgeScenarios } from './judge-scenarios.ts';
import { loadModel } from './load-model.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import { resultsCsv } from './results-csv.ts';
import { resultsJson } from './results-json.ts';
import { resultsText } from './results-text.ts';
import { howMany, type RunOptions } from './run-options.ts';
import { chooseScenarios, runScenarios } from './run-scenarios.ts';
import type { Surroundings } from './surroundings.ts';
import { writeResults } from './write-results.ts';

/** `bide run` and `bide compare`: run scenarios of a model and show what comes of them. */
export async function runCommand(
  path: string,
  kind: 'run' | 'compare',
  ids: readonly string[],
  options: RunOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, stderr } = surroundings;
  const { value: model, findings } = await loadModel(path);
  if (!model || hasErrors(findings)) {
    stderr.write(findingsText(findings.filter(({ severity }) => severity === 'error')));
    return 1;
  }
  const scenarios = chooseScenarios(model, ids);
  if (kind === 'compare' && scenarios.length < 2) {
    throw new Misuse('A comparison needs two scenarios or more.');
  }
  const baseline = kind === 'compare' ? scenarios[0].id : null;
  const { seed, threads, workers } = options;
  const plan = { ...howMany(options), seed, threads, workers, scenarios, baseline };
  const summary = await runScenarios(model, plan, surroundings);
  const judged = judgeScenarios(model, scenarios, summary);
  const texts = {
    json: resultsJson(summary, kind, judged, findings),
    csv: resultsCsv(summary),
    table: resultsText(summary, model.portfolio, judged),
  };
  if (options.out !== undefined) await writeResults(options.out, texts);
  stdout.write(texts[options.format]);
  return 0;
}
