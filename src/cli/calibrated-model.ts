import { editText } from '$lib/portfolio/edit-text.ts';
import type { Change } from '$lib/portfolio/portfolio.ts';
import type { Model } from '$lib/portfolio/read-model.ts';
import { Misuse } from './outcome.ts';

/**
 * Return the file of a model with fitted values in place, and all else byte for
 * byte as it was. A scenario could not hold them: it begins on the day of the
 * start, with people and waits that the values before it have made.
 *
 * Throws `Misuse` where the file is written so that a value cannot be put there.
 */
export function calibratedModel({ files: [main] }: Model, changes: readonly Change[]): string {
  const edits = changes.flatMap((change) =>
    'set' in change ? [{ set: change.set, to: asWritten(change.to) }] : [],
  );
  const { value, findings } = editText(main.text, edits);
  if (findings.length > 0) {
    const [{ line, what, mend }] = findings;
    throw new Misuse(`${main.path}:${line} cannot take the fitted values: ${what} ${mend}`);
  }
  return value;
}

/** A bare number stands without quotes, as a person would write it. */
function asWritten(to: unknown): unknown {
  return typeof to === 'string' && String(Number(to)) === to ? Number(to) : to;
}
