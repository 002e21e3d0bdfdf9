import { saidShown } from '$lib/comparison/said-shown.ts';
import { runOfPages } from '$lib/server/results.ts';
import { readChoice, underHeadings } from '../choose.ts';
import { modelOf } from '../model-of.server.ts';
import { peopleOf } from './people-of.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, url, depends }) => {
  depends('bide:results');
  const shown = await modelOf(params.id);
  const { scenarios, portfolio, refused } = shown.model;
  const choice = readChoice(url.searchParams.getAll('scenarios'), scenarios, { refused });
  return {
    choice,
    headings: underHeadings(scenarios).map(({ heading, scenarios }) => ({
      heading,
      scenarios: scenarios.map(({ id, title, story }) => ({ id, title, story })),
    })),
    start: portfolio.start,
    horizonDays: portfolio.horizonDays,
    run: runOfPages,
    said: saidShown(portfolio, Object.fromEntries(scenarios.map((one) => [one.id, one.title]))),
    people: await peopleOf(shown, choice.ids),
  };
};
