import { checkTargets } from '$lib/calibration/check-targets.ts';
import { judgePrinciples } from '$lib/comparison/judge-principles.ts';
import { hasErrors, sortFindings, type Finding } from '$lib/diagnostics/finding.ts';
import { planMeasures } from '$lib/measures/plan.ts';
import { parseYaml } from '$lib/portfolio/parse.ts';
import { placeFindings } from '$lib/portfolio/place-findings.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { compileProgram } from '$lib/simulation/compile.ts';
import { countFindings, findingsText } from './findings-text.ts';
import { loadModel } from './load-model.ts';
import type { ExitCode } from './outcome.ts';
import { principlesTexts } from './principles-text.ts';
import type { Surroundings } from './surroundings.ts';

const WIDTH = 100;

/** What is measured is known once a model is compiled, and no other command but calibrate asks. */
function findingsOfTargets({ portfolio, files: [main] }: Model): Finding[] {
  if (portfolio.targets.length === 0) return [];
  const plan = planMeasures(compileProgram(portfolio, portfolio, 0));
  const found = checkTargets(portfolio.targets, plan);
  return found.length === 0
    ? []
    : placeFindings(found, main.path, parseYaml(main.text, main.path).positions);
}

/** `bide check`: say what is wrong with a model, and what it says of its principles. */
export async function checkCommand(
  path: string,
  options: { json?: boolean },
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const { value, findings: found } = await loadModel(path);
  const findings = sortFindings([...found, ...(value ? findingsOfTargets(value) : [])]);
  const failed = value === null || hasErrors(findings);
  const verdicts = value ? judgePrinciples(value.portfolio, null) : [];
  if (options.json) {
    const document = {
      bide: 1,
      kind: 'check',
      model: path,
      passed: !failed,
      findings,
      principles: verdicts,
    };
    stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    const now = { scenario: 'as-it-is', title: 'As the file says', verdicts };
    const texts = principlesTexts([now], WIDTH).map((text) => `${text}\n\n`);
    stdout.write(`${findingsText(findings)}${texts.join('')}${countFindings(findings)}.\n`);
  }
  return failed ? 1 : 0;
}
