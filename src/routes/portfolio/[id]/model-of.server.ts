import { error } from '@sveltejs/kit';
import type { Model } from '$lib/portfolio/read-model.ts';
import { showModel, type ShownModel } from '$lib/server/models.ts';

/** Return the model of a page, or end in a page that says why there is none. */
export async function modelOf(id: string): Promise<ShownModel & { model: Model }> {
  const shown = await showModel(id);
  if (!shown) error(404, { message: 'There is no portfolio of that name here.' });
  const { model } = shown;
  if (!model) {
    error(500, { message: 'This portfolio cannot be shown yet.', findings: shown.findings });
  }
  return { ...shown, model };
}
