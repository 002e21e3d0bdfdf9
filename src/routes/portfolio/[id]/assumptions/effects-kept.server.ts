import { AS_IT_IS } from '$lib/portfolio/as-it-is.ts';
import type { Scenario } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { keptExplanation } from '$lib/server/explanations.ts';
import { shownEffects, type ShownEffects } from '$lib/state/shown-effects.ts';
import { namesOf } from '$lib/words/names.ts';
import { readChoice } from '../choose.ts';

interface EffectsKept {
  /** The scenario whose difference is looked into; null where there is none. */
  scenario: Scenario | null;
  /** Null where it is not worked out yet. */
  effects: ShownEffects | null;
}

/**
 * Return what assumptions do to the answer that an address asks for: `of` names a scenario,
 * `measure` a headline. Where it names no scenario, the first of those chosen of which that is
 * known already. Begins nothing.
 */
export async function effectsKept(model: Model, search: URLSearchParams): Promise<EffectsKept> {
  const { scenarios, refused } = model;
  const { ids } = readChoice(search.getAll('scenarios'), scenarios, { refused });
  const prepared = scenarios.filter(({ id }) => id !== AS_IT_IS && !refused[id]);
  const asked = prepared.filter(({ id }) => id === search.get('of'));
  const among = asked.length > 0 ? asked : prepared.filter(({ id }) => ids.includes(id));
  for (const scenario of among) {
    const whole = await keptExplanation(model, scenario);
    const effects = whole && shownEffects(whole, search.get('measure'), namesOf(model.portfolio));
    if (effects) return { scenario, effects };
  }
  return { scenario: among[0] ?? null, effects: null };
}
