import type { Estimate } from '../comparison/summary.ts';
import type { By, Unit } from '../measures/measure.ts';
import { between, CANNOT_TELL, figure } from './figures.ts';
import { measureTitle, measureWords } from './measure-words.ts';
import { nameOf, type Names } from './names.ts';
import { capitalised } from './numbers.ts';

/** "37 of 100 relationships begun are cut short within two years (between 34 and 40)." */
export function estimateSentence(estimate: Estimate, names: Names): string {
  const { id, by, unit, mean, low, high } = estimate;
  if (mean === null) return `${measureTitle(id, by, names)}: ${CANNOT_TELL}.`;
  const range = low === null || high === null ? '' : ` (${between(low, high, unit)})`;
  return `${figureClause(id, by, unit, mean, names)}${range}.`;
}

/** The same without range or full stop: "ROADS: 37 of 100 relationships begun are cut short …". */
export function figureClause(
  id: string,
  by: By | null,
  unit: Unit,
  value: number,
  names: Names,
): string {
  const { who, says } = measureWords(id);
  const said = figure(value, unit, who);
  const one = /^1 (of|person|relationship|post|worker|day)\b/.test(said) || said === '1';
  const sentence = capitalised(says[one ? 1 : 0].replace('{}', said));
  return by === null ? sentence : `${capitalised(nameOf(by, names))}: ${sentence}`;
}
