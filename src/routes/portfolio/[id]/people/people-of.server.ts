import { error } from '@sveltejs/kit';
import type { ChartOrigin } from '$lib/charts/chart-origin.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import type { ShownModel } from '$lib/server/models.ts';
import { resultsOf } from '$lib/server/results.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import type { ChartSection } from '$lib/ui/people/chart-spec.ts';
import { peoplePictures } from '$lib/ui/people/people-pictures.ts';
import { namesOf } from '$lib/words/names.ts';

/** The pictures about people in some scenarios, and what they are of; null while it takes longer. */
export interface People {
  sections: ChartSection[];
  origin: ChartOrigin;
  replications: number;
  notes: string[];
  isFull: boolean;
}

/** Return what the page about people shows of how it is now and some scenarios. */
export async function peopleOf(
  { model, hash }: ShownModel & { model: Model },
  ids: readonly string[],
): Promise<People | null> {
  const stored = await resultsOf(model, ids).catch((failure: unknown) => {
    if (!(failure instanceof RunFailed)) throw failure;
    error(500, {
      message: 'The scenarios of this portfolio cannot be run.',
      findings: failure.findings,
    });
  });
  if (!stored) return null;
  const { result, isFull } = stored;
  // In the order asked for, as everywhere: colours go by it.
  const scenarios = [AS_IT_IS, ...ids].flatMap(
    (id) => result.scenarios.find((scenario) => scenario.id === id) ?? [],
  );
  const { portfolio } = model;
  const portfolios = scenarios.map(({ id }) => portfolioUnder(model, id));
  return {
    sections: peoplePictures({
      summary: { ...result, scenarios },
      isFull,
      portfolios,
      names: namesOf(portfolio),
    }),
    origin: {
      model: model.id,
      title: portfolio.title,
      version: hash.slice(0, 12),
      runs: result.replications,
      scenarios: scenarios.map(({ title }) => title),
      notice: portfolio.notice,
    },
    replications: result.replications,
    notes: result.notes,
    isFull,
  };
}

/** The model under a scenario; it was checked when it was read. */
function portfolioUnder({ id, raw, scenarios, portfolio }: Model, scenario: string) {
  const changes = scenarios.find((one) => one.id === scenario)?.changes ?? [];
  if (changes.length === 0) return portfolio;
  const { value } = resolve(raw, { id, changes });
  if (!value) throw new Error(`The scenario ${scenario} was checked, and cannot be made.`);
  return value;
}
