import type { Pathname } from '$app/types';

export interface MenuItem {
  name: string;
  path: Pathname;
  isCurrent: boolean;
}

/**
 * Return the menu for a page: within a portfolio, Compare means comparing that
 * portfolio's scenarios; elsewhere it asks which portfolio.
 */
export function menuFor(path: string, portfolio: string | undefined): MenuItem[] {
  const isCompare = path === '/compare' || path.endsWith('/compare');
  return [
    {
      name: 'Portfolio',
      path: portfolio ? `/portfolio/${portfolio}` : '/portfolio',
      isCurrent: path.startsWith('/portfolio') && !isCompare,
    },
    {
      name: 'Compare',
      path: portfolio ? `/portfolio/${portfolio}/compare` : '/compare',
      isCurrent: isCompare,
    },
    { name: 'Guide', path: '/guide', isCurrent: path.startsWith('/guide') },
  ];
}
