import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { menuFor } from '../menu.ts';
import { keptSearch, placeOf, sectionLinks, sections } from './sections.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Every route under `/portfolio` that has a page. */
const routes = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|[\\/])\+page\.svelte$/.test(file))
  .map((file) =>
    `/portfolio/${file.replaceAll('\\', '/')}`.replace(/\/\+page\.svelte$/, '').replace(/\/$/, ''),
  );

/** Pages about a portfolio that are reached in another way than by its menu, each with how. */
const elsewhere = new Map([['/portfolio/kept/[id]', 'from the list of models kept on the server']]);

describe('the pages about one portfolio', () => {
  const about = routes.filter((route) => route.includes('['));

  it('all stand in its menu, or are reached in another way', () => {
    expect(about.length).toBeGreaterThan(3);
    const lost = about.filter((route) => {
      const at = route.replace(/^\/portfolio\/(own\/\[key\]|\[id\])\/?/, '');
      return !sections.some((section) => section.at === at) && !elsewhere.has(route);
    });
    expect(lost).toEqual([]);
  });

  it('are linked only where there is a page', () => {
    const place = placeOf('/portfolio/[id]/compare', { id: 'one-queue' });
    expect(place?.base).toBe('/portfolio/one-queue');
    for (const under of ['Portfolio', 'Compare'] as const) {
      const links = sectionLinks(place!, under, routes);
      const there = links.map(({ path }) =>
        path.replace('/portfolio/one-queue', '/portfolio/[id]'),
      );
      expect(there.filter((route) => !routes.includes(route))).toEqual([]);
    }
    expect(sectionLinks(place!, 'Compare', [])).toEqual([]);
    expect(sectionLinks(place!, 'Compare', routes)[0]).toEqual({
      name: 'Side by side',
      path: '/portfolio/one-queue/compare',
      isCurrent: true,
    });
  });

  it('tell a shipped portfolio from a person’s own', () => {
    expect(placeOf('/portfolio/own/[key]/figures', { key: 'a b' })?.base).toBe(
      '/portfolio/own/a%20b',
    );
    expect(placeOf('/portfolio/start', {})).toBeNull();
    expect(placeOf('/guide/[page]', { page: 'method' })).toBeNull();
    expect(placeOf(null, {})).toBeNull();
  });
});

describe('what an address keeps from page to page', () => {
  it('is the scenarios chosen and the one somebody made, and nothing else', () => {
    expect(keptSearch('?scenarios=a,b&grade=assumption&s=xY_-1')).toBe('?scenarios=a,b&s=xY_-1');
    expect(keptSearch('?scenarios=a&scenarios=b')).toBe('?scenarios=a&scenarios=b');
    expect(keptSearch('?grade=assumption')).toBe('');
  });

  it('cannot break out of a link', () => {
    expect(keptSearch('?scenarios="><script>')).toBe('?scenarios=%22%3E%3Cscript%3E');
  });
});

describe('the main menu', () => {
  const at = (route: string, pathname: string, params: Record<string, string>, search = '') =>
    menuFor({ url: { pathname, search }, route: { id: route }, params }, routes);

  it('marks the item a page stands under, and keeps the choice within a portfolio', () => {
    const menu = at(
      '/portfolio/[id]/compare',
      '/portfolio/one-queue/compare',
      { id: 'one-queue' },
      '?scenarios=a',
    );
    expect(menu.map(({ name, path, search, current }) => [name, path + search, current])).toEqual([
      ['Portfolio', '/portfolio/one-queue?scenarios=a', undefined],
      ['Compare', '/portfolio/one-queue/compare?scenarios=a', 'page'],
      ['Workshop', '/workshops', undefined],
      ['Snapshots', '/snapshots', undefined],
      ['Guide', '/guide', undefined],
    ]);
    const report = at('/portfolio/[id]/report', '/portfolio/one-queue/report', { id: 'one-queue' });
    expect(report.map(({ current }) => current)).toEqual([
      'true',
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('asks which portfolio where there is none', () => {
    const current = (path: string) =>
      at(path, path, {})
        .filter((item) => item.current !== undefined)
        .map(({ name, current }) => `${name} ${current}`);
    expect(current('/')).toEqual([]);
    expect(current('/compare')).toEqual(['Compare page']);
    expect(current('/portfolio/start')).toEqual(['Portfolio true']);
    expect(current('/snapshots')).toEqual(['Snapshots page']);
    expect(current('/verify')).toEqual(['Snapshots true']);
    expect(current('/guide/method')).toEqual(['Guide true']);
  });
});
