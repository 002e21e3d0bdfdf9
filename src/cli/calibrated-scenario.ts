import type { Calibration } from '$lib/calibration/calibrate.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { verdictSentence } from './calibration-text.ts';

/** Return the fitted values as a scenario file. Text in quotes of JSON is YAML as well. */
export function calibratedScenario(calibration: Calibration, { title }: Portfolio): string {
  const changes = calibration.changes.map((change) => `  - ${JSON.stringify(change)}`);
  return [
    `title: ${JSON.stringify('Fitted to its targets')}`,
    `story: ${JSON.stringify(`${title}, as bide calibrate fitted it. ${verdictSentence(calibration)}`)}`,
    'changes:',
    ...changes,
    '',
  ].join('\n');
}
