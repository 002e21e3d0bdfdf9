import type { Bookmarks } from '$lib/state/bookmarks.svelte.ts';

/** Say why scenarios are not kept in this browser, and what to do about it. */
export function bookmarkProblemWords(problem: Exclude<Bookmarks['problem'], ''>): string {
  switch (problem) {
    case 'blocked':
      return 'Your browser does not let this page keep anything, so what you keep lasts only as long as this page is open. Take it as a file, or copy its address.';
    case 'full':
      return 'Your browser has no room left to keep this, so it lasts only as long as this page is open. Take it as a file, or take others away.';
    case 'too many':
      return 'A hundred scenarios of this model are kept already. Take some away first.';
    case 'unreadable':
      return 'What this browser has kept was written by another version of Bide and cannot be read here. It is left as it is; what you keep now lasts only as long as this page is open.';
  }
}
