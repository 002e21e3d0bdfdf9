import type { Difference, Estimate, ScenarioSummary, Summary } from '$lib/comparison/summary.ts';
import { directionOf, rangeShort } from '$lib/words/changes.ts';
import { contractDatesSentence } from '$lib/words/contract-dates-sentence.ts';
import { differencePhrase } from '$lib/words/difference-sentence.ts';
import { figure } from '$lib/words/figures.ts';
import { howOftenBetter, isMuch, isSurelyHardly, verdict } from '$lib/words/how-sure.ts';
import { leadSentence, type LeadFact } from '$lib/words/lead-sentence.ts';
import { measureWords } from '$lib/words/measure-words.ts';
import type { Names } from '$lib/words/names.ts';
import { stepOfDifference } from '$lib/words/precision.ts';
import {
  differenceOf,
  estimateOf,
  fullTitle,
  headlinesOf,
  stepOfRow,
  whichServicesOf,
  type Key,
} from './look-up.ts';

/** One measure that changes: how it is now, and what each scenario does to it. */
export interface LeadMeasure {
  key: Key;
  /** "Relationships cut short, in services paid by awards that end: 9.8 of 100 as it is now." */
  now: string;
  scenarios: { id: string; title: string; figure: string; said: string }[];
}

/** What a page of comparisons says first. */
export interface Lead {
  /** What each scenario comes to, in a sentence. */
  sentences: { id: string; title: string; said: string }[];
  /** The first measures that change by something that counts, money last; none where none does. */
  changes: LeadMeasure[];
  /** How many other main measures change by something that counts in some scenario. */
  more: number;
  /** Measures that get clearly worse in some scenario, by something that counts: "…, under …". */
  worse: string[];
  /** In which scenario the first measure changes first, and what is left of it without assumed effects. */
  dates: { title: string; said: string } | null;
  /** Measures whose whole range says that they hardly change or not at all, in every scenario. */
  same: string[];
  /** Measures that do not change by what counts as far as is known, but may. */
  untold: string[];
}

/** How many measures are said first, money left out. */
const most = 2;

/**
 * Return what to say first of the scenarios that have settled; null where none has.
 * A change counts as `isMuch` says.
 */
export function leadOf(
  summary: Summary,
  names: Names,
  isSettled: (scenario: string) => boolean,
): Lead | null {
  const others = summary.scenarios.slice(1).filter(({ id }) => isSettled(id));
  if (others.length === 0) return null;
  const headlines = headlinesOf(summary);
  const of = (headline: Estimate) =>
    others.map((scenario) => ({ scenario, by: differenceOf(summary, scenario.id, headline) }));
  const counts = (headline: Estimate) => of(headline).some(({ by }) => by && isMuch(by));
  const judged = headlines.filter(({ better }) => better !== 'neither');
  const rest = judged.filter((headline) => !counts(headline));
  const hardly = (headline: Estimate) => of(headline).every(({ by }) => by && isSurelyHardly(by));
  const titles = (measures: Estimate[]) =>
    measures.map((headline) => fullTitle(summary, headline, names));
  const first = judged.filter(counts).slice(0, most);
  const money = headlines.filter(({ unit }) => unit === 'GBP');
  const changes = [...first, ...money.filter(counts).slice(0, 1)];
  const measure = (headline: Estimate): LeadMeasure => {
    const step = stepOfRow(summary, headline, isSettled);
    const told = (scenario: ScenarioSummary) =>
      figure(estimateOf(scenario, headline)?.mean ?? null, headline.unit, '', step);
    return {
      key: { id: headline.id, by: headline.by },
      now: `${fullTitle(summary, headline, names)}: ${told(summary.scenarios[0])} as it is now`,
      scenarios: of(headline).map(({ scenario, by }) => ({
        id: scenario.id,
        title: scenario.title,
        figure: told(scenario),
        said: by ? saidOf(by, summary.replications) : 'cannot tell',
      })),
    };
  };
  const worse = judged.flatMap((headline) => {
    const where = of(headline).filter(({ by }) => by && isMuch(by) && verdict(by) === 'worse');
    if (where.length === 0) return [];
    return [`${fullTitle(summary, headline, names)} (${titlesOf(where)})`];
  });
  const top = first[0] && of(first[0]).find(({ by }) => by && isMuch(by));
  const fact = (headline: Estimate, scenario: ScenarioSummary): LeadFact => ({
    ...{ id: headline.id, by: headline.by, unit: headline.unit, now: headline.mean },
    mean: estimateOf(scenario, headline)?.mean ?? null,
    difference: differenceOf(summary, scenario.id, headline),
    which: whichServicesOf(summary, headline),
    step: stepOfRow(summary, headline, isSettled),
  });
  return {
    sentences: others.map((scenario) => {
      const [judgedHere, moneyHere] = [judged, money].map((of) =>
        of.map((headline) => fact(headline, scenario)),
      );
      const { id, title } = scenario;
      return { id, title, said: leadSentence(judgedHere, moneyHere[0], names) };
    }),
    changes: changes.map(measure),
    more: headlines.filter((headline) => counts(headline) && !changes.includes(headline)).length,
    worse,
    dates: top?.by?.contractDatesAlone
      ? { title: top.scenario.title, said: contractDatesSentence(top.by) }
      : null,
    same: titles(rest.filter(hardly)),
    untold: titles(rest.filter((headline) => !hardly(headline))),
  };
}

function titlesOf(where: { scenario: ScenarioSummary }[]): string {
  return where.map(({ scenario }) => `“${scenario.title}”`).join(', ');
}

/** "2.0 fewer (1.8 to 2.1), better in 97 of 100 runs"; "no clear difference". */
function saidOf(difference: Difference, runs: number): string {
  const { id, unit, low, high } = difference;
  const judged = verdict(difference);
  const phrase = differencePhrase(difference);
  if (
    judged === 'no clear difference' ||
    judged === 'cannot tell' ||
    low === null ||
    high === null
  ) {
    return phrase.toLowerCase();
  }
  const direction = measureWords(id).direction ?? directionOf(unit);
  const step = stepOfDifference(unit, difference);
  const often = howOftenBetter(difference, runs);
  return `${phrase} (${rangeShort(low, high, unit, direction, step)})${often ? `, ${often}` : ''}`;
}
