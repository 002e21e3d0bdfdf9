import type { Summary } from '$lib/comparison/summary.ts';
import { DRAFT } from '$lib/state/live-run.svelte.ts';
import { differenceSentence } from '$lib/words/difference-sentence.ts';
import type { Names } from '$lib/words/names.ts';
import { differenceOf, estimateOf, headlinesOf, whichServicesOf } from '../compare/look-up.ts';

/** What a screen reader says once a draft's result has settled: its first two measures. */
export function settledSentence(summary: Summary, names: Names): string {
  const scenario = summary.scenarios.find(({ id }) => id === DRAFT);
  if (!scenario) return '';
  const said = headlinesOf(summary)
    .slice(0, 2)
    .flatMap((headline) => {
      const estimate = estimateOf(scenario, headline);
      const difference = differenceOf(summary, DRAFT, headline);
      const which = whichServicesOf(summary, headline);
      return estimate && difference
        ? [differenceSentence(difference, estimate, names, { runs: summary.replications, which })]
        : [];
    });
  return `Your scenario is worked out. ${said.join(' ')}`;
}
