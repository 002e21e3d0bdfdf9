import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { zipSync } from 'fflate';
import { CHECKS } from '../../src/lib/snapshot/checklist.ts';
import { HOSTILE_TEXT, lying, publishFormulas, templateForm } from './hostile-files.ts';
import { newOwnerToken, Visitor, type Said } from './visitor.ts';

/**
 * Requests that nobody honest sends, one after another against the built server. Each is refused
 * with the right status and in words, or does nothing.
 */
interface Hostile {
  name: string;
  send: () => Promise<Said>;
  status: number;
  says: RegExp;
  /** What must not be in the answer. */
  never?: RegExp;
}

let stranger: Visitor;
let owner: Visitor;
let reader: Visitor;
/** An analyst who has the roles of an assurer and an approver as well. */
let all: Visitor;
let approver: Visitor;
let draft = '';
let usedToken = '';
let endedCookie = '';
/** Fingerprint of a snapshot of a model whose texts begin like formulas. */
let formulas = '';

const text = { ...HOSTILE_TEXT };
const checks = Object.fromEntries(CHECKS.map(({ id }) => [`check-${id}`, 'Done.']));
const says = { says: 'It fits.', role: 'Statistician', organisation: 'Board' };

test.beforeAll(async () => {
  // Accounts are made at the pace that one address may.
  test.setTimeout(240_000);
  stranger = new Visitor();
  formulas = publishFormulas();
  usedToken = newOwnerToken();
  owner = new Visitor();
  expect((await owner.post('/sign-in/owner', { token: usedToken })).status).toBe(303);
  const other = await new Visitor().signInAsOwner();
  endedCookie = other.cookie;
  await other.post('/account?/leave');
  // Whoever adds a field to the form of an invitation gets no more than was meant.
  reader = await new Visitor().signUp(owner, ['reader'], { role: 'owner', roles: '["owner"]' });
  all = await new Visitor().signUp(owner, ['analyst', 'assurer', 'approver']);
  approver = await new Visitor().signUp(owner, ['approver']);
  const begun = await all.post('/publish', { model: 'one-worker-one-contract' });
  draft = /\/publish\/([\w-]+)/.exec(begun.headers.location ?? '')?.[1] ?? '';
  expect(draft).not.toBe('');
  const scenario = scenariosIn((await all.ask(`/publish/${draft}`)).text);
  text.scenario = scenario.slice(0, 2);
  await all.post(`/publish/${draft}?/save`, { from: '1', ...text });
});

function scenariosIn(page: string): string[] {
  return [...page.matchAll(/name="scenario" value="([\w-]+)"/g)].map(([, id]) => id);
}

/** A cell that a spreadsheet would take for a formula. */
const A_FORMULA = /(?:^|[,\n])"?\s*[=@+][A-Za-z(]/;

/** Send a template by the form for it, as a signed-in person may. */
function withTemplate(bytes: Uint8Array): Promise<Said> {
  const { type, body } = templateForm(formulas, bytes);
  return post('/snapshots/paper/paper.docx', { ...own(), 'content-type': type }, body);
}

const own = () => ({ origin: stranger.address });
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const evil = { origin: 'https://evil.example' };
const post = (path: string, headers: Record<string, string>, body: string | Buffer = '') =>
  owner.ask(path, { method: 'POST', headers, body });
const get = (path: string, headers: Record<string, string> = {}) => stranger.ask(path, { headers });

const NOT_OURS = /not sent from a page of this server|[Cc]ross-site/;
const NOTHING = /Nothing can be changed here/;
const SECRETS = /root:|"dependencies"|BEGIN/;

const hostile: Hostile[] = [
  {
    name: 'a path that climbs',
    send: () => get('/../../../../etc/passwd'),
    ...{ status: 404, says: /does not exist/, never: SECRETS },
  },
  {
    name: 'a path that climbs in code',
    send: () => get('/portfolio/..%2f..%2f..%2fetc%2fpasswd'),
    ...{ status: 404, says: /does not exist/, never: SECRETS },
  },
  {
    name: 'a file name that climbs',
    send: () => get('/portfolio/small/tables/..%2f..%2f..%2fpackage.json'),
    ...{ status: 404, says: /./, never: SECRETS },
  },
  {
    name: 'a file of the app that climbs',
    send: () => get('/_app/../../../package.json'),
    ...{ status: 404, says: /./, never: SECRETS },
  },
  {
    name: 'another host',
    send: () => get('/', { host: 'evil.example' }),
    ...{ status: 421, says: /does not answer to that name/ },
  },
  {
    name: 'another host that points here, with our port',
    send: () => get('/account', { host: `evil.example:${new URL(stranger.address).port}` }),
    ...{ status: 421, says: /does not answer to that name/ },
  },
  {
    name: 'a form from another site',
    send: () => post('/account?/end-others', { ...evil, ...form }),
    ...{ status: 403, says: NOT_OURS },
  },
  {
    name: 'JSON from another site',
    send: () => post('/account?/end-others', { ...evil, ...json }, '{}'),
    ...{ status: 403, says: NOT_OURS },
  },
  {
    name: 'plain text from another site',
    send: () => post('/account?/end-others', { ...evil, 'content-type': 'text/plain' }, 'a=b'),
    ...{ status: 403, says: NOT_OURS },
  },
  {
    name: 'a form from another port of this machine',
    send: () => post('/account?/end-others', { origin: 'http://127.0.0.1:1', ...form }),
    ...{ status: 403, says: NOT_OURS },
  },
  {
    name: 'a form that does not say where it is from',
    send: () => post('/account?/end-others', form),
    ...{ status: 403, says: NOT_OURS },
  },
  {
    name: 'a form from a page without an origin',
    send: () => post('/account?/end-others', { origin: 'null', ...form }),
    ...{ status: 403, says: NOT_OURS },
  },
  {
    name: 'more than a request may hold',
    // The size is said first, and refused before the rest is sent.
    send: () => post('/publish', { ...own(), ...form, 'content-length': '9000000' }, 'model=x'),
    ...{ status: 413, says: /more than this server takes at once/, never: /our fault/ },
  },
  {
    name: 'JSON of ten thousand levels',
    send: () => post('/publish', { ...own(), ...json }, '['.repeat(10_000)),
    ...{ status: 415, says: /./ },
  },
  {
    name: 'an action named for what every object has',
    send: () => post('/account?/__proto__', { ...own(), ...form }),
    ...{ status: 405, says: NOTHING },
  },
  {
    name: 'an action named constructor',
    send: () => post('/publish?/constructor', { ...own(), ...form }),
    ...{ status: 405, says: NOTHING },
  },
  {
    name: 'another method in the address and a header',
    send: () =>
      post('/account?_method=DELETE', { ...own(), ...form, 'x-http-method-override': 'DELETE' }),
    ...{ status: 405, says: NOTHING },
  },
  {
    name: 'a method that no page has',
    send: () => owner.ask('/account', { method: 'DELETE', headers: own() }),
    ...{ status: 405, says: NOTHING },
  },
  {
    name: 'a form where there is none',
    send: () => post('/verify', { ...own(), ...form }, 'a=b'),
    ...{ status: 405, says: NOTHING },
  },
  {
    name: 'a header in an address',
    send: () => get('/denied?why=role&to=%0d%0aset-cookie:%20a=b'),
    ...{ status: 200, says: /may not do this/, never: /a=b/ },
  },
  {
    name: 'an address that leads elsewhere after signing in',
    send: () => get('/denied?why=sign+in&to=//evil.example'),
    ...{ status: 200, says: /Sign in/, never: /evil/ },
  },
  {
    name: 'a guessed one-time address',
    send: () => stranger.post('/sign-in/owner', { token: 'x'.repeat(32) }),
    ...{ status: 400, says: /was used already/ },
  },
  {
    name: 'a one-time address a second time',
    send: () => stranger.post('/sign-in/owner', { token: usedToken }),
    ...{ status: 400, says: /was used already/ },
  },
  {
    name: 'an invitation that was never made',
    send: () =>
      stranger.post('/invited', {
        ...{ token: 'x', name: 'X', email: 'x@example.org', password: 'a long enough word' },
      }),
    ...{ status: 400, says: /invitation was used already/ },
  },
  {
    name: 'an account made at the library’s own address',
    send: () =>
      stranger.ask('/api/auth/sign-up/email', {
        ...{ method: 'POST', headers: { ...own(), ...json } },
        body: '{"name":"x","email":"x@example.org","password":"a long enough word"}',
      }),
    ...{ status: 404, says: /./ },
  },
  {
    name: 'a session that was made up',
    send: () =>
      get('/account', { cookie: `bide.session_token=${'a'.repeat(32)}.${'b'.repeat(43)}=` }),
    ...{ status: 401, says: /Sign in to do this/ },
  },
  {
    name: 'a session that has ended',
    send: () => get('/account', { cookie: endedCookie }),
    ...{ status: 401, says: /Sign in to do this/ },
  },
  {
    name: 'a reader who gives out roles',
    send: () => reader.post('/accounts?/roles', { person: 'x', role: 'owner' }),
    ...{ status: 403, says: /It is done by an owner/ },
  },
  {
    name: 'an invited reader who added a role to the form',
    send: () => reader.ask('/accounts'),
    ...{ status: 403, says: /It is done by an owner/ },
  },
  {
    name: 'a reader who begins a snapshot',
    send: () => reader.post('/publish', { model: 'small' }),
    ...{ status: 403, says: /It is done by an analyst or an owner/ },
  },
  {
    name: 'an analyst who withdraws',
    send: () => new Visitor().post(`/publish/${draft}?/withdraw`, { hash: 'a', because: 'b' }),
    ...{ status: 401, says: /It is done by an approver or an owner/ },
  },
  {
    name: 'publishing without the checklist',
    send: () => all.post(`/publish/${draft}?/publish`, { from: '2', draft: 'yes' }),
    ...{ status: 409, says: /Not every check is done/ },
  },
  {
    name: 'an analyst who assures',
    send: async () => {
      await all.post(`/publish/${draft}?/save`, { from: '2', ...text, ...checks });
      return all.post(`/publish/${draft}?/assure`, { from: '3', ...says });
    },
    ...{ status: 409, says: /wrote some of this/ },
  },
  {
    name: 'approval of what is not assured',
    send: () => approver.post(`/publish/${draft}?/approve`, { from: '3', ...says }),
    ...{ status: 409, says: /has to be assured before/ },
  },
  {
    name: 'saving over what somebody else saved',
    send: () => all.post(`/publish/${draft}?/save`, { from: '1', ...text, title: 'Over it' }),
    ...{ status: 409, says: /Nothing was overwritten/ },
  },
  {
    name: 'SQL in an address',
    send: () => all.ask(`/publish/${encodeURIComponent("x' or '1'='1")}`),
    ...{ status: 404, says: /./, never: /Longer awards/ },
  },
  {
    name: 'a script in Markdown',
    send: () => all.ask(`/publish/${draft}/preview`),
    ...{ status: 200, says: /&lt;script&gt;alert\(1\)/, never: /<script>alert|<img src=x/ },
  },
  {
    name: 'a link that runs a script',
    send: () => all.ask(`/publish/${draft}/preview`),
    ...{ status: 200, says: /Longer awards/, never: /href="javascript:/ },
  },
  {
    name: 'a body that unpacks to a thousand times its size',
    send: () =>
      post(
        '/publish',
        { ...own(), ...form, 'content-encoding': 'gzip' },
        gzipSync(Buffer.alloc(50_000_000)),
      ),
    ...{ status: 400, says: /Choose a model/ },
  },
  {
    name: 'SQL in a search',
    send: () =>
      get(`/snapshots?q=${encodeURIComponent("%' or 1=1; drop table snapshot_version; --")}`),
    ...{ status: 200, says: /0 snapshots have every one of these words/, never: /Formulas/ },
  },
  {
    name: 'SQL in a search of a program',
    send: () =>
      get(`/snapshots.json?q=${encodeURIComponent("' union select token from session --")}`),
    ...{ status: 200, says: /"snapshots": ?\[\]/, never: /Formulas|token"/ },
  },
  {
    name: 'signs that match everything in a search',
    send: () => get('/snapshots.json?q=%25_%25'),
    ...{ status: 200, says: /"snapshots": ?\[\]/ },
  },
  {
    name: 'a formula in the tables of a model',
    send: () => get(`/s/formulas/${formulas}/assumptions.csv`),
    ...{ status: 200, says: /'=HYPERLINK/, never: A_FORMULA },
  },
  {
    name: 'a formula in what people said',
    send: () => get(`/s/formulas/${formulas}/said.csv`),
    ...{ status: 200, says: /'@SUM[\s\S]*'\+cmd/, never: A_FORMULA },
  },
  {
    name: 'a zip that unpacks to more than a template, by form',
    send: () => withTemplate(zipSync({ '[Content_Types].xml': new Uint8Array(200_000_000) })),
    ...{ status: 400, says: /unpacks to more than a template holds/ },
  },
  {
    name: 'a zip that says that it is small, by form',
    send: () => withTemplate(lying(zipSync({ 'word/document.xml': new Uint8Array(50_000_000) }))),
    ...{ status: 400, says: /no Word file/ },
  },
  {
    name: 'a template of no kind, by form',
    send: () => withTemplate(Buffer.from('<!doctype html>')),
    ...{ status: 400, says: /no Word file/ },
  },
  {
    name: 'a template larger than any, by form',
    send: () => withTemplate(Buffer.alloc(6_000_000)),
    ...{ status: 400, says: /at most 5 MB/ },
  },
  {
    name: 'a template larger than any request, by form',
    send: () => withTemplate(Buffer.alloc(9_000_000)),
    ...{ status: 400, says: /at most 5 MB/ },
  },
  {
    name: 'a template from a stranger',
    send: () => stranger.post('/snapshots/paper/paper.docx', { version: formulas }),
    ...{ status: 401, says: /Sign in to do this/ },
  },
  {
    name: 'guessing on and on',
    send: async () => {
      const guesser = new Visitor();
      for (let i = 0; i < 25; i++) {
        const said = await guesser.post('/sign-in/code', { code: '123456' });
        if (said.status === 429) return said;
      }
      return guesser.post('/sign-in/code', { code: '123456' });
    },
    ...{ status: 429, says: /too often/ },
  },
];

test('each hostile request is refused rightly', async () => {
  expect(hostile.length).toBeGreaterThanOrEqual(30);
  for (const { name, send, status, says, never } of hostile) {
    const said = await send().catch((error: Error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    expect.soft(said.status, `${name}: ${said.text.slice(0, 200)}`).toBe(status);
    expect.soft(said.text, name).toMatch(says);
    if (never) expect.soft(said.text, name).not.toMatch(never);
    // A cookie may be taken away, and none is given.
    const given = said.headers['set-cookie']?.filter((cookie) => !cookie.includes('Max-Age=0'));
    expect.soft(given ?? [], name).toEqual([]);
  }
  // Nobody lost their session over it, and nothing was published.
  expect((await owner.ask('/account')).status).toBe(200);
  expect((await all.ask(`/publish/${draft}`)).text).toContain('Not yet.');
});

test('every kind of answer has the headers that keep pages to themselves', async () => {
  for (const path of ['/', '/sign-in', '/account', '/no-such-page', '/files.json']) {
    const { headers } = await owner.ask(path);
    expect(headers['content-security-policy'], path).toMatch(/object-src 'none'/);
    expect(headers['content-security-policy'], path).toMatch(/frame-ancestors 'none'/);
    expect(headers['content-security-policy'], path).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['referrer-policy'], path).toBe('same-origin');
    expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
  }
  const { headers } = await owner.ask('/account');
  expect(headers['cache-control']).toBe('private, no-store');
});
