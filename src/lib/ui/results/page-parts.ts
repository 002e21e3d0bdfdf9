import type { Snippet } from 'svelte';

/**
 * What a page of results leaves to whoever shows it: the top, with the choice of scenarios, and the
 * tables to take away. They differ between models that a server knows and those of this browser.
 */
export interface PageParts {
  head: Snippet<[title: string, lead: Snippet]>;
  files: Snippet<[files: { file: string; words: string }[]]>;
}
