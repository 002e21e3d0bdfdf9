import type {
  PromiseByLocality,
  PromiseInScenario,
  PromiseReached,
} from '../comparison/mat-by-locality.ts';
import type { Estimate } from '../comparison/summary.ts';
import { designedInWords } from './evidence-words.ts';
import type { Names } from './names.ts';
import { outOf } from './frequencies.ts';
import { plainNumber } from './numbers.ts';
import { sharedStep } from './shared-step.ts';

/** Fewer starts a year than this, and a real year may look quite different from the mean. */
const FEW_STARTS = 20;

/** A warning of small numbers; null where they are not small, or there was no run. */
export function fewStartsInWords(startsAYear: number | null): string | null {
  if (startsAYear === null || startsAYear >= FEW_STARTS) return null;
  const about = plainNumber(startsAYear, startsAYear < 9.95 ? 0.1 : 1);
  return `about ${about} start MAT in a year: one real year may look quite different`;
}

/** "MAT Standard 8: advocacy and social support"; in our own words. */
export function standardInWords(standard: PromiseByLocality['standard']): string {
  switch (standard) {
    case 'mat-6':
      return 'MAT Standard 6: psychological support';
    case 'mat-8':
      return 'MAT Standard 8: independent advocacy and social support';
    case 'mat-9':
      return 'MAT Standard 9: mental health care';
  }
}

/** "Within 12 weeks, for 75 of 100 (working).": what is promised by when, and for how many. */
export function targetInWords({ within, target, targetWorking }: PromiseByLocality): string {
  if (target === null) return `Within ${within}; no target.`;
  const working = targetWorking ? ' (working)' : '';
  return `Within ${within}, for ${plainNumber(target * 100, 1)} of 100${working}.`;
}

/** Whether what is reached lies below or above the target for sure; null where neither, or none. */
export function againstTarget(
  { target, targetWorking }: PromiseByLocality,
  reached: Estimate | null,
): string | null {
  if (target === null || !reached || reached.low === null || reached.high === null) return null;
  const of = `the ${targetWorking ? 'working ' : ''}target`;
  if (reached.high < target * 100) return `Below ${of}`;
  return reached.low >= target * 100 ? `At ${of} or above` : `On both sides of ${of}: cannot tell`;
}

/** Where a promise is designed in under a scenario, if that is not as it is now. */
export function designedElsewhere(
  { scenarios }: PromiseByLocality,
  scenario: PromiseInScenario,
  title: string,
  names: Names,
): string[] {
  const said = designedInWords(scenario, names);
  return said === designedInWords(scenarios[0], names) ? [] : [`${title}: ${said}`];
}

type Answer = PromiseByLocality['said'][number];

/** What was said in a survey, with the share who agreed where one is known. */
export function answerInWords({ says, agree }: Answer): string {
  const share = agree ? ` (${outOf(agree.value * 100, 'agreed')})` : '';
  return `${says}${share}.`;
}

/** Who was asked, and where that is known from: "People supported. From: Review, 2022". */
export function askedInWords({ asked, survey, source }: Answer): string {
  const from = source
    ? [source.title, source.by, source.year].filter(Boolean).join(', ')
    : `${survey}; no source named`;
  return `${asked}. From: ${from}`;
}

/** How finely the figures of a promise are said: in time, and of days. */
export type PromiseSteps = Record<'reached' | 'days', number | undefined>;

/**
 * Return how finely figures of one promise in one place are said beside each other, so that scenarios
 * that differ clearly do not look alike; undefined where each keeps its usual step.
 */
export function promiseSteps(cells: readonly PromiseReached[]): PromiseSteps {
  const stepFor = (part: 'reached' | 'days') => {
    const told = cells.flatMap((cell) => cell[part] ?? []);
    return (
      told[0] &&
      sharedStep(
        told[0].unit,
        cells.map((cell) => ({ own: cell[part], difference: cell[`${part}Apart`] })),
      )
    );
  };
  return { reached: stepFor('reached'), days: stepFor('days') };
}
