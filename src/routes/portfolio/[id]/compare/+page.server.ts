import { AS_IT_IS } from '$lib/portfolio/read-scenario.ts';
import { leverSettings } from '$lib/server/lever-settings.ts';
import { listFigures } from '$lib/documents/list-figures.ts';
import { runOfPages } from '$lib/server/results.ts';
import { namesOf } from '$lib/words/names.ts';
import { readChoice, underHeadings } from '../choose.ts';
import { modelOf } from '../model-of.server.ts';
import { comparisonOf } from './comparison-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends('bide:results');
  const { model, hash } = await modelOf(params.id);
  const { portfolio, raw, scenarios } = model;
  const choice = readChoice(url.searchParams.getAll('scenarios'), scenarios);
  const known = listFigures(portfolio).filter(({ isDecided }) => !isDecided);
  const weak = known.filter(({ grade }) => grade === 'assumption' || grade === 'experience');
  return {
    hash,
    baseline: AS_IT_IS,
    baselineTitle: scenarios[0].title,
    scenarios: scenarios
      .filter(({ id }) => id !== AS_IT_IS)
      .map(({ id, title, changes }) => ({ id, title, changes })),
    headings: underHeadings(scenarios).map(({ heading, scenarios }) => ({
      heading,
      scenarios: scenarios.map(({ id, title, story }) => ({ id, title, story })),
    })),
    choice,
    comparison: await comparisonOf(model, choice.ids),
    run: runOfPages,
    levers: leverSettings(portfolio.levers, raw),
    names: namesOf(portfolio),
    promises: portfolio.standards.map(({ id, standard, promise, target, targetWorking }) => ({
      id,
      standard,
      promise,
      target,
      targetWorking,
    })),
    start: portfolio.start,
    horizonDays: portfolio.horizonDays,
    prices: portfolio.prices,
    figures: { known: known.length, weak: weak.length },
  };
};
