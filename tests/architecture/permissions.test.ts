import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Person, Role } from '../../src/lib/server/accounts/roles.ts';
import { mayDo, permissions } from '../../src/lib/server/permissions.ts';

const folder = fileURLToPath(new URL('../../src/routes', import.meta.url));

/** Every route that answers, with what can be changed at it, read from the files themselves. */
const routes = new Map<string, Set<string>>();
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  const path = `/${file.replaceAll('\\', '/')}`;
  const found = /^(.*)\/\+(page\.svelte|page\.server\.ts|server\.ts)$/.exec(path);
  if (!found) continue;
  const route = found[1].replace(/\/\([^)]+\)/g, '') || '/';
  const writes = routes.get(route) ?? new Set();
  routes.set(route, writes);
  if (found[2] === 'page.svelte') continue;
  for (const name of writesIn(readFileSync(join(folder, file), 'utf8'))) writes.add(name);
}

function writesIn(source: string): string[] {
  const methods = [
    ...source.matchAll(/export (?:const|(?:async )?function) (POST|PUT|PATCH|DELETE)\b/g),
  ];
  const actions = /export const actions\b[^=]*= \{\n([\s\S]*?)\n\}/.exec(source)?.[1] ?? '';
  // The names of the actions stand at the first step in.
  const names = actions.matchAll(/^ {2}(?:async )?'?([\w-]+)'?(?::|\(|,$)/gm);
  return [...methods, ...names].map(([, name]) => name);
}

test('every route is in the table of permissions, and nothing else is', () => {
  expect([...routes.keys()].sort()).toEqual(Object.keys(permissions).sort());
});

test('the table names everything that can be changed at a route, and nothing else', () => {
  const written = Object.entries(permissions).map(([route, { write = {} }]) => [
    route,
    Object.keys(write).sort(),
  ]);
  const there = Object.keys(permissions).map((route) => [
    route,
    [...(routes.get(route) ?? [])].sort(),
  ]);
  expect(written).toEqual(there);
  // The forms that are known to be there: were none found, nothing would have been compared.
  expect(routes.get('/account')).toEqual(new Set(['leave', 'end', 'end-others']));
  expect(routes.get('/sign-in/owner')).toEqual(new Set(['default']));
});

const person = (...roles: Role[]): Person => ({
  id: 'p',
  name: 'P',
  roles,
  session: { id: 's', token: 't' },
  owesSecondFactor: false,
});

test('nobody does what the table does not name', () => {
  const owner = person('owner');
  const asked = (route: string, method: string, search = '') =>
    mayDo({ route, method, search }, owner).kind;
  expect(asked('/account', 'POST', '?/leave')).toBe('allowed');
  expect(asked('/account', 'POST', '?/constructor')).toBe('unknown');
  expect(asked('/account', 'POST', '?/__proto__')).toBe('unknown');
  expect(asked('/account', 'POST')).toBe('unknown');
  expect(asked('/join', 'POST')).toBe('allowed');
  expect(asked('/join', 'POST', '?/default')).toBe('unknown');
  expect(asked('/join', 'POST', '?/default&/x')).toBe('unknown');
  expect(asked('/account', 'DELETE')).toBe('unknown');
  expect(asked('/account', 'POST', '?_method=DELETE')).toBe('unknown');
  expect(asked('/', 'POST')).toBe('unknown');
  expect(asked('/no-such-route', 'GET')).toBe('unknown');
  expect(asked('constructor', 'GET')).toBe('unknown');
});

test('who is not signed in is asked to, and reading is for everybody', () => {
  expect(mayDo({ route: '/', method: 'GET', search: '' }, null).kind).toBe('allowed');
  expect(mayDo({ route: '/account', method: 'GET', search: '' }, null).kind).toBe('sign in');
  expect(mayDo({ route: '/account', method: 'HEAD', search: '' }, null).kind).toBe('sign in');
  expect(mayDo({ route: '/account', method: 'POST', search: '?/leave' }, null).kind).toBe(
    'sign in',
  );
});
