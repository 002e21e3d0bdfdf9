import { saidShown } from '$lib/comparison/said-shown.ts';
import { countFigures, listFigures } from '$lib/documents/list-figures.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import { namesOf } from '$lib/words/names.ts';
import { defaultChoice, underHeadings } from './choose.ts';
import type { Desk } from './desk.ts';

/** Return what the pages that explore and compare show of a model. */
export function deskOf(
  model: Model,
  about: Pick<Desk, 'hash' | 'textsHash' | 'levers' | 'engine' | 'run' | 'isOwn'>,
): Desk {
  const { id, portfolio, scenarios } = model;
  return {
    ...about,
    id,
    title: portfolio.title,
    notice: portfolio.notice,
    start: portfolio.start,
    horizonDays: portfolio.horizonDays,
    baseline: { id: AS_IT_IS, title: scenarios[0].title },
    scenarios: scenarios
      .filter((scenario) => scenario.id !== AS_IT_IS)
      .map(({ id, title, story, changes }) => ({ id, title, story, changes })),
    headings: underHeadings(scenarios).map(({ heading, scenarios }) => ({
      heading,
      scenarios: scenarios.map(({ id, title, story }) => ({ id, title, story })),
    })),
    refused: model.refused,
    warned: model.warned,
    usual: defaultChoice(scenarios),
    names: namesOf(portfolio),
    promises: portfolio.standards.map(({ id, standard, promise, target, targetWorking }) => ({
      id,
      standard,
      promise,
      target,
      targetWorking,
    })),
    prices: portfolio.prices,
    renewal: portfolio.rules.renewal,
    said: saidShown(portfolio, Object.fromEntries(scenarios.map((one) => [one.id, one.title]))),
    figures: countFigures(listFigures(portfolio)),
  };
}
