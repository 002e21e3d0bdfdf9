/** What every place that offers a published version says of it beside its number. */

import type { FoundError } from '../snapshot/listed.ts';

/** Say that an error was found in a version, by the reason of its correction, or that nobody can tell. */
export function errorWords({ why }: FoundError): string {
  if (why === null) {
    return 'The version after it was altered: whether that put an error right in this one cannot be told.';
  }
  return `An error was found in it: ${why}`;
}
