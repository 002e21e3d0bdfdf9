import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { keptExplanation } from '$lib/server/explanations.ts';
import { effectsOf, effectsOnAnswer } from '$lib/words/effect-words.ts';

/** What assumptions do to the answer, of the first scenario of which that is known already. */
export async function effectsKept(model: Model, ids: readonly string[]) {
  for (const scenario of model.scenarios) {
    if (scenario.id === AS_IT_IS || !ids.includes(scenario.id)) continue;
    const [first] = (await keptExplanation(model, scenario))?.measures ?? [];
    if (first) return { byId: effectsOnAnswer(first), of: effectsOf(first, scenario.title) };
  }
  return null;
}
