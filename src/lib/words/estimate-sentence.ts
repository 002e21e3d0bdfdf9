import type { Estimate } from '../comparison/summary.ts';
import type { By, Unit } from '../measures/measure.ts';
import { between, CANNOT_TELL, figure } from './figures.ts';
import { measureTitle, measureWords, splitName } from './measure-words.ts';
import { nameOf, type Names } from './names.ts';
import { capitalised } from './numbers.ts';
import { stepOfFigure } from './precision.ts';

/** "37 of 100 relationships begun are cut short within two years (between 34 and 40)." */
export function estimateSentence(estimate: Estimate, names: Names, which = ''): string {
  const { id, by, unit, mean, low, high } = estimate;
  if (mean === null) return `${measureTitle(id, by, names, which)}: ${CANNOT_TELL}.`;
  const step = stepOfFigure(unit, estimate);
  const range = low === null || high === null ? '' : ` (${between(low, high, unit, step)})`;
  return `${figureClause(id, by, unit, mean, names, { which, step })}${range}.`;
}

/** What a clause may say beyond the figure itself. */
export interface ClauseOptions {
  /** Which services the whole is of, where a part of them is told too: "in all services". */
  which?: string;
  /** How finely the figure is said, where it must be told from another: `stepApart`. */
  step?: number;
}

/**
 * The same without range or full stop: "ROADS: 37 of 100 relationships begun are
 * cut short …"; "In services paid by awards that end, 37 of 100 …".
 */
export function figureClause(
  id: string,
  by: By | null,
  unit: Unit,
  value: number,
  names: Names,
  { which = '', step }: ClauseOptions = {},
): string {
  const { who, says } = measureWords(id);
  // "£950 is spent for each person who starts": the sentence has its own "each".
  const said = figure(value, unit === 'GBP each' ? 'GBP' : unit, who, step);
  const one = /^1 (of|person|relationship|post|worker|day)\b/.test(said) || said === '1';
  const sentence = says[one ? 1 : 0].replace('{}', said);
  const [of, services] = splitOf(by, which, names);
  if (of !== '') {
    const place = services === '' ? '' : `, ${services}`;
    return `${capitalised(of)}${place}: ${capitalised(sentence)}`;
  }
  if (services === '') return capitalised(sentence);
  return `${capitalised(services)}, ${sentence.replace(/^(People|A) /, (word) => word.toLowerCase())}`;
}

/** What a figure is of, before a colon, and in which services. */
function splitOf(by: By | null, which: string, names: Names): [of: string, services: string] {
  if (by === null) return ['', which];
  if (by.kind === 'funding') return ['', `in ${nameOf(by, names)}`];
  if (by.within?.kind !== 'funding') return [splitName(by, names), which];
  const services = nameOf({ kind: 'funding', id: by.within.id }, names);
  return [nameOf({ kind: by.kind, id: by.id }, names), `in ${services}`];
}
