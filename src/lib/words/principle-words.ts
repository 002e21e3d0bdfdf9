import type { PrincipleCompared } from '../comparison/principles-compared.ts';
import type {
  PrincipleFigure,
  PrincipleItem,
  PrincipleVerdict,
} from '../comparison/principle-verdict.ts';
import { lengthOfTime } from './durations.ts';
import { money } from './money.ts';
import { capitalised, listOf, plainNumber } from './numbers.ts';

/** "Cannot tell (as assumed: not met)": never a colour or a score. */
export function verdictInWords({
  verdict,
  ifAssumptionsHold,
}: Pick<PrincipleVerdict, 'verdict' | 'ifAssumptionsHold'>): string {
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

/** The same beside a test that is told already: what there is, and what would make it pass. */
export function whatWouldPass(of: PrincipleVerdict): string {
  if (of.scope === 'portfolio' || of.shares === null) return missingInWhole(of).join(' ');
  const [all, many] = KINDS[of.scope];
  if (of.items.length === 0) return `There are no ${many} to test.`;
  const parts = [`It holds for sure for ${percent(of.shares.passing)} of ${all}.`];
  const those = (words: string, which: (item: PrincipleItem) => boolean, say = figures) => {
    const found = of.items.filter(which);
    if (found.length > 0) parts.push(`${words}: ${some(found, say)}.`);
  };
  if (of.verdict !== 'met') {
    those('To pass, change', ({ passes, isSure }) => isSure && passes === false);
    those('Assumed, and would not pass', ({ passes, isSure }) => !isSure && passes === false);
  }
  those('Assumed, and would pass', ({ passes, isSure }) => !isSure && passes === true);
  those('Not said in the file', ({ passes }) => passes === null, missing);
  return [...parts, ...roughWeights(of)].join(' ');
}

const KINDS = {
  award: ['the money of awards', 'awards'],
  service: ['services', 'services'],
  post: ['posts', 'roles'],
} as const;

function ofEach(of: PrincipleVerdict): string[] {
  if (of.scope === 'portfolio' || of.shares === null) return [];
  const [all, many] = KINDS[of.scope];
  if (of.items.length === 0) return [`There are no ${many} to test.`];
  const asked = `It takes ${percent(of.shares.enough)} of ${all} with “${of.test}”`;
  const found = `${asked}; ${percent(of.shares.passing)} has it for sure.`;
  return [found, ...missingInEach(of)];
}

function missingInEach(of: PrincipleVerdict): string[] {
  const { verdict, items } = of;
  const failing = items.filter(({ passes, isSure }) => isSure && passes === false);
  const silent = items.filter(({ passes }) => passes === null);
  const weak = items.filter(({ passes, isSure }) => passes !== null && !isSure);
  const parts = [];
  if (failing.length > 0 && verdict !== 'met') parts.push(`To change: ${some(failing)}.`);
  if (silent.length > 0) parts.push(`Not said in the file: ${some(silent, missing)}.`);
  if (weak.length > 0) parts.push(`Assumed, or known too roughly: ${some(weak)}.`);
  return [...parts, ...roughWeights(of)];
}

/** How much each counts, where that is not known well enough to say the shares. */
function roughWeights({ scope, shares, items }: PrincipleVerdict): string[] {
  if (scope === 'portfolio' || shares?.areWeightsSure !== false) return [];
  const [all] = KINDS[scope];
  const share = (item: PrincipleItem) => `${percent(item.share)} of ${all}`;
  const rough = items.filter(({ isShareSure }) => !isShareSure);
  return [`How much each counts is assumed, or known too roughly: ${some(rough, share)}.`];
}

function ofWhole(of: PrincipleVerdict): string[] {
  const { test, partly } = of;
  return [`It takes “${test}”${partly ? ` (partly: “${partly}”)` : ''}.`, ...missingInWhole(of)];
}

function missingInWhole({ verdict, figures }: PrincipleVerdict): string[] {
  const parts = [];
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
  const said = figure.written || valueInWords(figure);
  // "sees people through: no", where "term 12 months" reads by itself.
  return `${nameOf(figure)}${/^(yes|no)$/.test(said) ? ':' : ''} ${said}`;
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

/** One award, service or role that a principle was tested on, scenario by scenario. */
export interface ItemFigures {
  id: string;
  kind: string;
  name: string;
  /** How much it counts: "12% of the money of awards"; "" for the portfolio as a whole. */
  share: string;
  /** What each scenario's figures say of it: "term 12 months: does not pass". */
  cells: string[];
}

/** What a principle is tested on: "For each award that ends:". */
export function scopeInWords({ scope, scenarios }: PrincipleCompared): string {
  const shares = scenarios[0]?.verdict.shares;
  if (scope === 'portfolio' || !shares) return 'Of everything together:';
  const each = { award: 'award that ends', service: 'paid service', post: 'paid role' }[scope];
  const [all] = KINDS[scope];
  const partly =
    shares.partlyEnough < shares.enough ? `, partly met from ${percent(shares.partlyEnough)}` : '';
  return `For each ${each}; met where it holds for ${percent(shares.enough)} of ${all}${partly}:`;
}

/** The figures that a principle used, one row for each thing it was tested on. */
export function figuresOfItems({ scope, scenarios }: PrincipleCompared): ItemFigures[] {
  if (scope === 'portfolio') {
    const names = [
      ...new Set(scenarios.flatMap(({ verdict }) => verdict.figures.map(({ name }) => name))),
    ];
    return names.map((name) => ({
      ...{ id: name, kind: 'figure', name: capitalised(name.replaceAll('-', ' ')), share: '' },
      cells: scenarios.map(({ verdict }) => {
        const figure = verdict.figures.find((one) => one.name === name);
        return figure ? valueCell(figure) : 'not there';
      }),
    }));
  }
  const [all, many] = KINDS[scope];
  const items = new Map(
    scenarios.flatMap(({ verdict }) => verdict.items.map((item) => [item.id, item] as const)),
  );
  return [...items.values()].map(({ id, name }) => {
    const own = scenarios[0].verdict.items.find((item) => item.id === id);
    return {
      ...{ id, kind: many.replace(/s$/, ''), name },
      share: own ? `${percent(own.share)} of ${all}` : '',
      cells: scenarios.map(({ verdict }) => {
        const item = verdict.items.find((one) => one.id === id);
        return item ? itemCell(item) : 'not there';
      }),
    };
  });
}

function itemCell(item: PrincipleItem): string {
  const said = item.figures
    .filter(({ path }) => !path.startsWith('assumptions.'))
    .map((figure) => `${nameOf(figure)} ${valueCell(figure)}`)
    .join(', ');
  const found =
    item.passes === null
      ? 'cannot tell'
      : `${item.passes ? 'passes' : 'does not pass'}${item.isSure ? '' : ', not for sure'}`;
  return `${capitalised(said)}: ${found}`;
}

function valueCell(figure: PrincipleFigure): string {
  const { value, low, high, path, isAssumed } = figure;
  if (value === null) return path === '' ? 'a run has to show it' : 'not said in the file';
  const best = figure.written || valueInWords(figure);
  const range =
    figure.written === '' && low !== undefined && high !== undefined
      ? ` (${valueInWords({ ...figure, value: low })} to ${valueInWords({ ...figure, value: high })})`
      : '';
  return `${best}${range}${isAssumed ? ' (assumed)' : ''}`;
}
