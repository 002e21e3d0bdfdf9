import type {
  Apart,
  ExplainedInput,
  Explanation,
  Told,
  Tried,
} from '$lib/comparison/explanation.ts';
import { clearSignOf } from '$lib/words/how-sure.ts';
import { cell, type Cell } from './results-csv.ts';

const COLUMNS = [
  'model',
  'scenario',
  'compared_with',
  'measure',
  'split',
  'of',
  'row',
  'subject',
  'value',
  'low',
  'high',
  'says',
  'notice',
] as const;

type Row = Partial<Record<(typeof COLUMNS)[number], Cell>>;

/**
 * Return an explanation as a long table: one row for each verdict, each way of
 * looking and measure, and each thing found of an input. `value` with `low` and
 * `high` is a difference with its 95% range, or the one number that `row` names.
 */
export function explanationCsv(explanation: Explanation): string {
  const { portfolio, scenario, baseline } = explanation;
  const rows = [
    ...verdictRows(explanation),
    ...trialRows(explanation),
    ...explanation.mechanisms.map(({ mechanism, adds }) => ({
      ...measureCells(explanation.measure),
      row: 'mechanism adds',
      subject: mechanism,
      ...apartCells(adds),
    })),
    ...explanation.inputs.flatMap((input) => inputRows(input, explanation)),
    {
      ...measureCells(explanation.measure),
      row: 'worth of knowing every figure',
      value: explanation.worthOfAllFigures,
    },
  ];
  const always: Row = {
    model: portfolio.id,
    scenario: scenario.id,
    compared_with: baseline.id,
    notice: portfolio.notice,
  };
  const lines = rows.map((row: Row) =>
    COLUMNS.map((column) => cell({ ...always, ...row }[column] ?? null)).join(','),
  );
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

function verdictRows({ verdicts }: Explanation): Row[] {
  return verdicts.flatMap((verdict) => [
    {
      ...measureCells(verdict),
      row: 'verdict',
      ...apartCells(verdict),
      says: verdict.kind,
    },
    ...verdict.untold.map((tried) => ({
      ...measureCells(verdict),
      row: 'cannot be told',
      subject: subjectOf(tried),
    })),
    ...(verdict.overFigures
      ? [
          {
            ...measureCells(verdict),
            row: 'over plausible figures (8 in 10)',
            value: verdict.overFigures.mean,
            low: verdict.overFigures.figures.low,
            high: verdict.overFigures.figures.high,
            says: verdict.figuresDisagree ? 'either way' : 'one way',
          },
        ]
      : []),
  ]);
}

function trialRows({ trials }: Explanation): Row[] {
  return trials.flatMap(({ tried, differences }) =>
    differences.map((difference) => ({
      ...measureCells(difference),
      row: `tried: ${tried.kind}`,
      subject: subjectOf(tried),
      ...apartCells(difference),
      says: difference.standing,
    })),
  );
}

function subjectOf(tried: Tried): string {
  switch (tried.kind) {
    case 'renewal':
      return tried.read;
    case 'horizon':
      return `${tried.days} days`;
    case 'structure':
      return tried.structure;
    case 'without':
      return tried.mechanism ?? 'all assumed effects';
    case 'input':
      return `${tried.key} ${tried.end}`;
  }
}

function inputRows(input: ExplainedInput, { measure, answer }: Explanation): Row[] {
  const { key } = input;
  const row = (name: string, cells: Row): Row => ({
    ...measureCells(measure),
    row: name,
    subject: key,
    ...cells,
  });
  const clear = input.isClear ? 'clear' : 'luck could give it';
  return [
    row('input', { value: input.best, low: input.low, high: input.high }),
    row('swing', apartCells(input.swing)),
    row('rank correlation', { value: input.rankCorrelation, says: clear }),
    row('partial rank correlation', { value: input.partialRankCorrelation }),
    row('switching value', {
      ...switchCells(input, answer),
    }),
    row('worth of knowing it', { value: input.worthKnowing }),
  ];
}

function switchCells({ switching, switchingUntold }: ExplainedInput, answer: Apart): Row {
  if (switchingUntold) return { says: 'cannot tell' };
  if (switching === null) return { says: 'does not change' };
  if (switching) return { value: switching.value, low: switching.from, high: switching.to };
  if (clearSignOf(answer) !== 0) return { says: 'not looked for' };
  const why = answer.low === null ? 'cannot tell' : 'no clear difference';
  return { says: `not looked for: ${why}` };
}

function measureCells({ id, by }: Pick<Told, 'id' | 'by'>): Row {
  return { measure: id, split: by?.kind ?? null, of: by?.id ?? null };
}

function apartCells({ difference, low, high }: Apart): Row {
  return { value: difference, low, high };
}
