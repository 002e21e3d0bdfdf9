import { expect, test } from '@playwright/test';
import { permissions } from '../../src/lib/server/permissions.ts';
import { Visitor } from './visitor.ts';

/**
 * Every form and every other change that the table of permissions names, sent as another site, a
 * stranger and somebody with another role would send it, to the server as it is built.
 */
interface Change {
  name: string;
  path: string;
  method: string;
  allowed: (typeof permissions)[string]['read'];
}

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

const changes: Change[] = Object.entries(permissions).flatMap(([route, { write = {} }]) =>
  Object.entries(write).map(([action, allowed]) => {
    // Whether there is a draft of that id, or a room, is asked after who may.
    const path = route.replace(/\[[^\]]+\]/g, 'x');
    const isMethod = METHODS.includes(action);
    const query = isMethod || action === 'default' ? '' : `?/${action}`;
    const method = isMethod ? action : 'POST';
    return { name: `${method} ${route}${query}`, path: `${path}${query}`, method, allowed };
  }),
);

let owner: Visitor;
/** Somebody with an account, and with a role that changes nothing. */
let reader: Visitor;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  // Accounts are made at the pace that one address may.
  test.setTimeout(240_000);
  owner = await new Visitor().signInAsOwner();
  reader = await new Visitor().signUp(owner, ['reader']);
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

const elsewhere: [string, (own: string) => Record<string, string>][] = [
  ['another site', () => ({ origin: 'https://evil.example' })],
  ['nowhere', () => ({})],
  ['a page without an origin', () => ({ origin: 'null' })],
  ['our name by another protocol', (own) => ({ origin: own.replace('http:', 'https:') })],
  ['another port of ours', (own) => ({ origin: own.replace(/:\d+$/, ':1') })],
  ['another name that begins like ours', (own) => ({ origin: `${own}.evil.example` })],
  ['another site that names us as its page', (own) => ({ referer: `${own}/account` })],
];

test('no change that is sent from elsewhere is made, not even for the owner', async () => {
  expect(changes.length).toBeGreaterThan(15);
  for (const { name, path, method } of changes) {
    for (const [from, headers] of elsewhere) {
      const said = await owner.ask(path, {
        ...{ method, body: 'a=b' },
        headers: { ...form, ...headers(owner.address) },
      });
      expect.soft(said.status, `${name} from ${from}`).toBe(403);
      expect
        .soft(said.text, `${name} from ${from}`)
        .toMatch(/not sent from a page of this server|[Cc]ross-site/);
    }
  }
  // Nothing of it was done: the owner is still signed in, and has begun nothing.
  expect((await owner.ask('/account')).status).toBe(200);
});

test('no change that needs an account is made for a stranger', async () => {
  for (const { name, path, method, allowed } of changes) {
    if (allowed === 'anyone') continue;
    const headers = { ...form, origin: owner.address };
    const said = await new Visitor().ask(path, { method, headers, body: 'a=b' });
    expect.soft(said.status, name).toBe(401);
    expect.soft(said.text, name).toContain('Sign in to do this');
  }
});

test('no change that needs a role is made for an account without it', async () => {
  const needRoles = changes.filter(({ allowed }) => Array.isArray(allowed));
  expect(needRoles.length).toBeGreaterThan(8);
  for (const { name, path, method } of needRoles) {
    const headers = { ...form, origin: owner.address };
    const said = await reader.ask(path, { method, headers, body: 'a=b' });
    expect.soft(said.status, name).toBe(403);
    expect.soft(said.text, name).toContain('It is done by');
  }
});

test('no page that needs an account is shown to a stranger, nor to an account without its role', async () => {
  for (const [route, { read }] of Object.entries(permissions)) {
    if (read === 'anyone') continue;
    const path = route.replace(/\[[^\]]+\]/g, 'x');
    expect.soft((await new Visitor().ask(path)).status, route).toBe(401);
    if (Array.isArray(read)) expect.soft((await reader.ask(path)).status, route).toBe(403);
  }
});
