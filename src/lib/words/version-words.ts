/** What every place that offers a published version says of it beside its number. */

/** Say that an error was found in a version, by the reason of its correction. */
export function errorWords(why: string): string {
  return `An error was found in it: ${why}`;
}
