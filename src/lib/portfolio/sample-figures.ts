/** The id of the source that sample figures name, in the template for a new model. */
export const SAMPLE = 'sample';

/** True while a model's text holds figures that are there only as samples, to be replaced. */
export function hasSampleFigures(text: string): boolean {
  return text
    .split('\n')
    .some(
      (line) => /\bsource:\s*["']?sample(?![\w-])/.test(line) && !line.trimStart().startsWith('#'),
    );
}
