import type { Difference, Estimate, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import { measureKey } from '$lib/comparison/measure-key.ts';
import type { By } from '$lib/measures/measure.ts';
import type { Portfolio } from '$lib/portfolio/portfolio.ts';
import { contractDatesSentence } from '$lib/words/contract-dates-sentence.ts';
import { dateInWords } from '$lib/words/dates.ts';
import { differenceSentence } from '$lib/words/difference-sentence.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { namesOf, type Names } from '$lib/words/names.ts';
import { countOf } from '$lib/words/numbers.ts';
import { textTable, wrapped } from './text-table.ts';
import { figureCell, rowLabel } from './table-cells.ts';

/** A figure that the table shows, wherever it stands in the summary. */
interface Shown {
  id: string;
  by: By | null;
}

interface Section {
  title: string;
  rows: Shown[];
}

const WIDTH = 100;

/** How many scenarios stand side by side before the table goes on below. */
const ACROSS = 3;

/**
 * Return results as text for a person: figures side by side, then each
 * difference in a sentence with how much of it contract dates alone make.
 */
export function resultsText(summary: Summary, portfolio: Portfolio): string {
  const names = namesOf(portfolio);
  const sections = sectionsOf(summary, portfolio);
  const parts = [
    heading(summary, portfolio),
    ...sections.flatMap((section) => sectionText(section, summary.scenarios, names)),
    ...comparisonTexts(summary, sections, names),
    notesText(summary),
    wrapped(summary.portfolio.notice, WIDTH),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading({ portfolio, replications, seed, engine }: Summary, model: Portfolio): string {
  const years = countOf(portfolio.horizonDays / 365.25, 'year', 'years', 0.1);
  const futures = countOf(replications, 'possible future', 'possible futures');
  const run =
    `${futures} of ${years} from ${dateInWords(portfolio.start)}, the same imagined people in ` +
    `every scenario (seed ${seed}, engine ${engine}). Ranges in brackets are for chance alone ` +
    `(95%): more futures make them narrower. They leave out doubt about the figures put in.`;
  const lines = [portfolio.title, model.question, portfolio.notice, run];
  return lines
    .filter((line) => line !== '')
    .map((line) => wrapped(line, WIDTH))
    .join('\n\n');
}

/** What a commissioner looks for first; what no scenario measures is left out. */
function sectionsOf({ scenarios }: Summary, { standards }: Portfolio): Section[] {
  const all = (...ids: string[]): Shown[] => ids.map((id) => ({ id, by: null }));
  const promises = (standard: string): Section => ({
    title: `${standard.toUpperCase().replace('-', ' ')}: promises kept in time`,
    rows: standards
      .filter((criterion) => criterion.standard === standard)
      .map(({ id }) => ({ id: 'criterion-reached', by: { kind: 'criterion', id } })),
  });
  const sections: Section[] = [
    {
      title: 'Relationships',
      rows: [
        ...all('cut-short-per-100', 'kept-a-worker-a-year'),
        { id: 'ended-by', by: { kind: 'reason', id: 'funding-ended' } },
        ...all('workers-per-person', 'stories-told-again'),
      ],
    },
    {
      title: 'Waiting',
      rows: all('wait-mean', 'started-by-21-days', 'stopped-waiting-share', 'closed-out'),
    },
    ...['mat-6', 'mat-8', 'mat-9'].map(promises),
    {
      title: 'Money, a year in constant prices',
      rows: all('commitment', 'spend', 'unspent', 'spend-per-relationship-not-cut-short'),
    },
  ];
  const known = new Set(scenarios.flatMap(({ measures }) => measures.map(measureKey)));
  return sections
    .map(({ title, rows }) => ({ title, rows: rows.filter((row) => known.has(measureKey(row))) }))
    .filter(({ rows }) => rows.length > 0);
}

function sectionText(section: Section, scenarios: ScenarioSummary[], names: Names): string[] {
  const blocks: string[] = [];
  for (let from = 0; from < scenarios.length; from += ACROSS) {
    const across = scenarios.slice(from, from + ACROSS);
    const head = [section.title, ...across.map(({ title }) => title)];
    const rows = section.rows.map((row) => {
      const figures = across.map((scenario) => find(scenario.measures, row));
      const like = figures.find((figure) => figure !== undefined);
      return [rowLabel(row, like, names), ...figures.map(figureCell)];
    });
    blocks.push(textTable(head, rows, WIDTH));
  }
  return blocks;
}

function comparisonTexts(summary: Summary, sections: Section[], names: Names): string[] {
  return summary.comparisons.map(({ scenario, baseline, differences }) => {
    const titleOf = (id: string) => summary.scenarios.find((one) => one.id === id)?.title ?? id;
    const against = baseline === 'as-it-is' ? 'as it is' : `“${titleOf(baseline)}”`;
    const own = summary.scenarios.find(({ id }) => id === scenario)?.measures ?? [];
    const lines = sections.flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const difference = find(differences, row);
        const figure = find(own, row);
        return difference && figure ? [sentences(difference, figure, names, against)] : [];
      }),
    );
    const title = `${titleOf(scenario)}, compared with ${titleOf(baseline)}`;
    return [title, '='.repeat(title.length), ...lines].join('\n');
  });
}

function sentences(difference: Difference, figure: Estimate, names: Names, against: string) {
  const { id, by } = difference;
  const said = differenceSentence(difference, figure, names, against);
  const needsDates = difference.contractDatesAlone !== null && difference.difference !== null;
  const dates = needsDates ? ` ${contractDatesSentence(difference)}` : '';
  const title = measureTitle(id, by, names);
  return `- ${title}\n${wrapped(said + dates, WIDTH - 2, '  ')}`;
}

function notesText({ notes }: Summary): string {
  if (notes.length === 0) return '';
  return ['Of this run:', ...notes.map((note) => wrapped(`- ${note}`, WIDTH))].join('\n');
}

function find<T extends Shown>(among: readonly T[], wanted: Shown): T | undefined {
  const key = measureKey(wanted);
  return among.find((one) => measureKey(one) === key);
}
