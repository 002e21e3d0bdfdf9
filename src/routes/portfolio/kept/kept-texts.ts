import type { ModelTexts } from '$lib/portfolio/model-texts.ts';

/** Return the texts of a model that is kept as files of the store. */
export function textsOf(files: readonly { path: string; text: string | null }[]): ModelTexts {
  const texts: ModelTexts = { portfolio: '', scenarios: {} };
  for (const { path, text } of files) {
    if (path === 'portfolio.yaml') texts.portfolio = text ?? '';
    else texts.scenarios[path.replace(/^scenarios\//, '')] = text ?? '';
  }
  return texts;
}
