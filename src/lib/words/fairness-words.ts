import type { Deprivation, FairMeasure, PartShown } from '../comparison/fairness.ts';
import type { GapChange } from '../comparison/gap-change.ts';
import type { Estimate } from '../comparison/summary.ts';
import type { Unit } from '../measures/measure.ts';
import { change, changeBetween, directionOf } from './changes.ts';
import { between, CANNOT_TELL, figure } from './figures.ts';
import { clearSignOf } from './how-sure.ts';
import { measureTitle, measureWords } from './measure-words.ts';
import type { Names } from './names.ts';
import { capitalised, listOf, plainNumber } from './numbers.ts';
import { stepApart, stepOfChange } from './precision.ts';

/** "Reached in time: A safe place to live": what a table of fairness is about. */
export function fairTitle({ id, criterion }: Pick<FairMeasure, 'id' | 'criterion'>, names: Names) {
  return measureTitle(id, criterion === null ? null : { kind: 'criterion', id: criterion }, names);
}

/** What a scenario does to a gap: text, never a colour. */
export function gapChangeInWords(of: GapChange): string {
  switch (of) {
    case 'widens':
      return 'Wider';
    case 'narrows':
      return 'Narrower';
    case 'opens':
      return 'A gap opens';
    case 'closes over':
      return 'Turned round';
    case 'no clear difference':
      return 'No clear difference';
    case 'cannot tell':
      return 'Cannot tell';
  }
}

/** "11 more, between 10 and 12 more": a gap with its range. */
export function gapInWords({ gap }: Deprivation, id: string): string {
  const { mean, low, high, unit } = gap;
  if (mean === null) return capitalised(CANNOT_TELL);
  const direction = measureWords(id).direction ?? directionOf(unit);
  const ends = [mean, low, high].filter((value) => value !== null);
  const step = stepOfChange(unit, ends);
  const said = change(mean, unit, direction, step);
  if (low === null || high === null) return said;
  return `${said} (${changeBetween(low, high, unit, direction, step)})`;
}

/** How finely the figures of two sides are said beside their gap, in one table of all scenarios. */
export function stepOfSides({ unit, scenarios }: FairMeasure): number | undefined {
  return stepApart(
    unit,
    scenarios.flatMap(({ deprivation }) => {
      if (!deprivation) return [];
      const { most, others, gap } = deprivation;
      return [{ mean: most.mean, against: others.mean, isClear: clearSignOf(gap) !== 0 }];
    }),
  );
}

/** "2.61 times (between 2.42 and 2.80)": of the figure of people elsewhere. */
export function ratioInWords({ ratio }: Deprivation): string {
  if (!ratio || ratio.mean === null) return capitalised(CANNOT_TELL);
  return `${figure(ratio.mean, 'ratio')} times${inBrackets(ratio, 'ratio')}`;
}

/** "between 0.1 and 0.7 wider": how far a scenario moves a gap. */
export function widerInWords({ wider, gap }: Deprivation): string | null {
  if (!wider) return null;
  return changeBetween(wider.low, wider.high, gap.unit, { less: 'narrower', more: 'wider' });
}

/** " (between 37 and 41)"; "" where both ends are said like the figure, or cannot be told. */
function inBrackets({ low, high }: Estimate, unit: Unit, step?: number): string {
  if (low === null || high === null) return '';
  const range = between(low, high, unit, step);
  return range.startsWith('about') ? '' : ` (${range})`;
}

/** "39 of 100 (between 37 and 41)"; more finely where figures beside each other ask for it. */
export function withRange(estimate: Estimate | null, unit: Unit, step?: number): string {
  if (!estimate || estimate.mean === null) return capitalised(CANNOT_TELL);
  return figure(estimate.mean, unit, '', step) + inBrackets(estimate, unit, step);
}

/** Fewer new people a year than this, and one real year may look quite different from the mean. */
const FEW_A_YEAR = 20;

/** A warning of small numbers; null where they are not small. */
export function fewInWords(peopleAYear: number | null): string | null {
  if (peopleAYear === null || peopleAYear >= FEW_A_YEAR) return null;
  const about = plainNumber(peopleAYear, peopleAYear < 9.95 ? 0.1 : 1);
  return `about ${about} new people a year: one real year may look quite different`;
}

/** True where the range is wider than half the figure: too few imagined people to say much. */
export function isWide({ mean, low, high }: Pick<Estimate, 'mean' | 'low' | 'high'>): boolean {
  if (mean === null || low === null || high === null) return false;
  return high - low > Math.abs(mean) / 2;
}

interface Part {
  name: string;
  shown: PartShown;
}

/**
 * "From 3.1 of 1,000 in Prestwick to 14 in Ayr North", of the two whose ranges are furthest apart.
 * The lowest and the highest mean may be of few people, and hide that others differ clearly.
 */
export function extremesSentence(parts: readonly Part[], unit: Unit): string {
  const told = parts.flatMap(({ name, shown: { estimate } }) =>
    estimate && estimate.mean !== null ? [{ name, ...estimate, mean: estimate.mean }] : [],
  );
  if (told.length < 2) return 'There is nothing to set side by side.';
  const ranged = told.flatMap((one) =>
    one.low === null || one.high === null ? [] : [{ ...one, low: one.low, high: one.high }],
  );
  if (ranged.length < 2) return 'Whether they differ cannot be told.';
  const least = ranged.reduce((a, b) => (b.high < a.high ? b : a));
  const most = ranged.reduce((a, b) => (b.low > a.low ? b : a));
  if (!(least.high < most.low)) return 'No clear difference: no two of the ranges are apart.';
  const step = stepApart(unit, [{ mean: least.mean, against: most.mean, isClear: true }]);
  const said = (one: typeof least) => `${figure(one.mean, unit, '', step)} (${one.name})`;
  const areEnds = told.every(({ mean }) => mean >= least.mean && mean <= most.mean);
  return areEnds
    ? `From ${said(least)} to ${said(most)}.`
    : `Clearly apart: ${said(least)} and ${said(most)}. Others, with wider ranges, may lie beyond them.`;
}

/** Which measures a scenario makes wider or narrower: one sentence for each. */
export function changesInWords(changes: readonly { title: string; change: GapChange }[]): string[] {
  const of = (...kinds: GapChange[]) =>
    changes.filter(({ change }) => kinds.includes(change)).map(({ title }) => `“${title}”`);
  const said = (titles: string[], words: string) =>
    titles.length === 0 ? [] : [`${words} ${listOf(titles)}.`];
  const unclear = of('no clear difference').length;
  const unknown = of('cannot tell').length;
  return [
    ...said(of('widens', 'opens'), 'The gap gets wider in'),
    ...said(of('narrows'), 'The gap gets narrower in'),
    ...said(of('closes over'), 'The gap is turned round in'),
    ...(unclear === changes.length
      ? ['No clear difference in any of them.']
      : unclear > 0
        ? [`No clear difference in the other ${unclear === 1 ? 'one' : unclear}.`]
        : []),
    ...(unknown > 0 ? [`Of ${unknown} it cannot be told.`] : []),
  ];
}
