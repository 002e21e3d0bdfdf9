import type { ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { dateInWords } from '$lib/words/dates.ts';
import { nameOf, namesOf, type Names } from '$lib/words/names.ts';
import { countOf } from '$lib/words/numbers.ts';
import { ofAllServices } from '$lib/words/which-services.ts';
import type { Balance } from './balance-money.ts';
import { differencesTexts } from './differences-text.ts';
import { evidenceTexts } from './evidence-text.ts';
import type { ScenarioJudged } from './judge-scenarios.ts';
import { differenceDoubtTables, figuresDoubtTables } from './doubt-tables.ts';
import { doubtTexts } from './doubt-texts.ts';
import { principlesTexts } from './principles-text.ts';
import {
  cutShortByYear,
  find,
  moneyByFunder,
  shownFigures,
  type Section,
} from './shown-figures.ts';
import { figureCell, rowLabel } from './table-cells.ts';
import { tableNumbers } from './table-numbers.ts';
import { textTable, wrapped } from './text-table.ts';
import { warnedText } from './warned-text.ts';

const WIDTH = 100;

/** How many scenarios stand side by side before the table goes on below. */
const ACROSS = 3;

/**
 * Return results as text for a person: what may mislead about them, figures side by side, then each
 * difference in a sentence with what is left of it without assumed effects, and
 * the principles with what would change them.
 */
export function resultsText(
  summary: Summary,
  model: Pick<Model, 'portfolio' | 'warned'>,
  judged: readonly ScenarioJudged[],
  balances: readonly Balance[] = [],
): string {
  const { portfolio } = model;
  const names = namesOf(portfolio);
  const sections = shownFigures(summary, portfolio);
  const parts = [
    ...heading(summary, portfolio),
    warnedText(model, summary.scenarios),
    ...balances.map(balanceText),
    ...[...sections, cutShortByYear(summary), moneyByFunder(summary)].flatMap((section) =>
      sectionTables(section, summary.scenarios, names),
    ),
    ...(summary.comparisons.length === 0 ? figuresDoubtTables(summary, names, WIDTH) : []),
    ...differencesTexts(summary, sections, names, WIDTH),
    ...differenceDoubtTables(summary, names, WIDTH),
    ...doubtTexts(summary, names).map((line) => wrapped(line, WIDTH)),
    // The first alone: a table of every scenario would hide what differs.
    ...judged
      .slice(0, 1)
      .flatMap(({ evidence, title }) => evidenceTexts(evidence, title, names, WIDTH)),
    ...principlesTexts(judged, WIDTH),
    notesText(summary),
    wrapped(summary.portfolio.notice, WIDTH),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading(summary: Summary, model: Portfolio): string[] {
  const { portfolio, replications, seed, engine } = summary;
  const years = countOf(portfolio.horizonDays / 365.25, 'year', 'years', 0.1);
  const futures = countOf(replications, 'possible future', 'possible futures');
  const run =
    `${futures} of ${years} from ${dateInWords(portfolio.start)}, the same imagined people in ` +
    `every scenario (seed ${seed}, engine ${engine}). Each future is one run. Ranges in brackets are for chance alone ` +
    `(95%): more futures make them narrower. They leave out doubt about the figures put in${
      summary.drawn && summary.drawn.draws > 0 ? ', which stands in tables of its own' : ''
    }.`;
  return [portfolio.title, model.question, portfolio.notice, run].map((line) =>
    wrapped(line, WIDTH),
  );
}

/** What makes the money the same, as on the page that says why scenarios differ. */
export function balanceText({ said }: Pick<Balance, 'said'>): string {
  return ['The same money:', ...said.map((line) => wrapped(`- ${line}`, WIDTH))].join('\n');
}

function sectionTables(section: Section, scenarios: ScenarioSummary[], names: Names): string[] {
  const blocks: string[] = [];
  if (section.rows.length === 0) return blocks;
  for (let from = 0; from < scenarios.length; from += ACROSS) {
    const across = scenarios.slice(from, from + ACROSS);
    const rows = section.rows.flatMap((row) => {
      const figures = across.map(({ measures }) => find(measures, row));
      const like = figures.find((figure) => figure !== undefined);
      if (!like) return [];
      // Of all scenarios, so that the table below says the same measure alike.
      const all = scenarios.flatMap(({ measures }) => find(measures, row) ?? []);
      const numbers = tableNumbers(
        like.unit,
        all.map(({ mean, low, high }) => [mean, low, high]),
      );
      const label = section.saysWhich ? ofAllServices(row) : row;
      const cells = figures.map((figure) => figureCell(figure, numbers));
      // The heading says what is counted in each year.
      const head =
        label.by?.kind === 'year' ? nameOf(label.by, names) : rowLabel(label, numbers, names);
      return [[head, ...cells]];
    });
    blocks.push(textTable([section.title, ...across.map(({ title }) => title)], rows, WIDTH));
  }
  return blocks;
}

function notesText({ notes }: Summary): string {
  if (notes.length === 0) return '';
  return ['Of this run:', ...notes.map((note) => wrapped(`- ${note}`, WIDTH))].join('\n');
}
