import type {
  PrincipleFigure,
  PrincipleItem,
  PrincipleVerdict,
} from '../comparison/principle-verdict.ts';
import { lengthOfTime } from './durations.ts';
import { money } from './money.ts';
import { capitalised, listOf, plainNumber } from './numbers.ts';

/** "Cannot tell (as assumed: not met)": never a colour or a score. */
export function verdictInWords({ verdict, ifAssumptionsHold }: PrincipleVerdict): string {
  const said = capitalised(verdict);
  return ifAssumptionsHold === verdict ? said : `${said} (as assumed: ${ifAssumptionsHold})`;
}

/**
 * What would make a principle met, or what would have to be known first. For
 * one that is met: what it rests on.
 */
export function whatWouldChange(of: PrincipleVerdict): string {
  const parts = of.scope === 'portfolio' ? ofWhole(of) : ofEach(of);
  return parts.join(' ');
}

const KINDS = {
  award: ['the money of awards', 'awards'],
  service: ['services', 'services'],
  post: ['posts', 'roles'],
} as const;

function ofEach({ scope, verdict, shares, items, test }: PrincipleVerdict): string[] {
  if (scope === 'portfolio' || shares === null) return [];
  const [all, many] = KINDS[scope];
  if (items.length === 0) return [`There are no ${many} to test.`];
  const failing = items.filter(({ passes, isSure }) => isSure && passes === false);
  const silent = items.filter(({ passes }) => passes === null);
  const weak = items.filter(({ passes, isSure }) => passes !== null && !isSure);
  const asked = `It takes ${percent(shares.enough)} of ${all} with “${test}”`;
  const found = `${asked}; ${percent(shares.passing)} has it for sure.`;
  const parts = [found];
  if (failing.length > 0 && verdict !== 'met') parts.push(`To change: ${some(failing)}.`);
  if (silent.length > 0) parts.push(`Not said in the file: ${some(silent, missing)}.`);
  if (weak.length > 0) parts.push(`Assumed, or known too roughly: ${some(weak)}.`);
  return parts;
}

function ofWhole({ verdict, test, partly, figures }: PrincipleVerdict): string[] {
  const parts = [`It takes “${test}”${partly ? ` (partly: “${partly}”)` : ''}.`];
  const known = figures.filter(({ value }) => value !== null);
  if (known.length > 0) parts.push(`Here: ${listOf(known.map(figureInWords))}.`);
  const toRun = figures.filter(({ value, path }) => value === null && path === '');
  const silent = figures.filter(({ value, path }) => value === null && path !== '');
  if (silent.length > 0) parts.push(`Not said in the file: ${listOf(silent.map(nameOf))}.`);
  if (toRun.length > 0) parts.push(`A run has to show: ${listOf(toRun.map(nameOf))}.`);
  if (verdict === 'cannot tell' && toRun.length === 0 && silent.length === 0) {
    const assumed = figures.some(({ isAssumed }) => isAssumed);
    parts.push(
      assumed
        ? 'That rests on assumptions about named services.'
        : 'The range of the figures lies on both sides of the test.',
    );
  }
  return parts;
}

/** How many things are named before the rest is counted. */
const NAMED = 3;

/** "ROADS award (term 12 months), Hub award (term 12 months) and 6 more". */
function some(items: readonly PrincipleItem[], say = figures): string {
  const named = items.slice(0, NAMED).map((item) => {
    const said = say(item);
    return said === '' ? item.name : `${item.name} (${said})`;
  });
  const rest = items.length - named.length;
  return listOf(rest > 0 ? [...named, `${rest} more`] : named);
}

function figures({ figures }: PrincipleItem): string {
  return figures
    .filter(({ value, path }) => value !== null && !path.startsWith('assumptions.'))
    .map(figureInWords)
    .join(', ');
}

function missing({ figures }: PrincipleItem): string {
  return figures
    .filter(({ value }) => value === null)
    .map(nameOf)
    .join(', ');
}

function figureInWords(figure: PrincipleFigure): string {
  return `${nameOf(figure)} ${figure.written || valueInWords(figure)}`;
}

function nameOf({ name }: PrincipleFigure): string {
  return name.replaceAll('-', ' ');
}

function valueInWords({ value, dimension }: PrincipleFigure): string {
  const number = value as number;
  switch (dimension) {
    case 'share':
      return percent(number);
    case 'time':
      return lengthOfTime(number);
    case 'money-rate':
      return `${money(number * 365.25)} a year`;
    default:
      return plainNumber(number, 0.01);
  }
}

function percent(share: number): string {
  return `${plainNumber(share * 100, 1)}%`;
}
