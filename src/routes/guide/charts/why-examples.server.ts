import { frontierOf } from '$lib/comparison/frontier.ts';
import { showModel } from '$lib/server/models.ts';
import { resultsOf } from '$lib/server/results.ts';
import { measureTitle } from '$lib/words/measure-words.ts';
import { namesOf } from '$lib/words/names.ts';
import { whichServices } from '$lib/words/which-services.ts';
import { whySoFar } from '../../portfolio/[id]/why/why-of.server.ts';

/** The small model of which the page of reasons is worked out in seconds. */
const small = { id: 'one-worker-one-contract', scenario: 'sixty-months' };

/**
 * Return what the page of reasons draws of a small model. Each is null where the model is not in the
 * folder, or where its first run takes longer than a reader waits.
 */
export async function whyExamples() {
  const model = (await showModel(small.id))?.model;
  if (!model) return { tornado: null, frontier: null };
  const { portfolio, scenarios } = model;
  const of = { title: portfolio.title, notice: portfolio.notice };
  const [{ why, inputNames }, stored] = await Promise.all([
    whySoFar(model, small.scenario, null),
    resultsOf(
      model,
      scenarios.map(({ id }) => id),
    ),
  ]);
  return {
    tornado: why && {
      of,
      why,
      title: measureTitle(
        why.explained.measure.id,
        why.explained.measure.by,
        namesOf(portfolio),
        whichServices(why.explained.measure, why.verdicts),
      ),
      context: {
        scenario: why.scenario.title,
        baseline: why.baseline.title,
        names: inputNames,
        uncertain: why.drawn.inputs,
      },
    },
    frontier: stored && {
      of,
      frontiers: {
        kept: frontierOf(stored.result, 'kept'),
        unmet: frontierOf(stored.result, 'unmet'),
      },
      prices: portfolio.prices,
      replications: stored.result.replications,
    },
  };
}
