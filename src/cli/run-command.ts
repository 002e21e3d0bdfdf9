import { hasErrors } from '$lib/diagnostics/finding.ts';
import { balanceMoney } from './balance-money.ts';
import { findingsText } from './findings-text.ts';
import { judgeScenarios } from './judge-scenarios.ts';
import { loadModel } from './load-model.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import { refuseUncomparable } from './refuse-uncomparable.ts';
import { resultsCsv } from './results-csv.ts';
import { resultsJson } from './results-json.ts';
import { resultsText } from './results-text.ts';
import { howMany, type RunOptions } from './run-options.ts';
import { chooseScenarios, runScenarios } from './run-scenarios.ts';
import { scenarioFile } from './scenario-file.ts';
import type { Surroundings } from './surroundings.ts';
import { openResults } from './write-results.ts';

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
  if (kind === 'compare') refuseUncomparable(model, scenarios, findings);
  const baseline = kind === 'compare' ? scenarios[0].id : null;
  const write =
    options.out === undefined ? null : await openResults(options.out, { kind, model: model.id });
  const { seed, threads, workers, sameMoney: place } = options;
  const many = howMany(options);
  const balances =
    place === undefined
      ? []
      : await balanceMoney(
          model,
          scenarios,
          { path: place, replications: many.replications, seed, threads, workers },
          surroundings,
        );
  const balanced = balances.flatMap((balance) => balance.balanced ?? []);
  const all = [...scenarios, ...balanced];
  const plan = { ...many, seed, threads, workers, scenarios: all, baseline };
  const summary = await runScenarios(model, plan, surroundings);
  const judged = judgeScenarios(model, all, summary);
  const texts = {
    json: resultsJson(summary, kind, judged, findings, balances),
    csv: resultsCsv(summary),
    table: resultsText(summary, model, judged, balances),
  };
  const files = balanced.map((scenario) => [`${scenario.id}.yaml`, scenarioFile(scenario)]);
  try {
    await write?.(texts, Object.fromEntries(files) as Record<string, string>);
  } finally {
    stdout.write(texts[options.format]);
  }
  return 0;
}
