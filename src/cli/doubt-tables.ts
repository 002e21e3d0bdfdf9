import type {
  Difference,
  DifferenceOverFigures,
  Estimate,
  ScenarioSummary,
  Summary,
} from '$lib/comparison/summary.ts';
import { CANNOT_TELL } from '$lib/words/figures.ts';
import { howOften, howOftenBetter, type ShareOf } from '$lib/words/how-sure.ts';
import type { Names } from '$lib/words/names.ts';
import { whichServices } from '$lib/words/which-services.ts';
import { differenceCell, figureCell, rangeCell, rowLabel, signedRangeCell } from './table-cells.ts';
import { tableNumbers, type TableNumbers } from './table-numbers.ts';
import { textTable } from './text-table.ts';

/**
 * Return, for each scenario, its headlines with the three kinds of range and
 * the other reading of renewal side by side.
 */
export function figuresDoubtTables(summary: Summary, names: Names, width: number): string[] {
  const { renewal } = summary;
  const drawn = isDrawn(summary);
  if (!drawn && !renewal) return [];
  return summary.scenarios.map(({ title, measures }) => {
    const rows = measures
      .filter(({ headline }) => headline)
      .map((figure) => {
        const { id, by, unit, mean, low, high, overFigures: over, otherRenewal: other } = figure;
        const which = whichServices({ id, by }, measures);
        const numbers = tableNumbers(unit, [
          [mean, low, high],
          [over?.figures.low, over?.figures.high],
          [over?.oneFuture.low, over?.oneFuture.high],
          [other?.mean, other?.low, other?.high],
        ]);
        return [
          rowLabel({ id, by }, numbers, names, which),
          figureCell(figure, numbers),
          ...(drawn
            ? [rangeCell(over?.figures, numbers), rangeCell(over?.oneFuture, numbers)]
            : []),
          ...(renewal ? [figureCell(readOtherwise(figure), numbers)] : []),
        ];
      });
    const head = [
      ...[title, LUCK],
      ...(drawn ? [FIGURES, FUTURE] : []),
      ...(renewal ? [renewalHead(renewal)] : []),
    ];
    return textTable(head, rows, width, LABELS);
  });
}

/**
 * Return, for each comparison, its headline differences with the three kinds of
 * range and the other reading of renewal side by side.
 */
export function differenceDoubtTables(summary: Summary, names: Names, width: number): string[] {
  const { renewal, comparisons, replications } = summary;
  if (!isDrawn(summary) && !renewal) return [];
  return comparisons.map(({ scenario, differences }) => {
    const own = scenarioOf(summary, scenario);
    const columns: Column[] = [
      [LUCK, (of, numbers) => luckCell(of, replications, numbers)],
      ...(isDrawn(summary) ? drawnColumns(summary) : []),
      ...(renewal ? [[renewalHead(renewal), otherRenewalCell] as Column] : []),
    ];
    const rows = differences
      .filter(({ headline }) => headline)
      .map((difference) => {
        const { id, by } = difference;
        const numbers = numbersOf(difference);
        const label = rowLabel({ id, by }, numbers, names, whichServices({ id, by }, own.measures));
        return [label, ...columns.map(([, cell]) => cell(difference, numbers))];
      });
    const head = [`Difference made by: ${own.title}`, ...columns.map(([title]) => title)];
    return textTable(head, rows, width, LABELS);
  });
}

/** The share of the width for what a row is of: four columns of ranges need the rest. */
const LABELS = 0.28;

const LUCK = 'Luck in the computing (95%)';
const FIGURES = 'Figures nobody knows well (8 in 10)';
const FUTURE = 'One future (8 in 10)';

type Column = [title: string, cell: (of: Difference, numbers: TableNumbers) => string];

/** How finely all that a row says of a difference is said. */
function numbersOf({ unit, difference, low, high, ...more }: Difference): TableNumbers {
  const { overFigures: over, otherRenewal: other } = more;
  return tableNumbers(unit, [
    [difference, low, high],
    [over?.figures.low, over?.figures.high],
    [over?.oneFuture.low, over?.oneFuture.high],
    [other?.difference, other?.low, other?.high],
  ]);
}

function drawnColumns({ drawn }: Summary): Column[] {
  // These shares are estimated, luck taken out, and not counted: they are said of 100.
  return [
    [
      FIGURES,
      (of, numbers) =>
        drawnCell(of, numbers, ({ figures, shareBetter, draws }) => {
          const isPart = draws < (drawn?.draws ?? 0);
          return [figures, howOften(shareBetter, 100, 'sets', isPart), 'sets'];
        }),
    ],
    [
      FUTURE,
      (of, numbers) =>
        drawnCell(of, numbers, ({ oneFuture, shareFuturesBetter = null, futuresTold }) => {
          const isPart = futuresTold !== undefined;
          return [oneFuture, howOften(shareFuturesBetter, 100, 'futures', isPart), 'futures'];
        }),
    ],
  ];
}

function luckCell(of: Difference, runs: number, numbers: TableNumbers): string {
  const said = differenceCell(of, numbers);
  const isTold = of.low !== null && of.high !== null;
  return isTold ? withHowOften(said, of, howOftenBetter(of, runs), 'runs') : said;
}

/** A range over drawn figures with the share that belongs to it: never that of another range. */
function drawnCell(
  of: Difference,
  numbers: TableNumbers,
  read: (over: DifferenceOverFigures) => [{ low: number; high: number }, string | null, ShareOf],
): string {
  if (!of.overFigures) return signedRangeCell(undefined, numbers);
  const [range, often, what] = read(of.overFigures);
  return withHowOften(signedRangeCell(range, numbers), of, often, what);
}

function withHowOften(
  said: string,
  { better }: Difference,
  often: string | null,
  of: ShareOf,
): string {
  if (better === 'neither') return said;
  return `${said}\n${often ?? `better in how many ${of}: ${CANNOT_TELL}`}`;
}

function renewalHead({ other }: NonNullable<Summary['renewal']>): string {
  return `Renewal read ${other}`;
}

/** The same figure under the other reading of renewal; where it has none, it cannot be told. */
function readOtherwise(figure: Estimate): Estimate {
  const none = { mean: null, low: null, high: null };
  return { ...figure, ...(figure.otherRenewal ?? none) };
}

function otherRenewalCell({ otherRenewal }: Difference, numbers: TableNumbers): string {
  const none = { difference: null, low: null, high: null };
  return differenceCell(otherRenewal ?? none, numbers);
}

function isDrawn({ drawn }: Summary): boolean {
  return drawn !== undefined && drawn.draws > 0;
}

function scenarioOf({ scenarios }: Summary, id: string): ScenarioSummary {
  const found = scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`The summary has no scenario ${id}.`);
  return found;
}
