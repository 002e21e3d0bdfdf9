import type { Checked } from '../diagnostics/finding.ts';
import { filesOfTexts, type ModelTexts } from './model-texts.ts';
import { readModel, type Model } from './read-model.ts';

/**
 * Return the model that texts make, read and checked by the same code as the models of a server;
 * null, with findings, where it cannot be used yet. Works in browsers and workers; never throws.
 */
export function readOwnModel(texts: ModelTexts, id = 'own'): Checked<Model> {
  return readModel(filesOfTexts(texts), id);
}
