import { saidShown } from '$lib/comparison/said-shown.ts';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { stepsOfPages } from '$lib/server/explanations.ts';
import { runOfPages } from '$lib/server/results.ts';
import { namesOf } from '$lib/words/names.ts';
import { readChoice, underHeadings } from '../choose.ts';
import { comparisonOf } from '../compare/comparison-of.server.ts';
import { modelOf } from '../model-of.server.ts';
import { whySoFar } from './why-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url }) => {
  const { model, hash } = await modelOf(params.id);
  const { portfolio, scenarios } = model;
  const others = scenarios.filter(({ id }) => id !== AS_IT_IS);
  const choice = readChoice(url.searchParams.getAll('scenarios'), scenarios);
  const asked = url.searchParams.get('of');
  const of = others.some(({ id }) => id === asked) ? asked : (choice.ids[0] ?? null);
  const isMade = url.searchParams.has('s') && asked !== of;
  const measure = url.searchParams.get('measure');
  return {
    hash,
    baseline: { id: AS_IT_IS, title: scenarios[0].title },
    scenarios: others.map(({ id, title, changes }) => ({ id, title, changes })),
    headings: underHeadings(scenarios).map(({ heading, scenarios }) => ({
      heading,
      scenarios: scenarios.map(({ id, title }) => ({ id, title, story: '' })),
    })),
    choice,
    of,
    asked,
    engine: engineVersion,
    isUnknown: asked !== null && asked !== of,
    measure,
    // A scenario that somebody made is worked out in their browser, which needs the machine more.
    soFar: of === null || isMade ? null : await whySoFar(model, of, measure),
    comparison: await comparisonOf(model, choice.ids, 4000),
    steps: stepsOfPages(),
    run: runOfPages,
    names: namesOf(portfolio),
    said: saidShown(portfolio, Object.fromEntries(scenarios.map((one) => [one.id, one.title]))),
    start: portfolio.start,
    horizonDays: portfolio.horizonDays,
    prices: portfolio.prices,
  };
};
