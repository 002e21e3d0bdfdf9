import { hasErrors } from '$lib/diagnostics/finding.ts';
import { judgePrinciples } from '$lib/comparison/judge-principles.ts';
import { countFindings, findingsText } from './findings-text.ts';
import { loadModel } from './load-model.ts';
import type { ExitCode } from './outcome.ts';
import { principlesTexts } from './principles-text.ts';
import type { Surroundings } from './surroundings.ts';

const WIDTH = 100;

/** `bide check`: say what is wrong with a model, and what it says of its principles. */
export async function checkCommand(
  path: string,
  options: { json?: boolean },
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const { value, findings } = await loadModel(path);
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
