import type { Pathname } from '$app/types';

/** A page about one portfolio: shipped with Bide, or a person's own. */
interface Section {
  /** The last part of its route; empty for the portfolio's first page. */
  at: string;
  name: string;
  /** The item of the main menu that it belongs to. */
  under: 'Portfolio' | 'Compare';
}

/** Every page about one portfolio, in the order of the menu. */
export const sections: Section[] = [
  { at: '', name: 'What is commissioned', under: 'Portfolio' },
  { at: 'figures', name: 'Change figures', under: 'Portfolio' },
  { at: 'structure', name: 'Change structure', under: 'Portfolio' },
  { at: 'yaml', name: 'Edit as text', under: 'Portfolio' },
  { at: 'principles', name: 'Principles', under: 'Portfolio' },
  { at: 'assumptions', name: 'Assumptions', under: 'Portfolio' },
  { at: 'numbers', name: 'Every number', under: 'Portfolio' },
  { at: 'ten-figures', name: 'Ten figures', under: 'Portfolio' },
  { at: 'report', name: 'Report', under: 'Portfolio' },
  { at: 'compare', name: 'Side by side', under: 'Compare' },
  { at: 'explore', name: 'Explore', under: 'Compare' },
  { at: 'why', name: 'Why', under: 'Compare' },
  { at: 'people', name: 'People', under: 'Compare' },
  { at: 'mat', name: 'MAT 6, 8 and 9', under: 'Compare' },
  { at: 'fairness', name: 'Fairness', under: 'Compare' },
];

/** The routes under which a portfolio has pages; each with the name of what tells them apart. */
const homes = [
  { route: '/portfolio/own/[key]', part: 'key' },
  { route: '/portfolio/[id]', part: 'id' },
] as const;

interface Place {
  /** The route of the portfolio's first page. */
  home: string;
  /** Its address. */
  base: Pathname;
  /** Which of its pages this is; null for one that stands in no menu. */
  section: Section | null;
}

/** Return where a page stands among those about one portfolio; null if it is about none. */
export function placeOf(
  route: string | null,
  params: Partial<Record<string, string>>,
): Place | null {
  for (const { route: home, part } of homes) {
    const value = params[part];
    if (route === null || value === undefined) continue;
    if (route !== home && !route.startsWith(`${home}/`)) continue;
    const at = route.slice(home.length + 1);
    return {
      home,
      base: home.replace(`[${part}]`, encodeURIComponent(value)) as Pathname,
      section: sections.find((section) => section.at === at) ?? null,
    };
  }
  return null;
}

export interface SectionLink {
  name: string;
  path: Pathname;
  isCurrent: boolean;
}

/** Return the links to the pages of this kind about this portfolio, of those that there are. */
export function sectionLinks(
  { home, base, section }: Place,
  under: Section['under'],
  routes: readonly string[],
): SectionLink[] {
  return sections
    .filter((one) => one.under === under && routes.includes(one.at ? `${home}/${one.at}` : home))
    .map((one) => ({
      name: one.name,
      path: (one.at ? `${base}/${one.at}` : base) as Pathname,
      isCurrent: one === section,
    }));
}

/** What an address keeps from page to page: the scenarios chosen, and one that somebody made. */
const kept = ['scenarios', 's'];

/** Return the part of an address's search that goes along to other pages: `?…`, or nothing. */
export function keptSearch(search: string): string {
  const all = new URLSearchParams(search);
  const along = new URLSearchParams([...all].filter(([key]) => kept.includes(key)));
  // A comma between names reads better than its code, and means the same.
  return along.size === 0 ? '' : `?${along.toString().replaceAll('%2C', ',')}`;
}
