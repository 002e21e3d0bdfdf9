import type { Difference, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import { contractDatesSentence } from '$lib/words/contract-dates-sentence.ts';
import { differenceSentence } from '$lib/words/difference-sentence.ts';
import { verdict } from '$lib/words/how-sure.ts';
import type { Names } from '$lib/words/names.ts';
import { find, type Section, type Shown } from './shown-figures.ts';
import { rowTitle } from './table-cells.ts';
import { wrapped } from './text-table.ts';

/**
 * Return the differences of each scenario in sentences, with how much of each
 * contract dates alone make.
 *
 * Headlines are always said. Of the others only clear differences are, and the
 * rest is named in one line, so that nothing is hidden and little is repeated.
 */
export function differencesTexts(
  summary: Summary,
  sections: Section[],
  names: Names,
  width: number,
): string[] {
  return summary.comparisons.map(({ scenario, baseline, differences }) => {
    const own = scenarioOf(summary, scenario);
    const against =
      baseline === 'as-it-is' ? 'as it is' : `“${scenarioOf(summary, baseline).title}”`;
    const title = `${own.title}, compared with ${scenarioOf(summary, baseline).title}`;
    const unclear: string[] = [];
    const texts = sections.flatMap((section) => {
      const lines = section.rows.flatMap((row) => {
        const difference = find(differences, row);
        if (!difference) return [];
        if (difference.headline || isClear(difference)) {
          return [sentences(difference, own, row, names, against, width)];
        }
        unclear.push(rowTitle(row, names));
        return [];
      });
      return lines.length > 0 ? [[section.title, ...lines].join('\n')] : [];
    });
    const rest = `No clear difference either in: ${unclear.join('; ')}.`;
    const parts = unclear.length > 0 ? [...texts, wrapped(rest, width)] : texts;
    return [`${title}\n${'='.repeat(title.length)}`, ...parts].join('\n\n');
  });
}

function sentences(
  difference: Difference,
  own: ScenarioSummary,
  row: Shown,
  names: Names,
  against: string,
  width: number,
): string {
  const figure = find(own.measures, row);
  if (!figure) throw new Error(`${own.id} has no ${row.id}.`);
  const said = differenceSentence(difference, figure, names, against);
  const tells = difference.contractDatesAlone !== null && isClear(difference);
  const dates = tells ? ` ${contractDatesSentence(difference)}` : '';
  return wrapped(said + dates, width - 4, '    ').replace(/^ {4}/, '  - ');
}

function isClear(difference: Difference): boolean {
  return !['no clear difference', 'cannot tell'].includes(verdict(difference));
}

function scenarioOf({ scenarios }: Summary, id: string): ScenarioSummary {
  const found = scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`The summary has no scenario ${id}.`);
  return found;
}
