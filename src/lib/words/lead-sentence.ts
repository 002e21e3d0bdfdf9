import type { Difference, Estimate } from '../comparison/summary.ts';
import { differencePhrase } from './difference-sentence.ts';
import { figureClause } from './estimate-sentence.ts';
import { CANNOT_TELL, figure } from './figures.ts';
import { howManyOf } from './frequencies.ts';
import { isClear, isMuch, verdict } from './how-sure.ts';
import { measureTitle, measureWords } from './measure-words.ts';
import { nameOf, type Names } from './names.ts';
import { AWARDS, isOfAwards } from './which-services.ts';

const UNCLEAR = 'no clear difference';

/** A main measure in one scenario, beside how it is now. */
export interface LeadFact extends Pick<Estimate, 'id' | 'by' | 'unit' | 'mean'> {
  /** What it is as it is now. */
  now: number | null;
  difference: Difference | undefined;
  /** Which services the whole is of, where a part of them is told too: "in all services". */
  which: string;
  /** How finely figures are said, where they must be told apart: `stepApart`. */
  step: number | undefined;
}

/**
 * What one scenario comes to, before any table: "In services paid by awards that end, 7 of 100
 * relationships begun are cut short within two years instead of 9, and £81,000 more a year is spent."
 *
 * `judged` are the main measures in their fixed order, and the first of them is said whatever it
 * does: where it is not clear, the first other that changes by something that counts comes after.
 * What gets worse by as much is never left out. `money` says what it costs.
 */
export function leadSentence(
  judged: readonly LeadFact[],
  money: LeadFact | undefined,
  names: Names,
): string {
  const [first, ...others] = judged;
  if (!first) return '';
  const other = clear(first) ? undefined : others.find(much);
  const worse = judged.find((fact) => much(fact) && verdictOf(fact) === 'worse');
  const isNone = judged.every((fact) => verdictOf(fact) === UNCLEAR);
  const said = isNone
    ? [`No clear difference in any main measure${money && clear(money) ? ' but money' : ''}`]
    : [first, ...(other ? [other] : [])].map((fact) => clause(fact, names));
  if (money && !(isNone && verdictOf(money) === UNCLEAR)) {
    said.push(`${said.pop()}, ${moneyClause(money, isNone ? null : (other ?? first), names)}`);
  }
  if (worse && worse !== first && worse !== other) said.push(clause(worse, names));
  return `${said.join('. ')}.`;
}

/** What one measure does; of what gets worse it says that too. */
function clause({ id, by, unit, mean, now, which, step, ...fact }: LeadFact, names: Names): string {
  const title = `“${measureTitle(id, by, names, which)}”`;
  const judged = verdictOf(fact);
  if (judged === CANNOT_TELL || mean === null || now === null) {
    return `Whether there is a difference in ${title} cannot be told`;
  }
  if (judged === UNCLEAR) return `No clear difference in ${title}`;
  const before = unit === 'per 100' ? howManyOf(now, 100, step) : figure(now, unit, '', step);
  const said = `${figureClause(id, by, unit, mean, names, { which, step })} instead of ${before}`;
  return judged === 'worse' ? `Worse: ${said}` : said;
}

/** What it costs; in which services, where that is not said just before. */
function moneyClause(money: LeadFact, before: LeadFact | null, names: Names): string {
  const { id, difference } = money;
  if (!difference || verdictOf(money) === CANNOT_TELL) return 'and what it costs cannot be told';
  if (!clear(money)) return 'with no clear difference in money';
  const isSaid = before !== null && isOfAwards(before) === isOfAwards(money);
  const services = isOfAwards(money) ? `in ${nameOf(AWARDS, names)}` : money.which;
  const where = isSaid || services === '' ? '' : ` ${services}`;
  return `and ${measureWords(id).says[0].replace('{}', differencePhrase(difference))}${where}`;
}

function verdictOf({ difference }: Pick<LeadFact, 'difference'>) {
  return difference ? verdict(difference) : CANNOT_TELL;
}

function clear({ difference }: LeadFact): boolean {
  return difference !== undefined && isClear(difference);
}

function much({ difference }: LeadFact): boolean {
  return difference !== undefined && isMuch(difference);
}
