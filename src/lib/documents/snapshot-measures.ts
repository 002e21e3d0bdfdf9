/** What a published page says of each main measure, in words: the same for paper, Word and tables. */
import type { Difference, Estimate, ScenarioSummary, Summary } from '../comparison/summary.ts';
import type { By } from '../measures/measure.ts';
import type { ChartId } from '../snapshot/charts.ts';
import { acrossScenarios } from '../words/across-scenarios.ts';
import { contractDatesLines, isEitherPartClear } from '../words/contract-dates-sentence.ts';
import {
  differencePhrase,
  differenceRange,
  differenceSentence,
} from '../words/difference-sentence.ts';
import { between, CANNOT_TELL, figure } from '../words/figures.ts';
import { howOftenBetter, isClear, isMuch, verdict } from '../words/how-sure.ts';
import { measureTitle, measureWords } from '../words/measure-words.ts';
import type { Names } from '../words/names.ts';
import { capitalised } from '../words/numbers.ts';
import { otherReadings, saidOtherwise } from '../words/other-readings.ts';
import { sharedStep } from '../words/shared-step.ts';
import { whichServices } from '../words/which-services.ts';

type Key = Pick<Estimate, 'id' | 'by'>;

/** One main measure by scenario. */
export interface MeasureRow {
  id: string;
  title: string;
  cells: MeasureCell[];
}

/** A scenario's own figure, and how it differs from the first. */
export interface MeasureCell {
  figure: string;
  /**
   * The range of the figure; of the difference, where there is one, and then what the other reading
   * of renewal and plausible figures make of it.
   */
  lines: string[];
  /** "8.2 fewer"; null for the scenario that the others are compared with. */
  difference: string | null;
  isClear: boolean;
}

/** Return the headlines of everything together, of services on awards and of promises. */
export function headlines({ scenarios: [now] }: Summary): Estimate[] {
  const all = now.measures.filter(({ headline, by }) => headline && isShown(by));
  const rank = ({ id, by }: Estimate) =>
    (by?.kind === 'funding' ? 0 : by === null ? 10 : 20) +
    (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return [...all].sort((a, b) => rank(a) - rank(b));
}

/** Keeping a worker comes first, then waiting, then the rest. */
const FIRST = ['cut-short-per-100', 'kept-a-worker-a-year', 'wait-mean', 'started-by-21-days'];

function isShown(by: By | null): boolean {
  return by === null || (!by.within && (by.kind === 'criterion' || by.kind === 'funding'));
}

/** Return the rows of the table of main measures. */
export function measureRows(summary: Summary, names: Names): MeasureRow[] {
  return headlines(summary).map((headline) => {
    const step = stepOfMeasure(summary, headline);
    return {
      id: keyOf(headline),
      title: titleOf(summary, headline, names),
      cells: summary.scenarios.map((scenario) => cellOf(summary, scenario, headline, step)),
    };
  });
}

function cellOf(
  summary: Summary,
  scenario: ScenarioSummary,
  headline: Estimate,
  step: number | undefined,
): MeasureCell {
  const own = find(scenario.measures, headline);
  const said = figure(own?.mean ?? null, headline.unit, '', step);
  const difference = differenceOf(summary, scenario.id, headline);
  if (difference) {
    const clear = isClear(difference);
    const { dates, effects } = contractDatesLines(difference);
    const parts = clear || isEitherPartClear(difference) ? [dates, effects] : [];
    const often = clear ? howOftenBetter(difference, summary.replications) : null;
    const others = otherReadings(difference, summary).map(({ said }) => said);
    const lines = [differenceRange(difference), often, ...others, ...parts].filter(
      (line) => line !== null,
    );
    return { figure: said, lines, difference: differencePhrase(difference), isClear: clear };
  }
  const hasRange = own && own.low !== null && own.high !== null;
  const lines = hasRange ? [between(own.low as number, own.high as number, own.unit, step)] : [];
  return { figure: said, lines, difference: null, isClear: false };
}

/** What one scenario does beside the first. */
export interface ScenarioFindings {
  id: string;
  title: string;
  story: string;
  /** Clear differences that count, as sentences. */
  much: string[];
  /** Clear differences that are too small to count: "Mean wait (0.13 days shorter)". */
  hardly: string[];
  /** Measures that do not differ clearly. */
  unclear: string[];
  /** Measures of which it cannot be told whether they differ. */
  untold: string[];
  /** Not clear, or too small to count, but much read otherwise: sentences that say both. */
  otherwise: string[];
}

/** Return what each scenario but the first does. */
export function scenarioFindings(summary: Summary, names: Names): ScenarioFindings[] {
  const { replications: runs } = summary;
  const baseline = `under “${summary.scenarios[0].title}”`;
  return summary.scenarios.slice(1).map(({ id, title, story, measures }) => {
    const much: string[] = [];
    const hardly: string[] = [];
    const unclear: string[] = [];
    const untold: string[] = [];
    const otherwise: string[] = [];
    for (const headline of headlines(summary)) {
      const estimate = find(measures, headline);
      const difference = differenceOf(summary, id, headline);
      if (!estimate || !difference) continue;
      const which = whichServices(headline, summary.scenarios[0].measures);
      const name = titleOf(summary, headline, names);
      const sentence = () =>
        differenceSentence(difference, estimate, names, { runs, baseline, which }) +
        saidOtherwise(difference, summary);
      if (isMuch(difference)) {
        much.push(sentence());
        continue;
      }
      if (isMuchOtherwise(difference)) otherwise.push(sentence());
      if (isClear(difference)) {
        hardly.push(`${name} (${differencePhrase(difference)})`);
      } else {
        (verdict(difference) === 'cannot tell' ? untold : unclear).push(name);
      }
    }
    return { id, title, story, much, hardly, unclear, untold, otherwise };
  });
}

/** Whether a difference is clear and counts with renewal read the other way. */
function isMuchOtherwise(difference: Difference): boolean {
  const { otherRenewal } = difference;
  return otherRenewal !== undefined && isMuch({ ...difference, ...otherRenewal });
}

/** "Relationships cut short: 45 of 100 as it is, 37 of 100 under “Three years”; …": for a picture. */
export function pictureMessage(summary: Summary, key: Key & Pick<Estimate, 'unit'>): string {
  const [now, ...others] = summary.scenarios;
  const step = stepOfMeasure(summary, key);
  const said = ({ measures }: ScenarioSummary) =>
    figure(find(measures, key)?.mean ?? null, key.unit, '', step);
  const start = `${titleOf(summary, key, {})}: ${said(now)} under “${now.title}”`;
  return acrossScenarios(
    start,
    others.map((scenario) => ({
      title: scenario.title,
      figure: said(scenario),
      difference: differenceOf(summary, scenario.id, key),
    })),
  );
}

/** Relationships cut short, of those that the picture of endings is of. */
export function cutShortOfEndings({ scenarios: [now] }: Summary): Estimate | undefined {
  const by = now.endings.find((curves) => curves.by !== null)?.by ?? null;
  return find(now.measures, { id: 'cut-short-per-100', by });
}

/** Measures that are drawn with their ranges, where the model has them. */
export function picturedMeasures(
  summary: Summary,
  charts: readonly ChartId[],
): { measure: Estimate; of: string }[] {
  const [now] = summary.scenarios;
  return charts.flatMap((id) => {
    const measure =
      find(now.measures, { id, by: { kind: 'funding', id: 'awards' } }) ??
      find(now.measures, { id, by: null });
    if (!measure) return [];
    const { who } = measureWords(id);
    return [{ measure, of: who ? `Of 100 ${who}` : 'Mean over all runs' }];
  });
}

/** Return a scenario's own figure for a measure. */
export function find<T extends Key>(measures: readonly T[], key: Key): T | undefined {
  return measures.find((one) => keyOf(one) === keyOf(key));
}

/** What a measure is called, with which services it is of where that must be told. */
export function titleOf(summary: Summary, { id, by }: Key, names: Names): string {
  const which = whichServices({ id, by }, summary.scenarios[0].measures);
  return capitalised(measureTitle(id, by, names, which));
}

/** How finely a measure's figures are said beside each other; undefined: each as on its own. */
export function stepOfMeasure(
  summary: Summary,
  key: Key & Pick<Estimate, 'unit'>,
): number | undefined {
  const cells = summary.scenarios.map(({ id, measures }) => ({
    own: find(measures, key),
    difference: differenceOf(summary, id, key),
  }));
  return sharedStep(key.unit, cells);
}

function differenceOf(summary: Summary, scenario: string, key: Key): Difference | undefined {
  const comparison = summary.comparisons.find((one) => one.scenario === scenario);
  return comparison && find(comparison.differences, key);
}

function keyOf({ id, by }: Key): string {
  const within = by?.within ? ` ${by.within.kind} ${by.within.id}` : '';
  return by ? `${id} ${by.kind} ${by.id}${within}` : id;
}

/** What the cell of a table on paper says, for a figure that cannot be told too. */
export function cellLines({ figure, difference, lines }: MeasureCell): string[] {
  return [figure || CANNOT_TELL, ...(difference ? [difference] : []), ...lines];
}
