import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, expectAccessible, expectNoWider, test } from './test.ts';

test.describe.configure({ mode: 'serial' });

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bide-shown-'));
const model = join(folder, 'one-worker-one-contract');
const slug = 'longer-awards';
let first: string;

/** Publish into the store of the server under test, as a person on the same machine does. */
function bide(...argv: string[]): string {
  const args = ['src/cli/bide.js', 'publish', '--data', process.env.BIDE_DATA_OF_SERVER!, ...argv];
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  return run.stdout;
}

function publishModel(...more: string[]): string {
  const scenarios = ['--scenarios', 'as-it-is,thirty-six-months'];
  const few = ['--replications', '4', '--draws', '2', '--threads', '1'];
  const printed = bide(
    model,
    '--text',
    join(model, 'snapshot.yaml'),
    ...scenarios,
    ...few,
    ...more,
  );
  return /^Fingerprint: ([0-9a-f]{64})$/m.exec(printed)![1];
}

test.beforeAll(() => {
  test.setTimeout(240_000);
  cpSync(join(root, 'models/one-worker-one-contract'), model, { recursive: true });
  const portfolio = readFileSync(join(model, 'portfolio.yaml'), 'utf8');
  writeFileSync(
    join(model, 'portfolio.yaml'),
    portfolio
      .replace('horizon: 10 years', 'horizon: 2 years')
      .replace(/^warm-up:.*$/m, 'warm-up: 1 years'),
  );
  first = publishModel();
});

test.afterAll(() => rmSync(folder, { recursive: true }));

test('a snapshot is found by its words and read without scripts, asking for nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({
    baseURL: process.env.BIDE_ADDRESS!,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Snapshots' }).click();
  await page.getByLabel('Words to look for').fill('no such words');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('0 snapshots have every one of these words')).toBeVisible();
  await page.getByLabel('Words to look for').fill('AWARDS worker');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'Longer awards for one worker' }).click();
  await expect(page).toHaveURL(new RegExp(`/s/${slug}/$`));
  await expect(page.getByText('Draft, not assured').first()).toBeVisible();
  await expect(page.locator('section.first')).toContainText(first);
  await expect(page.locator('section.first')).toContainText('Signed with the key');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.reload();
  expect(asked).toHaveLength(1);
  await page.getByRole('link', { name: 'The address that never changes' }).click();
  await expect(page).toHaveURL(new RegExp(`/s/${slug}/${first}/$`));
  await page.getByRole('link', { name: 'method.html' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('(STRESS)');
  await context.close();
});

test('every page fits a phone and is accessible, a wrong address among them', async ({
  browser,
}) => {
  // A page that is missing is a complaint of the browser's, which other tests must not have.
  const context = await browser.newContext({ baseURL: process.env.BIDE_ADDRESS! });
  const page = await context.newPage();
  await page.setViewportSize({ width: 320, height: 900 });
  for (const path of [`/s/${slug}/`, '/snapshots', '/s/no-such-snapshot/']) {
    await page.goto(path);
    await expectNoWider(page, 320);
    await expectAccessible(page);
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'There is no snapshot at this address',
  );
  await context.close();
});

test('a fixed address is kept, small, checked by its tag, and hashes to its own name', async ({
  request,
}) => {
  const at = `/s/${slug}/${first}/`;
  const page = await request.get(at, { headers: { 'accept-encoding': 'gzip' } });
  const headers = page.headers();
  expect(headers['content-encoding']).toBe('gzip');
  expect(Number(headers['content-length'])).toBeLessThan(100 * 1024);
  // Kept, and asked for again: a withdrawal reaches those who had read it.
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:;.*frame-ancestors 'none'$/,
  );
  const known = { 'accept-encoding': 'gzip', 'if-none-match': headers.etag };
  expect((await request.get(at, { headers: known })).status()).toBe(304);
  const json = await (await request.get(`${at}snapshot.json`)).body();
  expect(createHash('sha256').update(json).digest('hex')).toBe(first);
  const sums = await (await request.get(`${at}SHA256SUMS`)).text();
  for (const [, sum, name] of sums.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)) {
    const body = await (await request.get(at + name)).body();
    expect(createHash('sha256').update(body).digest('hex'), name).toBe(sum);
  }
});

test('what other programs are told is what they get, before and after a withdrawal', async ({
  request,
}) => {
  test.setTimeout(240_000);
  const api = (await (await request.get('/snapshots/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, { get: { responses: Record<string, { content: object }> } }>;
  };
  expect(api.openapi).toBe('3.1.1');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(api, 'api');
  const checked = async (path: string, of: string) => {
    const answer = await request.get(path);
    const described = api.paths[of].get.responses[String(answer.status())];
    const type = answer.headers()['content-type'].split(';')[0];
    expect(Object.keys(described.content), path).toEqual([type]);
    if (type !== 'application/json') return answer;
    const place = `#/paths/${of.replaceAll('/', '~1')}/get/responses/${answer.status()}`;
    const schema = `api${place.replace(/[{}]/g, encodeURIComponent)}/content/application~1json/schema`;
    const isValid = ajv.getSchema(schema)!;
    expect(isValid(await answer.json()), JSON.stringify(isValid.errors)).toBe(true);
    return answer;
  };
  const parts = (hash: string) =>
    Object.keys(api.paths).map((of) => ({
      of,
      path: of.replace('{slug}', slug).replace('{hash}', hash),
    }));
  const before = await (await request.get(`/s/${slug}/${first}/`)).body();
  const second = publishModel('--revises', first, '--because', 'Figures of March.', '--seed', '2');
  // What was read before does not change; what shows the newest does, at once.
  expect((await (await request.get(`/s/${slug}/${first}/`)).body()).equals(before)).toBe(true);
  expect(await (await request.get(`/s/${slug}/`)).text()).toContain('Figures of March.');
  for (const { of, path } of parts(second)) await checked(path, of);
  const between = `${first.slice(0, 12)}-${second.slice(0, 12)}`;
  const changes = await request.get(`/s/${slug}/changes/${between}.html`);
  expect(await changes.text()).toContain('Figures of March.');

  bide('--withdraws', first, '--because', 'It told too much.');
  for (const { of, path } of parts(first)) {
    const answer = await checked(path, of);
    if (!of.includes('{hash}')) continue;
    expect(answer.status(), path).toBe(410);
    expect(await answer.text()).toContain('It told too much.');
  }
  for (const name of ['results.csv', 'paper.docx', 'SHA256SUMS']) {
    expect((await request.get(`/s/${slug}/${first}/${name}`)).status(), name).toBe(410);
  }
  expect((await request.get(`/s/${slug}/changes/${between}.html`)).status()).toBe(404);
  const feed = await (await request.get('/feed.xml')).text();
  expect(feed).toContain(`urn:sha256:${first}:withdrawn`);
  expect(await (await request.get(`/s/${slug}/`)).text()).toContain('Figures of March.');
});
