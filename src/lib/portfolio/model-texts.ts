import type { ModelFile } from './read-model.ts';

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
