import type { Pathname } from '$app/types';

/** A menu item becomes a link when it gets a path, that is, when its page exists. */
export interface MenuItem {
  name: string;
  path?: Pathname;
}

export const menu: MenuItem[] = [
  { name: 'Portfolio' },
  { name: 'Compare' },
  { name: 'Workshop' },
  { name: 'Snapshots' },
  { name: 'Guide' },
];
