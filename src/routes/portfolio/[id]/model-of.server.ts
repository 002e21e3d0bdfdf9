import { error } from '@sveltejs/kit';
import type { Model } from '$lib/portfolio/read-model.ts';
import { showModel, type ShownModel } from '$lib/server/models.ts';

/**
 * Return the model of a page, or end in a page that says why there is none.
 *
 * A page that asks for a part of itself later says in `texts` of which files it was made: of others it
 * gets nothing, for figures of two models would stand side by side.
 */
export async function modelOf(
  id: string,
  asked?: URLSearchParams,
): Promise<ShownModel & { model: Model }> {
  const shown = await showModel(id);
  const texts = asked?.get('texts') ?? null;
  if (texts !== null && shown?.textsHash !== texts) {
    error(412, { message: 'The model was changed since then.' });
  }
  if (!shown) error(404, { message: 'There is no portfolio of that name here.' });
  const { model } = shown;
  if (!model) {
    error(500, { message: 'This portfolio cannot be shown yet.', findings: shown.findings });
  }
  return { ...shown, model };
}
