import {
  moneyPlaces,
  sameMoney,
  sizeOfSameMoney,
  type MoneyPlace,
  type SameMoney,
} from '$lib/comparison/same-money.ts';
import { hasErrors } from '$lib/diagnostics/finding.ts';
import { RunFailed } from '$lib/experiment/run-failed.ts';
import type { Portfolio, Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { resolve } from '$lib/portfolio/resolve.ts';
import { placeNow, sameMoneySentences } from '$lib/words/same-money-words.ts';
import { Misuse } from './outcome.ts';
import { RunSession } from './run-session.ts';
import type { Surroundings } from './surroundings.ts';

/** A scenario, and what makes it promise as much money as the one it is compared with. */
export interface Balance extends SameMoney {
  scenario: string;
  /** The scenario with the same money; null where nothing had to be changed, or nothing there can. */
  balanced: Scenario | null;
  /** What was found, in words. */
  said: string[];
}

interface BalancePlan {
  /** Where the money comes from or goes to: a path in the model. */
  path: string;
  replications: number;
  seed: number;
  threads: number;
  workers?: boolean;
}

/** A search runs up to nine values: with more futures than this a large model would take very long. */
const MOST_FUTURES = 20;

/** Balance scenarios to the first of them, one after the other, at the same place. */
export async function balanceMoney(
  model: Model,
  [baseline, ...others]: readonly Scenario[],
  { path, replications, seed, threads, workers }: BalancePlan,
  surroundings: Surroundings,
): Promise<Balance[]> {
  const futures = Math.min(replications, MOST_FUTURES);
  const asked = others.map((scenario) => {
    const portfolio = portfolioOf(model, scenario);
    const places = moneyPlaces(portfolio);
    if (!places.some((place) => place.path === path)) {
      throw new Misuse(noSuchPlace(path, scenario, places));
    }
    return { ...scenario, portfolio };
  });
  const now = { ...baseline, portfolio: portfolioOf(model, baseline) };
  const ground = { model: { id: model.id, raw: model.raw }, baseline: [], seed, threads, workers };
  const planned = others.length * sizeOfSameMoney(futures);
  const session = new RunSession(ground, planned, surroundings);
  const balances: Balance[] = [];
  try {
    for (const scenario of asked) {
      const found = await sameMoney(
        { scenario, baseline: now },
        { path, replications: futures },
        (arms, count, under) => session.run(arms, count, under),
      );
      balances.push({
        ...found,
        scenario: scenario.id,
        balanced: found.kind === 'balanced' ? balancedOf(scenario, baseline, found) : null,
        said: saidOf(scenario, baseline, found),
      });
    }
  } finally {
    await session.close();
  }
  return balances;
}

function portfolioOf({ id, raw }: Model, { changes }: Scenario): Portfolio {
  const { value, findings } = resolve(raw, { id, changes });
  if (!value || hasErrors(findings)) throw new RunFailed('It cannot be run.', findings);
  return value;
}

function balancedOf({ id, title }: Scenario, baseline: Scenario, found: SameMoney): Scenario {
  return {
    id: `${id}-same-money`,
    title: `${title}, same money`,
    // What nobody paid is paid in it.
    story: saidOf({ title }, baseline, { ...found, unpaid: [] })[0],
    changes: found.changes,
  };
}

function saidOf(
  scenario: Pick<Scenario, 'title'>,
  baseline: Pick<Scenario, 'title'>,
  found: SameMoney,
): string[] {
  return sameMoneySentences(found, { scenario: scenario.title, baseline: baseline.title });
}

function noSuchPlace(path: string, { title }: Scenario, places: readonly MoneyPlace[]): string {
  if (places.length === 0) {
    return `Nothing in “${title}” is paid for by funding that could pay more or less for it.`;
  }
  const known = places.map((place) => `  ${place.path} (${place.name}: ${placeNow(place)})`);
  return [
    `${path} is no figure that money can be moved to or from. In “${title}” these are:`,
    ...known,
  ].join('\n');
}
