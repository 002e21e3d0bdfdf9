import type { Difference, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import { contractDatesSentence, isEitherPartClear } from '$lib/words/contract-dates-sentence.ts';
import { differenceSentence } from '$lib/words/difference-sentence.ts';
import { isClear, verdict } from '$lib/words/how-sure.ts';
import { nameOf, type Names } from '$lib/words/names.ts';
import { AWARDS, isOfAwards, ofAllServices, whichServices } from '$lib/words/which-services.ts';
import { find, type Section, type Shown } from './shown-figures.ts';
import { rowTitle } from './table-cells.ts';
import { wrapped } from './text-table.ts';

/**
 * Return the differences of each scenario in sentences, with how much of each
 * is left without assumed effects.
 *
 * Headlines are always said. Of the others only clear differences are, and the
 * rest is named in a line or two, so that nothing is hidden and little is repeated.
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
    const unclear: Shown[] = [];
    const untold: Shown[] = [];
    const texts = sections.flatMap((section) => {
      const lines = section.rows.flatMap((row) => {
        const difference = find(differences, row);
        if (!difference) return [];
        const which = whichServices(row, own.measures);
        if (difference.headline || isClear(difference)) {
          return [
            sentences(
              difference,
              own,
              { names, runs: summary.replications, baseline: against, which },
              width,
            ),
          ];
        }
        (verdict(difference) === 'cannot tell' ? untold : unclear).push(row);
        return [];
      });
      return lines.length > 0 ? [[section.title, ...lines].join('\n')] : [];
    });
    const parts = [
      ...texts,
      ...namedTexts('No clear difference either', unclear, own, names, width),
      ...namedTexts('Whether there is a difference cannot be told', untold, own, names, width),
    ];
    return [`${title}\n${'='.repeat(title.length)}`, ...parts].join('\n\n');
  });
}

/** What is said of many, by name: those paid by awards together, so that it is said of them once. */
function namedTexts(
  start: string,
  rows: readonly Shown[],
  own: ScenarioSummary,
  names: Names,
  width: number,
): string[] {
  const awards = rows.filter(isOfAwards).map((row) => rowTitle(ofAllServices(row), names));
  const others = rows
    .filter((row) => !isOfAwards(row))
    .map((row) => rowTitle(row, names, whichServices(row, own.measures)));
  const line = (where: string, titles: string[]) =>
    titles.length > 0 ? [wrapped(`${start}${where}: ${titles.join('; ')}.`, width)] : [];
  return [...line(`, in ${nameOf(AWARDS, names)}, in`, awards), ...line(' in', others)];
}

function sentences(
  difference: Difference,
  own: ScenarioSummary,
  { names, ...how }: { names: Names; runs: number; baseline: string; which: string },
  width: number,
): string {
  const figure = find(own.measures, difference);
  if (!figure) throw new Error(`${own.id} has no ${difference.id}.`);
  const said = differenceSentence(difference, figure, names, how);
  // Two parts that pull against each other may leave no clear difference: that is worth saying.
  const tells =
    difference.contractDatesAlone !== null &&
    (isClear(difference) || isEitherPartClear(difference));
  const dates = tells ? ` ${contractDatesSentence(difference)}` : '';
  return wrapped(said + dates, width - 4, '    ').replace(/^ {4}/, '  - ');
}

function scenarioOf({ scenarios }: Summary, id: string): ScenarioSummary {
  const found = scenarios.find((one) => one.id === id);
  if (!found) throw new Error(`The summary has no scenario ${id}.`);
  return found;
}
