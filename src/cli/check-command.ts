import { hasErrors } from '$lib/diagnostics/finding.ts';
import { countFindings, findingsText } from './findings-text.ts';
import { loadModel } from './load-model.ts';
import type { ExitCode } from './outcome.ts';
import type { Surroundings } from './surroundings.ts';

/** `bide check`: say what is wrong with a model. */
export async function checkCommand(
  path: string,
  options: { json?: boolean },
  { stdout }: Surroundings,
): Promise<ExitCode> {
  const { value, findings } = await loadModel(path);
  const failed = value === null || hasErrors(findings);
  if (options.json) {
    const document = { bide: 1, kind: 'check', model: path, passed: !failed, findings };
    stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  } else {
    stdout.write(`${findingsText(findings)}${countFindings(findings)}.\n`);
  }
  return failed ? 1 : 0;
}
