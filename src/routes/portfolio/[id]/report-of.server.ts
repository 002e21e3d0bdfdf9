import { stressReport, type StressReport } from '$lib/documents/stress-report.ts';
import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { engineVersion } from '$lib/server/engine-version.ts';
import { methodInShort } from '../../../content/method-in-short.ts';
import { readChoice } from './choose.ts';
import { comparisonOf } from './compare/comparison-of.server.ts';
import { modelOf } from './model-of.server.ts';

/** A report, the model it is of, and whether the results in it are as sharp as they get. */
export interface ShownReport {
  model: Model;
  report: StressReport;
  /** Ids of the scenarios that an address asks for; empty where it asks for none. */
  asked: string[];
  /** What was wrong with what was asked for, in words. */
  problem: string;
  results: 'none asked for' | 'not there yet' | 'a first look' | 'full';
}

/**
 * Return the report of a portfolio. `asked` are scenarios with whose results it is to be filled;
 * none: it is of the model with all its scenarios, and of no run.
 */
export async function reportOf(id: string, asked: string[]): Promise<ShownReport> {
  const { model, hash } = await modelOf(id);
  const choice =
    asked.length > 0 ? readChoice(asked, model.scenarios, { refused: model.refused }) : null;
  const stored = choice && (await comparisonOf(model, choice.ids, { isWhole: true }));
  const ids = choice && [AS_IT_IS, ...choice.ids];
  const report = stressReport({
    model,
    hash,
    engine: engineVersion,
    method: methodInShort(),
    scenarios: model.scenarios.filter((scenario) => ids?.includes(scenario.id) ?? true),
    summary: stored?.result ?? null,
    // What a server is made of is not told to whoever asks.
    machine: null,
  });
  const results = !choice
    ? 'none asked for'
    : !stored
      ? 'not there yet'
      : stored.isFull
        ? 'full'
        : 'a first look';
  return { model, report, asked: choice?.ids ?? [], problem: choice?.problem ?? '', results };
}
