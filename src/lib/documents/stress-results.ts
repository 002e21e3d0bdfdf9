import type { Difference, Estimate, Summary } from '../comparison/summary.ts';
import type { By } from '../measures/measure.ts';
import { differencePhrase, differenceRange } from '../words/difference-sentence.ts';
import { between, CANNOT_TELL, figure } from '../words/figures.ts';
import { howOftenBetter } from '../words/how-sure.ts';
import { measureTitle, measureWords } from '../words/measure-words.ts';
import { namesOf, type Names } from '../words/names.ts';
import { capitalised } from '../words/numbers.ts';
import { sharedStep } from '../words/shared-step.ts';
import type { ReportBlock, ReportCell, ReportTable } from './report-block.ts';
import type { Reported } from './stress-report.ts';

/** The headlines of a run with their ranges, and how each scenario differs from the first. */
export function resultTables({ model }: Reported, summary: Summary): ReportBlock[] {
  const names = namesOf(model.portfolio);
  return [
    headlines(summary, names),
    ...summary.comparisons.map((comparison) =>
      differences(comparison.differences, titlesOf(summary, comparison), names, summary),
    ),
  ];
}

function headlines({ scenarios, comparisons }: Summary, names: Names): ReportTable {
  const rows = scenarios[0].measures.filter(isShown).map((measure): ReportCell[] => {
    const cells = scenarios.map(({ id, measures }) => ({
      own: measures.find((one) => isSame(one, measure)),
      difference: comparisons
        .find(({ scenario }) => scenario === id)
        ?.differences.find((one) => isSame(one, measure)),
    }));
    const step = sharedStep(measure.unit, cells);
    return [
      titleOf(measure, names),
      ...cells.map(({ own }) => (own ? estimateCell(own, step) : CANNOT_TELL)),
    ];
  });
  return {
    kind: 'table',
    caption: 'Headlines, with 95% ranges for chance',
    head: ['Measure', ...scenarios.map(({ title }) => title)],
    rows,
  };
}

function estimateCell(
  { id, mean, low, high, unit, overFigures }: Estimate,
  step: number | undefined,
): ReportCell {
  if (mean === null) return CANNOT_TELL;
  const lines = [figure(mean, unit, measureWords(id).who, step)];
  if (low !== null && high !== null) lines.push(between(low, high, unit, step));
  if (overFigures !== undefined) {
    const figures = overFigures?.figures;
    const range = figures ? between(figures.low, figures.high, unit, step) : CANNOT_TELL;
    lines.push(`over plausible figures ${range}`);
  }
  return lines;
}

function differences(
  all: readonly Difference[],
  { own, baseline }: { own: string; baseline: string },
  names: Names,
  { renewal, replications }: Summary,
): ReportTable {
  const rows = all
    .filter(isShown)
    .map((difference): ReportCell[] => [
      titleOf(difference, names),
      differencePhrase(difference),
      differenceRange(difference) ?? CANNOT_TELL,
      howOftenBetter(difference, replications) ?? '–',
      inShort(difference, difference.contractDatesAlone),
      ...(renewal ? [inShort(difference, difference.otherRenewal)] : []),
    ]);
  return {
    kind: 'table',
    caption: `“${own}” beside “${baseline}”`,
    head: [
      ...['Measure', 'Difference', '95% range', 'How often', 'Without assumed effects'],
      ...(renewal ? [`With renewal read ${renewal.other}`] : []),
    ],
    rows,
  };
}

/** The same difference found in another way: its phrase and its range. */
function inShort(difference: Difference, other: Found | null | undefined): ReportCell {
  if (!other) return '–';
  const found = { ...difference, ...other };
  const range = differenceRange(found);
  return range === null ? CANNOT_TELL : [differencePhrase(found), range];
}

type Found = NonNullable<Difference['contractDatesAlone']>;

function titlesOf(
  { scenarios }: Summary,
  { scenario, baseline }: { scenario: string; baseline: string },
): { own: string; baseline: string } {
  const title = (id: string) => scenarios.find((one) => one.id === id)?.title ?? id;
  return { own: title(scenario), baseline: title(baseline) };
}

/** Headlines of everything, of a promise and of services paid by awards; not by place. */
function isShown({ headline, by }: { headline: boolean; by: By | null }): boolean {
  return headline && (by === null || by.within === undefined);
}

function titleOf({ id, by }: { id: string; by: By | null }, names: Names): string {
  return capitalised(measureTitle(id, by, names));
}

function isSame(a: { id: string; by: By | null }, b: { id: string; by: By | null }): boolean {
  return a.id === b.id && a.by?.kind === b.by?.kind && a.by?.id === b.by?.id && !a.by?.within;
}
