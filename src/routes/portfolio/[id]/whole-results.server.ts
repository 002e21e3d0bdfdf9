import { error } from '@sveltejs/kit';
import { saidShown, type SaidShown } from '$lib/comparison/said-shown.ts';
import { scenariosShown, type ScenarioShown } from '$lib/comparison/scenarios-shown.ts';
import type { Summary } from '$lib/comparison/summary.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { resultsOf, runOfPages } from '$lib/server/results.ts';
import type { Stored } from '$lib/server/result-store.ts';
import { namesOf, type Names } from '$lib/words/names.ts';
import { readChoice, underHeadings, type Choice } from './choose.ts';
import { modelOf } from './model-of.server.ts';

/** How long a visitor waits for a first look: much of these pages needs no run. */
const patienceMs = 6000;

/** Everything a page of results is made of. Never sent to a browser: only what is made of it is. */
export interface WholeResults {
  model: Model;
  hash: string;
  choice: Choice;
  /** How it is now first. */
  shown: ScenarioShown[];
  summary: Summary | null;
  page: ResultsPage;
}

/** What every such page says of its results. */
export interface ResultsPage {
  headings: { heading: string; scenarios: { id: string; title: string; story: string }[] }[];
  choice: Choice;
  names: Names;
  said: SaidShown[];
  /** Runs that the results rest on; null where there are none yet. */
  replications: number | null;
  /** How many there will be. */
  asked: number;
  /** False while differences may still change: pages say none then. */
  isFull: boolean;
}

/** Return what an address of a portfolio's page asks for, with every measure there is. */
export async function wholeResults(id: string, search: URLSearchParams): Promise<WholeResults> {
  const { model, hash } = await modelOf(id);
  const { portfolio, scenarios } = model;
  const choice = readChoice(search.getAll('scenarios'), scenarios, { refused: model.refused });
  const stored = await storedOf(model, choice.ids);
  const isFull = stored?.isFull ?? false;
  const summary = stored && {
    ...stored.result,
    comparisons: isFull ? stored.result.comparisons : [],
  };
  const shown = scenariosShown(model, choice.ids, summary);
  const titles = Object.fromEntries(shown.map((one) => [one.id, one.title]));
  return {
    ...{ model, hash, choice, shown, summary },
    page: {
      headings: underHeadings(scenarios).map(({ heading, scenarios }) => ({
        heading,
        scenarios: scenarios.map(({ id, title, story }) => ({ id, title, story })),
      })),
      choice,
      names: namesOf(portfolio),
      said: saidShown(portfolio, titles),
      replications: summary?.replications ?? null,
      asked: runOfPages.replications,
      isFull,
    },
  };
}

async function storedOf(model: Model, ids: readonly string[]): Promise<Stored<Summary> | null> {
  try {
    return await resultsOf(model, ids, patienceMs);
  } catch (failure) {
    if (!(failure instanceof RunFailed)) throw failure;
    error(500, {
      message: 'The scenarios of this portfolio cannot be run.',
      findings: failure.findings,
    });
  }
}
