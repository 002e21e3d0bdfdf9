import type { Checked } from '../diagnostics/finding.ts';
import { readModel, type Model, type ModelFile } from './read-model.ts';

/** The texts that make a model, as a person keeps them: byte for byte what was typed or opened. */
export interface ModelTexts {
  portfolio: string;
  /** By the name of the file in the folder `scenarios`, as in `five-year.yaml`. */
  scenarios: Record<string, string>;
}

/** Return the files of a model with the paths that findings name: the portfolio first. */
export function filesOfTexts({ portfolio, scenarios }: ModelTexts): ModelFile[] {
  // The order of a folder on the server, so that the same files make the same model.
  const names = Object.keys(scenarios).sort();
  return [
    { path: 'portfolio.yaml', text: portfolio },
    ...names.map((name) => ({ path: `scenarios/${name}`, text: scenarios[name] })),
  ];
}

/**
 * Return the model that texts make, read and checked by the same code as the models of a server;
 * null, with findings, where it cannot be used yet. Works in browsers and workers; never throws.
 */
export function readOwnModel(texts: ModelTexts, id = 'own'): Checked<Model> {
  return readModel(filesOfTexts(texts), id);
}
