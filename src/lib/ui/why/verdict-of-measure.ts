import type { Verdict } from '../../comparison/explanation.ts';
import { measureInAddress, type ShownWhy } from '../../state/shown-why.ts';

/** Return the verdict on the measure that is shown. */
export function verdictOfMeasure({ explained, verdicts }: ShownWhy): Verdict | undefined {
  const name = measureInAddress(explained.measure);
  return verdicts.find((verdict) => measureInAddress(verdict) === name);
}
