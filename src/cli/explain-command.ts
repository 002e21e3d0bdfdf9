import { explain } from '$lib/comparison/explain.ts';
import { sizeOfExplanation } from '$lib/comparison/explain-plan.ts';
import type { Explanation } from '$lib/comparison/explanation.ts';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { modelHash } from '$lib/server/model-hash.ts';
import { balanceMoney } from './balance-money.ts';
import { chooseMeasure } from './choose-measure.ts';
import type { ExplainOptions } from './explain-options.ts';
import { explanationCsv } from './explanation-csv.ts';
import { explanationText } from './explanation-text.ts';
import { keepTenFigures } from './find-ten-figures.ts';
import { findingsText } from './findings-text.ts';
import { loadModel } from './load-model.ts';
import { Misuse, type ExitCode } from './outcome.ts';
import { refuseUncomparable } from './refuse-uncomparable.ts';
import { sameMoneyOf } from './results-json.ts';
import { balanceText } from './results-text.ts';
import { chooseScenarios, FUTURES_EACH } from './run-scenarios.ts';
import { RunSession } from './run-session.ts';
import type { Surroundings } from './surroundings.ts';
import { warnedText } from './warned-text.ts';
import { openResults } from './write-results.ts';

/** `bide explain`: what drives the difference between two scenarios, and whether it stands. */
export async function explainCommand(
  path: string,
  options: ExplainOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, stderr } = surroundings;
  const { value: model, findings } = await loadModel(path);
  if (!model || hasErrors(findings)) {
    stderr.write(findingsText(findings.filter(({ severity }) => severity === 'error')));
    return 1;
  }
  const scenarios = chooseScenarios(model, options.scenarios);
  if (scenarios.length !== 2) throw new Misuse('An explanation needs two scenarios.');
  refuseUncomparable(model, scenarios, findings);
  if (options.tenFigures) {
    await keepTenFigures(path, model, scenarios, options, surroundings);
    return 0;
  }
  const origin = { kind: 'explain' as const, model: model.id };
  const write = options.out === undefined ? null : await openResults(options.out, origin);
  const [baseline, asked] = scenarios;
  const { seed, threads, workers, replications, draws, inputs, sameMoney: place } = options;
  const balances =
    place === undefined
      ? []
      : await balanceMoney(
          model,
          scenarios,
          { path: place, replications, seed, threads, workers },
          surroundings,
        );
  // Where nothing there makes the money the same, the scenario itself is explained, and that is said.
  const scenario = balances[0]?.balanced ?? asked;
  const plan = {
    ...{ model, baseline, scenario, seed, replications, draws },
    ...{ each: FUTURES_EACH, most: inputs },
  };
  const ground = {
    ...{ model: { id: model.id, raw: model.raw }, baseline: [], seed },
    ...{ threads, workers },
  };
  const session = new RunSession(ground, sizeOfExplanation(plan), surroundings);
  const explanation = await explain(
    plan,
    (measures) => chooseMeasure(measures, options.measure),
    (arms, count, warmedUnder) => session.run(arms, count, warmedUnder),
  ).finally(() => session.close());
  const { id, title, notice, start, horizonDays } = model.portfolio;
  const whole: Explanation = {
    engine: engineVersion,
    portfolio: { id, title, hash: modelHash(model.raw), notice, start, horizonDays },
    ...explanation,
  };
  const texts = {
    json: `${JSON.stringify({ bide: 1, kind: 'explain', ...whole, ...sameMoneyOf(balances), findings }, null, 1)}\n`,
    csv: explanationCsv(whole),
    table: [
      ...[warnedText(model, scenarios)].filter((text) => text !== ''),
      ...balances.map(balanceText),
      explanationText(whole, model.portfolio),
    ].join('\n\n'),
  };
  try {
    await write?.(texts);
  } finally {
    stdout.write(texts[options.format]);
  }
  return 0;
}
