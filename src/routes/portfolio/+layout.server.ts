import type { LayoutServerLoad } from './$types';

/** The routes that have a page, so that no menu leads to one that is not there. */
const routes = Object.keys(import.meta.glob('./**/+page.svelte')).map((file) =>
  file.replace(/^\./, '/portfolio').replace(/\/\+page\.svelte$/, ''),
);

export const load: LayoutServerLoad = () => ({ routes });
