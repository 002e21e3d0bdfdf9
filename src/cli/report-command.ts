import type { Summary } from '$lib/comparison/summary.ts';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import { reportHtml } from '$lib/documents/report-html.ts';
import { reportMarkdown } from '$lib/documents/report-markdown.ts';
import { stressReport, type StressReport } from '$lib/documents/stress-report.ts';
import type { Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { modelHash } from '$lib/server/model-hash.ts';
import { countOf } from '$lib/words/numbers.ts';
import { methodInShort } from '../content/method-in-short.ts';
import { findingsText } from './findings-text.ts';
import { loadModel } from './load-model.ts';
import type { ExitCode } from './outcome.ts';
import { asksForRun, formatOf, type ReportFormat, type ReportOptions } from './report-options.ts';
import { howMany } from './run-options.ts';
import { chooseScenarios, runScenarios } from './run-scenarios.ts';
import type { Surroundings } from './surroundings.ts';
import { tryNew, writeNew } from './write-new.ts';

/** `bide report`: report the method of a model, and of a run where one is asked for. */
export async function reportCommand(
  path: string,
  options: ReportOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, stderr, machine } = surroundings;
  const { value: model, findings } = await loadModel(path);
  if (!model || hasErrors(findings)) {
    stderr.write(findingsText(findings.filter(({ severity }) => severity === 'error')));
    return 1;
  }
  const scenarios = chooseScenarios(model, options.scenarios ?? []);
  if (options.out !== undefined) await tryNew(options.out);
  const begun = performance.now();
  const summary = asksForRun(options)
    ? await runFor(model, scenarios, options, surroundings)
    : null;
  const seconds = (performance.now() - begun) / 1000;
  const took = summary === null ? null : timeInWords(seconds, options.threads);
  const report = stressReport({
    model,
    hash: modelHash(model.raw),
    engine: engineVersion,
    method: methodInShort(),
    scenarios,
    summary,
    machine: machine ? { ...machine, took } : null,
  });
  const text = TEXTS[formatOf(options)](report);
  if (options.out === undefined) {
    stdout.write(text);
    return 0;
  }
  await writeNew(options.out, text).catch((error: Error) => {
    // It took a run: what cannot be written is shown.
    stdout.write(text);
    throw error;
  });
  return 0;
}

const TEXTS: Record<ReportFormat, (report: StressReport) => string> = {
  md: reportMarkdown,
  html: reportHtml,
  json: (report) => `${JSON.stringify({ bide: 1, kind: 'report', ...report }, null, 1)}\n`,
};

function runFor(
  model: Model,
  scenarios: Scenario[],
  options: ReportOptions,
  surroundings: Surroundings,
): Promise<Summary> {
  const { seed, threads, workers } = options;
  const baseline = scenarios.length > 1 ? scenarios[0].id : null;
  const plan = { ...howMany(options), seed, threads, workers, scenarios, baseline };
  return runScenarios(model, plan, surroundings);
}

function timeInWords(seconds: number, threads: number): string {
  const length =
    seconds < 100
      ? countOf(Math.max(1, Math.round(seconds)), 'second', 'seconds')
      : countOf(Math.round(seconds / 60), 'minute', 'minutes');
  return `${length} on ${countOf(threads, 'thread', 'threads')}`;
}
