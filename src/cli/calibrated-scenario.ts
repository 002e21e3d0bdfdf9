import type { Calibration } from '$lib/calibration/calibrate.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { verdictSentence } from './calibration-text.ts';
import { scenarioFile } from './scenario-file.ts';

/** Return the fitted values as a scenario file. */
export function calibratedScenario(calibration: Calibration, { title }: Portfolio): string {
  return scenarioFile({
    title: 'Fitted to its targets',
    story: `${title}, as bide calibrate fitted it. ${verdictSentence(calibration)}`,
    changes: calibration.changes,
  });
}
