import type { Pathname } from '$app/types';
import { keptSearch, placeOf } from './portfolio/sections.ts';

export interface MenuItem {
  name: string;
  path: Pathname;
  /** What goes along in the address: the scenarios that are chosen in this portfolio. */
  search: string;
  /** Whether the page is this item's own, or one of those under it. */
  current: 'page' | 'true' | undefined;
}

interface Here {
  url: { pathname: string; search: string };
  route: { id: string | null };
  params: Partial<Record<string, string>>;
}

/**
 * Return the menu for a page: within a portfolio, Portfolio and Compare lead to that portfolio's
 * pages; elsewhere, and for one that has no such page, they ask which portfolio. `routes` are those
 * that have a page.
 */
export function menuFor({ url, route, params }: Here, routes: readonly string[]): MenuItem[] {
  const { pathname } = url;
  const place = placeOf(route.id, params);
  const under = place?.section?.under ?? topOf(pathname);
  const search = keptSearch(url.search);
  const item = (name: string, at: string, elsewhere: Pathname): MenuItem => {
    const isHere = place !== null && routes.includes(place.home + at);
    const path = isHere ? ((place.base + at) as Pathname) : elsewhere;
    const isCurrent = name === under;
    return {
      name,
      path,
      search: isHere ? search : '',
      current: isCurrent ? (path === pathname ? 'page' : 'true') : undefined,
    };
  };
  return [
    item('Portfolio', '', '/portfolio'),
    item('Compare', '/compare', '/compare'),
    item('Workshop', '/workshops', '/workshops'),
    item('Snapshots', '/snapshots', '/snapshots'),
    item('Guide', '/guide', '/guide'),
  ];
}

/** Return the item that an address outside any portfolio belongs to; empty for the start page. */
function topOf(pathname: string): string {
  const [, first] = pathname.split('/');
  if (first === 'verify') return 'Snapshots';
  if (first === 'workshops') return 'Workshop';
  return first === '' ? '' : first[0].toUpperCase() + first.slice(1);
}
