import type { Portfolio } from '../portfolio/portfolio.ts';
import { dateInWords } from '../words/dates.ts';
import { DAYS_A_YEAR, lengthOfTime, years } from '../words/durations.ts';
import { figureOr } from './model-words.ts';
import { countOf, listOf, wholeNumber } from '../words/numbers.ts';
import type { ReportBlock } from './report-block.ts';
import { resultTables } from './stress-results.ts';
import type { Reported, StressItem } from './stress-report.ts';

/** Items 4.1 to 4.3: how a run begins, how long it is, how results are estimated from runs. */
export function experimentItems(reported: Reported): StressItem[] {
  const { summary } = reported;
  return [
    { id: '4.1', title: 'Initialisation', blocks: initialisation(reported), toFill: [] },
    { id: '4.2', title: 'Run length', blocks: runLength(reported), toFill: [] },
    {
      id: '4.3',
      title: 'Estimation approach',
      blocks: summary ? [...settings(reported), ...resultTables(reported, summary)] : approach(),
      toFill: summary
        ? []
        : [
            {
              by: 'a run',
              hint: 'The number of runs, the seed, the draws of figures, and the headline results with their ranges.',
            },
          ],
    },
  ];
}

function initialisation({ model: { portfolio }, summary }: Reported): ReportBlock[] {
  const today = portfolio.services.flatMap((service) =>
    service.pathway.flatMap((stage) =>
      stage.today.map(({ group, people }) => [
        `${service.name}: ${stage.name}`,
        portfolio.groups[group].name,
        figureOr(people, 'none'),
      ]),
    ),
  );
  const waiting = portfolio.services.flatMap(({ name, waitingToday }) =>
    waitingToday.map(({ group, people }) => [
      name,
      portfolio.groups[group].name,
      figureOr(people, 'none'),
    ]),
  );
  const found = summary
    ? [`The warm-up of this run was ${yearsExactly(summary.warmUpDays)}.`, ...summary.notes]
    : [];
  return [
    { kind: 'text', text: [warmUp(portfolio), ...found].join(' ') },
    ...tableOf('People in support when the warm-up begins', ['Service and stage', 'Group'], today),
    ...tableOf('People who wait when the warm-up begins', ['Service', 'Group'], waiting),
  ];
}

/** A table of people by group; none where there is nobody. */
function tableOf(caption: string, head: string[], rows: string[][]): ReportBlock[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, head: [...head, 'People'], rows }];
}

function warmUp({ warmUp }: Portfolio): string {
  const before =
    'The warm-up runs the baseline before the start, with every post filled on its first day and every award renewed; nothing in it is measured, and each scenario begins where it ended.';
  switch (warmUp.kind) {
    case 'none':
      return 'There is no warm-up: every post is filled at the start, and lists and caseloads are empty but for those whom the file puts there.';
    case 'years':
      return `${before} It is ${yearsExactly(warmUp.days)}, as the file says.`;
    case 'until steady':
      return (
        `${before} Its length is found by eight trial runs: the first whole number of years after which the number of people in support ` +
        `changed by less than 2% in two years running, at most ${yearsExactly(warmUp.atMostDays)}.`
      );
  }
}

/** Warm-ups are mostly whole years; others are said in the unit people would use. */
function yearsExactly(days: number): string {
  const isWhole = Math.abs(days / DAYS_A_YEAR - Math.round(days / DAYS_A_YEAR)) < 0.01;
  return isWhole ? countOf(Math.round(days / DAYS_A_YEAR), 'year', 'years') : lengthOfTime(days);
}

function runLength({ model: { portfolio } }: Reported): ReportBlock[] {
  const { start, horizonDays, prices } = portfolio;
  return [
    {
      kind: 'list',
      items: [
        'Time is continuous, in days; months and financial years are those of the calendar.',
        `Measures begin on ${dateInWords(start)} and cover ${years(horizonDays)}, to ${dateInWords(start, horizonDays)}.`,
        'Runs go on for 24 months past that, with arrivals and contracts, so that nobody who counts is lost from sight.',
        ...(prices ? [`Money is in constant prices of ${prices}.`] : []),
      ],
    },
  ];
}

function approach(): ReportBlock[] {
  return [
    {
      kind: 'text',
      text: 'Results are means over independent runs with 95% ranges: Student’s t for means and for paired differences, a jackknife that leaves out one run at a time for ratios.',
    },
  ];
}

function settings({ model, scenarios, summary }: Reported): ReportBlock[] {
  if (!summary) return [];
  const { replications, seed, comparisons, simultaneous, precision, drawn, renewal } = summary;
  const items = [
    `${countOf(replications, 'run', 'runs')} of each scenario, seed ${seed}: ${listOf(scenarios.map(({ title }) => `“${title}”`))}.`,
    ...(comparisons.length > 0
      ? ['Differences are taken run by run: the same people with the same luck in both scenarios.']
      : []),
    ...(simultaneous && simultaneous.comparisons > 1
      ? [
          `The ranges of differences hold together for all ${simultaneous.comparisons} comparisons with 95%: each by itself with ${Math.round(simultaneous.level * 1000) / 10}%.`,
        ]
      : []),
    ...(precision
      ? [
          `The run was to go on until every headline is precise, looked at after ${listOf(precision.looks.map(wholeNumber))} runs: it ${precision.reached ? 'got there' : 'did not get there'}.`,
        ]
      : []),
    drawn && drawn.draws > 0
      ? `What nobody knows well: ${countOf(drawn.draws, 'set of plausible figures was', 'sets of plausible figures were')} drawn from the ranges of ${countOf(drawn.inputs, 'figure', 'figures')}, the same sets in every scenario, with ${countOf(drawn.each, 'run', 'runs')} each.`
      : 'Figures were not drawn from their ranges: ranges of results are for chance alone, and leave out doubt about the figures put in.',
    renewal
      ? `Differences were also worked out with renewal read ${renewal.other}; the results below read it ${renewal.read}.`
      : `The chance of renewal is read ${model.portfolio.rules.renewal}.`,
  ];
  return [...approach(), { kind: 'list', items }];
}
